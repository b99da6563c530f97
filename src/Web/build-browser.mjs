// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// Compiles Browser/*.ts to wwwroot/browser and copies what is served as published to wwwroot/vendor.
// No bundler: the browser finds modules by their address, and MapLibre through the import map of the page.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const installed = join(modules, ".package-lock.json");
const wanted = join(here, "package-lock.json");

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}

const browser = join(here, "wwwroot", "browser");
rmSync(browser, { recursive: true, force: true });
execFileSync(process.execPath, [join(modules, "typescript", "bin", "tsc"), "-p", join(here, "Browser")], { stdio: "inherit" });

const vendor = join(here, "wwwroot", "vendor");
rmSync(vendor, { recursive: true, force: true });
copy("maplibre-gl", "maplibre-gl", ["LICENSE.txt", "dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css"]);
copy("@fontsource-variable/atkinson-hyperlegible-next", "atkinson-hyperlegible-next",
  ["LICENSE", "files/atkinson-hyperlegible-next-latin-wght-normal.woff2", "files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"]);
copy("@fontsource-variable/newsreader", "newsreader",
  ["LICENSE", "files/newsreader-latin-opsz-normal.woff2", "files/newsreader-latin-ext-wght-normal.woff2"]);

/** Copies files of a package, flat. */
function copy(from, to, files) {
  const target = join(vendor, to);
  mkdirSync(target, { recursive: true });
  for (const file of files) {
    cpSync(join(modules, from, file), join(target, file.split("/").at(-1)));
  }
  if (readdirSync(target).length !== files.length) {
    throw new Error(`Not all files of ${from} were copied.`);
  }
}
