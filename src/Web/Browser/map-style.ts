// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from "maplibre-gl";

/** One sign an area, as the server sends it: 1–5 a shade, = like the mean, - no figure, x too few people. */
export const signs = { same: 0, missing: 6, hidden: 7, outside: -1 } as const;

export function stateOf(sign: string | undefined): number {
  switch (sign) {
    case "=": return signs.same;
    case "-": return signs.missing;
    case "x": return signs.hidden;
    default: return Number(sign);
  }
}

/** Colours come from tokens.css, so screen, legend and map cannot differ. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--sk-${name}`).trim();
}

const state: ExpressionSpecification = ["coalesce", ["feature-state", "s"], signs.outside];
const is = (value: number): ExpressionSpecification => ["==", state, value];
const flag = (name: string): ExpressionSpecification => ["case", ["boolean", ["feature-state", name], false], 1, 0];

/** The layers of one level, bottom to top. All values come by feature state, so nothing is loaded again when a figure changes. */
export function layersOf(level: string): LayerSpecification[] {
  const from = { source: level, "source-layer": "areas" };
  const shades = [1, 2, 3, 4, 5].flatMap(shade => [shade, token(`seq-${shade}`)]);
  const isCell = level === "cell";
  // What a level cannot need is not made: the browser draws every layer in every frame.
  const ground: LayerSpecification[] = isCell ? [] : [{
    id: `${level}-base`, type: "fill", ...from,
    paint: { "fill-color": ["case", is(signs.outside), token("land"), token("mist")] },
  }];
  const tooFew: LayerSpecification[] = [{
    id: `${level}-hidden`, type: "fill", ...from, paint: { "fill-pattern": "hidden", "fill-opacity": ["case", is(signs.hidden), 1, 0] },
  }];
  return [
    ...ground,
    {
      id: `${level}-fill`, type: "fill", ...from,
      paint: {
        "fill-color": ["match", state, ...shades, signs.missing, token("map-missing"), token("land")] as unknown as ExpressionSpecification,
        "fill-opacity": isCell ? ["case", is(signs.outside), 0, 1] : 1,
      },
    },
    { id: `${level}-same`, type: "fill", ...from, paint: { "fill-pattern": isCell ? "same-small" : "same", "fill-opacity": ["case", is(signs.same), 1, 0] } },
    ...tooFew,
    {
      id: `${level}-border`, type: "line", ...from, layout: { "line-join": "round" },
      paint: {
        "line-color": ["case", is(signs.outside), token("line"), is(signs.missing), token("map-missing"), token("map-border")],
        "line-width": isCell ? 0.4 : ["interpolate", ["linear"], ["zoom"], 6, 0.2, 9, 0.6, 12, 1.4],
        "line-opacity": isCell ? ["case", is(signs.outside), 0, 1] : 1,
      },
    },
    {
      id: `${level}-missing`, type: "line", ...from, layout: { "line-join": "round" },
      paint: {
        "line-color": token("line-strong"), "line-dasharray": [3, 2.5], "line-opacity": isCell ? 0 : ["case", is(signs.missing), 0.8, 0],
        "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0, 11, 0.9],
      },
    },
    {
      id: `${level}-outline`, type: "line", ...from, layout: { "line-join": "round" },
      paint: { "line-color": token("ink-3"), "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.3, 12, 1], "line-opacity": ["case", is(signs.outside), 0.25, 1] },
    },
    { id: `${level}-over`, type: "line", ...from, layout: { "line-join": "round" }, paint: { "line-color": token("ink"), "line-width": 2.5, "line-opacity": flag("over") } },
    { id: `${level}-chosen-edge`, type: "line", ...from, layout: { "line-join": "round" }, paint: { "line-color": token("ink"), "line-width": 7, "line-opacity": flag("chosen") } },
    { id: `${level}-chosen`, type: "line", ...from, layout: { "line-join": "round" }, paint: { "line-color": token("here"), "line-width": 3.5, "line-opacity": flag("chosen") } },
  ];
}

/** Water, green, streets and rails: over the shades, so that one finds the way, and so light that no shade is mistaken for another. */
export function groundLayers(): LayerSpecification[] {
  const of = (kind: string): ["==", ["get", string], string] => ["==", ["get", "kind"], kind];
  const surface = { source: "ground", "source-layer": "surfaces", type: "fill" } as const;
  const line = { source: "ground", "source-layer": "lines", type: "line", layout: { "line-join": "round", "line-cap": "butt" } } as const;
  return [
    { id: "ground-green", ...surface, filter: of("green"), paint: { "fill-color": token("green"), "fill-opacity": 0.55 } },
    { id: "ground-works", ...surface, filter: of("works"), paint: { "fill-color": token("line"), "fill-opacity": 0.5 } },
    { id: "ground-water", ...surface, filter: of("water"), paint: { "fill-color": token("water") } },
    { id: "ground-canal", ...line, filter: of("water"), paint: { "line-color": token("water"), "line-width": ["interpolate", ["exponential", 2], ["zoom"], 10, 1, 14, 7] } },
    { id: "ground-street", ...line, filter: of("street"), minzoom: 12, paint: { "line-color": token("paper"), "line-opacity": 0.75, "line-width": ["interpolate", ["exponential", 2], ["zoom"], 12, 0.4, 15, 3] } },
    { id: "ground-road", ...line, filter: of("road"), paint: { "line-color": token("rail"), "line-width": 2 } },
    { id: "ground-rail", ...line, filter: of("rail"), minzoom: 8, paint: { "line-color": token("ink-3"), "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.6, 13, 2.2] } },
    { id: "ground-sleepers", ...line, filter: of("rail"), minzoom: 11, paint: { "line-color": token("paper"), "line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 13, 1.2], "line-dasharray": [3, 3] } },
  ];
}

const groundIds = ["green", "works", "water", "canal", "street", "road", "rail", "sleepers"].map(part => `ground-${part}`);

/** Which layers show, bottom to top, when a level is on the map: its own, then the outline of the coarser one that has the names, then what is chosen. */
export function orderOf(level: string, coarser: string, listed: string | undefined): string[] {
  const shades = ["fill", "same", "hidden"].map(part => `${level}-${part}`);
  const edges = ["border", "missing"].map(part => `${level}-${part}`);
  const own = [...shades, ...groundIds, ...edges];
  const ground = level === "cell" && coarser !== level ? [`${coarser}-base`] : [];
  const outline = coarser !== level ? [`${coarser}-outline`] : [];
  const marked = [level, listed].filter(known => known !== undefined).flatMap(known => ["over", "chosen-edge", "chosen"].map(part => `${known}-${part}`));
  return ["veil", ...ground, ...own, ...outline, ...new Set(marked)];
}

/** The hatches of the tokens, drawn at twice the size for sharp screens. */
export function addPatterns(map: MapLibre): void {
  map.addImage("same", hatch(12, token("same"), token("same-line"), falling, 2.6), { pixelRatio: 2 });
  map.addImage("same-small", hatch(8, token("same"), token("same-line"), () => undefined, 1), { pixelRatio: 2 });
  map.addImage("hidden", hatch(16 / Math.SQRT2, token("mist"), token("same-line"), crossing, 1.5), { pixelRatio: 2 });
}

type Draw = (canvas: CanvasRenderingContext2D, size: number) => void;

function hatch(step: number, ground: string, line: string, draw: Draw, width: number): ImageData {
  // A diagonal repeats after step · √2; the tile is as long as that, rounded, so that tiles join.
  const size = Math.round(step * Math.SQRT2);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) {
    throw new Error("This browser has no canvas.");
  }

  context.fillStyle = ground;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = line;
  context.lineWidth = width;
  draw(context, size);
  return context.getImageData(0, 0, size, size);
}

function falling(context: CanvasRenderingContext2D, size: number): void {
  for (const shift of [-size, 0, size]) {
    stroke(context, shift - 2, -2, shift + size + 2, size + 2);
  }
}

function crossing(context: CanvasRenderingContext2D, size: number): void {
  const edge = size * 0.2;
  stroke(context, edge, edge, size - edge, size - edge);
  stroke(context, size - edge, edge, edge, size - edge);
}

function stroke(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
