// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import type { PlaceMap } from "./place-map.js";
import { ScaleLadder } from "./scale-ladder.js";

/**
 * <atlas-view data-parts data-panel> keeps sentence, ladder, map, table and address together. The server makes every piece of HTML;
 * this element fetches the pieces of all rungs once and puts the right ones in place.
 */
export class AtlasView extends HTMLElement {
  #parts: Promise<Map<string, HTMLElement>> | undefined;
  #arrived: Map<string, HTMLElement> | undefined;
  #placed: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener("rung", event => void this.#showRung((event as CustomEvent<string>).detail));
    this.addEventListener("choose", event => void this.#choose((event as CustomEvent<string>).detail, false));
    this.addEventListener("over", event => this.#hover((event as CustomEvent<string | null>).detail));
    this.addEventListener("click", event => this.#follow(event));
    this.addEventListener("pointerover", event => this.#rowHover(event));
    this.addEventListener("focusin", event => this.#rowHover(event));
    requestIdleCallback(() => void this.#allParts(), { timeout: 1500 });
  }

  get #map(): PlaceMap | null { return this.querySelector<PlaceMap>("place-map"); }

  get #level(): string { return this.querySelector<HTMLInputElement>("scale-ladder input:checked")?.value ?? ""; }

  async #showRung(level: string): Promise<void> {
    this.#map?.show(level);
    const parts = this.#arrived ?? await this.#allParts();
    const part = parts.get(level);
    if (!part || part === this.#placed || this.#level !== level) {
      return; // moved on in the meantime
    }

    this.#place(part);
    this.#map?.choose(part.dataset["chosenLevel"], part.dataset["chosen"]);
    this.#map?.rename(part.dataset["name"] ?? "");
    this.#say(this.querySelector("h1")?.textContent ?? "");
    for (const only of this.querySelectorAll<HTMLElement>("[data-only]")) {
      only.hidden = only.dataset["only"] !== level;
    }

    this.#address(url => url.searchParams.set("schaal", level));
    const asked = document.querySelector<HTMLInputElement>("form[data-asking] input[name=schaal]");
    if (asked) {
      asked.value = level;
    }
  }

  /** The pieces of all rungs, as the server would send them for the address of each. */
  #allParts(): Promise<Map<string, HTMLElement>> {
    this.#parts ??= this.#fetch("parts").then(page => {
      this.#arrived = new Map([...page.querySelectorAll<HTMLElement>("section[data-level]")].map(part => [part.dataset["level"] ?? "", document.adoptNode(part)]));
      return this.#arrived;
    });
    return this.#parts;
  }

  async #fetch(what: "parts" | "panel"): Promise<Document> {
    const url = new URL(this.dataset[what] ?? "", location.href);
    for (const name of ["schaal", "gebied"]) {
      const value = new URL(location.href).searchParams.get(name);
      if (value) {
        url.searchParams.set(name, value);
      } else {
        url.searchParams.delete(name);
      }
    }

    const answer = await fetch(url);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /** Moves the pieces of a rung into the page, and those of the rung before back to where they wait: nothing is copied or built. */
  #place(part: HTMLElement): void {
    for (const slot of this.querySelectorAll<HTMLElement>("[data-part]")) {
      const name = slot.dataset["part"];
      const fresh = part.querySelector<HTMLElement>(`[data-part="${name}"]`);
      if (fresh) {
        this.#placed?.querySelector(`[data-part="${name}"]`)?.replaceChildren(...slot.childNodes);
        slot.replaceChildren(...fresh.childNodes);
      }
    }

    this.#placed = part;

    this.querySelector(".atlas-figures")?.scrollTo({ top: 0 });
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("tr[data-code] a, a[data-close]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }

    event.preventDefault();
    void this.#choose(link.closest<HTMLElement>("tr[data-code]")?.dataset["code"] ?? null, true);
  }

  /** Chooses an area (or none); the panel comes from the server, everything else is already here. */
  async #choose(code: string | null, moveFocus: boolean): Promise<void> {
    const before = this.querySelector<HTMLElement>("tr.is-chosen")?.dataset["code"];
    this.#address(url => code ? url.searchParams.set("gebied", code) : url.searchParams.delete("gebied"));
    this.#mark(code);
    this.#map?.choose(code ? this.querySelector<HTMLElement>("table.areas")?.dataset["level"] : undefined, code ?? undefined);
    this.#parts = this.#arrived = this.#placed = undefined;

    const panel = this.querySelector("[data-part=panel]");
    if (code) {
      const page = await this.#fetch("panel");
      panel?.replaceChildren(...page.body.childNodes);
      if (moveFocus) {
        panel?.querySelector("h2")?.focus();
      } else {
        this.#say(panel?.querySelector("h2")?.textContent ?? "");
        this.querySelector(".atlas-figures")?.scrollTo({ top: 0 });
      }
    } else {
      panel?.replaceChildren();
      if (moveFocus && before) {
        this.querySelector<HTMLElement>(`tr[data-code="${CSS.escape(before)}"] a`)?.focus();
      }
    }

    void this.#allParts();
  }

  #mark(code: string | null): void {
    for (const row of this.querySelectorAll<HTMLElement>("tr[data-code]")) {
      const isChosen = row.dataset["code"] === code;
      row.classList.toggle("is-chosen", isChosen);
      if (isChosen) {
        row.querySelector("a")?.setAttribute("aria-current", "true");
      } else {
        row.querySelector("a")?.removeAttribute("aria-current");
      }
    }
  }

  #hover(code: string | null): void {
    for (const row of this.querySelectorAll<HTMLElement>("tr.is-hovered")) {
      row.classList.remove("is-hovered");
    }

    if (code) {
      this.querySelector(`tr[data-code="${CSS.escape(code)}"]`)?.classList.add("is-hovered");
    }
  }

  #rowHover(event: Event): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("tr[data-code]") : null;
    this.#map?.hover(this.querySelector<HTMLElement>("table.areas")?.dataset["level"], row?.dataset["code"]);
  }

  #say(text: string): void {
    const status = this.querySelector("[data-part=status]");
    if (status) {
      status.textContent = text;
    }
  }

  #address(change: (url: URL) => void): void {
    const url = new URL(location.href);
    change(url);
    history.replaceState(history.state, "", url);
    const other = document.querySelector<HTMLAnchorElement>(".page-aside a[hreflang]");
    if (other) {
      const there = new URL(other.href);
      change(there);
      other.href = there.href;
    }
  }
}

customElements.whenDefined("scale-ladder").then(() => customElements.define("atlas-view", AtlasView));
void ScaleLadder;
