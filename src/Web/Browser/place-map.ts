// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import { Map as MapLibre, type MapMouseEvent, type VectorTileSource } from "maplibre-gl";
import { addPatterns, groundLayers, layersOf, orderOf, stateOf, token } from "./map-style.js";

/** Per level: codes and one sign a code. */
type Figures = Record<string, { codes: string[]; signs: string }>;

/** More areas than this are loaded when their rung is chosen, not before. */
const mostAhead = 5000;

/**
 * <place-map data-levels data-level data-tiles data-figures …> shows one level of areas. All levels lie in the map at once, under a veil;
 * moving along the ladder lifts one above it, so nothing is fetched or computed then. Sends "choose" and "over" with an area code.
 */
export class PlaceMap extends HTMLElement {
  #map: MapLibre | undefined;
  #figures: Promise<Figures> | undefined;
  #known = new Set<string>();
  #level = "";
  #named = "";
  #chosen: { level: string; code: string } | undefined;
  #over: { level: string; code: string } | undefined;

  connectedCallback(): void {
    this.replaceChildren();
    this.#level = this.#required("level");
    this.#figures = fetch(this.#required("figures")).then(answer => answer.json() as Promise<Figures>);
    try {
      this.#start();
    } catch {
      this.#fail();
    }
  }

  disconnectedCallback(): void { this.#map?.remove(); }

  /** Shows another level. */
  show(level: string): void {
    this.#level = level;
    if (this.#map?.isStyleLoaded() || this.#known.size > 0) {
      this.#lift();
    }
  }

  /** Marks an area with the yellow line, or none. */
  choose(level: string | undefined, code: string | undefined): void { this.#chosen = this.#mark("chosen", this.#chosen, level, code); }

  /** Marks the area that pointer or focus is on in the table. */
  hover(level: string | undefined, code: string | undefined): void { this.#over = this.#mark("over", this.#over, level, code); }

  /** Says what the map shows now. */
  rename(name: string): void { this.#map?.getCanvas().setAttribute("aria-label", name); }

  get #levels(): string[] { return this.#required("levels").split(" "); }

  get #listed(): string | undefined { return this.closest("atlas-view")?.querySelector<HTMLElement>("table.areas")?.dataset["level"]; }

  #start(): void {
    const [west, south, east, north] = (this.dataset["bounds"] ?? "").split(",").map(Number);
    const isPage = matchMedia("(max-width: 1099px)").matches;
    const map = this.#map = new MapLibre({
      container: this,
      style: { version: 8, sources: {}, layers: [{ id: "veil", type: "background", paint: { "background-color": token("land") } }] },
      attributionControl: false, // the source stands below the table, in words
      dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false,
      fadeDuration: 0, minZoom: 4, maxZoom: 17,
      cooperativeGestures: isPage,
      locale: {
        "Map.Title": this.#required("name"),
        "CooperativeGesturesHandler.WindowsHelpText": this.dataset["wheel"] ?? "",
        "CooperativeGesturesHandler.MacHelpText": this.dataset["wheel"] ?? "",
        "CooperativeGesturesHandler.MobileHelpText": this.dataset["fingers"] ?? "",
      },
      canvasContextAttributes: { preserveDrawingBuffer: true }, // or the map is blank on paper
      ...(west !== undefined && south !== undefined && east !== undefined && north !== undefined && this.dataset["bounds"]
        ? { bounds: [[west, south], [east, north]] as [[number, number], [number, number]], fitBoundsOptions: { padding: isPage ? 16 : { top: 24, right: 24, left: 24, bottom: 110 } } }
        : { center: [5.3, 52.2] as [number, number], zoom: 6.5 }),
    });
    map.keyboard.disableRotation();
    map.touchZoomRotate.disableRotation();
    map.getCanvas().setAttribute("aria-roledescription", "kaart");
    map.getCanvas().title = "";
    this.#describe(map.getCanvas());
    this.#buttons(map);
    map.on("load", () => void this.#draw(map));
    map.on("click", event => this.#report("choose", event));
    map.on("mousemove", event => this.#pointed(event));
    map.on("mouseout", () => this.#tell("over", null));
  }

  async #draw(map: MapLibre): Promise<void> {
    addPatterns(map);
    map.addSource("names", { type: "vector", tiles: [this.#tiles("names", this.#named = this.#namedAt(this.#level))], minzoom: 0, maxzoom: 12, promoteId: "code" });
    map.addLayer({
      id: "names", type: "symbol", source: "names", "source-layer": "labels",
      layout: {
        "text-field": ["get", "name"], "text-font": ["Schakel Map SemiBold"], "text-size": ["interpolate", ["linear"], ["zoom"], 7, 11, 11, 13],
        "text-max-width": 8, "text-padding": 4,
      },
      paint: { "text-color": ["case", ["boolean", ["feature-state", "in"], false], token("ink"), token("ink-3")], "text-halo-color": token("paper"), "text-halo-width": 2 },
    });

    const ground = this.dataset["ground"];
    if (ground) {
      map.addSource("ground", { type: "vector", tiles: [location.origin + ground], minzoom: 0, maxzoom: 14 });
      for (const layer of groundLayers()) {
        map.addLayer(layer, "veil");
      }
    }

    void this.#nameState();
    await this.#add(this.#level);
    this.#lift();
    this.choose(this.dataset["chosenLevel"], this.dataset["chosen"]);
    map.once("idle", () => void this.#prepareOthers());
  }

  /** Puts the areas of a level in the map, with their figures. */
  async #add(level: string): Promise<void> {
    const map = this.#map;
    const figures = (await this.#figures)?.[level];
    if (!map || this.#known.has(level)) {
      return;
    }

    this.#known.add(level);
    map.addSource(level, { type: "vector", tiles: [this.#tiles("tiles", level)], minzoom: 0, maxzoom: 13, promoteId: "code" });
    for (const layer of layersOf(level)) {
      map.addLayer(layer, "veil");
    }

    figures?.codes.forEach((code, at) => map.setFeatureState({ source: level, sourceLayer: "areas", id: code }, { s: stateOf(figures.signs[at]) }));
  }

  /** Names inside the place stand out; those around it help to find the way. */
  async #nameState(): Promise<void> {
    const level = this.#named;
    for (const code of (await this.#figures)?.[level]?.codes ?? []) {
      this.#map?.setFeatureState({ source: "names", sourceLayer: "labels", id: code }, { in: true });
    }
  }

  async #prepareOthers(): Promise<void> {
    const figures = await this.#figures;
    for (const level of this.#levels) {
      if ((figures?.[level]?.codes.length ?? 0) <= mostAhead) {
        await this.#add(level);
      }
    }

    this.dataset["ready"] = "all";
  }

  /** Brings the layers of the current level above the veil; everything else stays below it, loaded and unseen. */
  #lift(): void {
    const level = this.#level;
    const coarser = this.#namedAt(level);
    const wanted = [level, coarser, this.#listed].filter(known => known !== undefined);
    if (wanted.some(known => !this.#known.has(known))) {
      void Promise.all(wanted.map(known => this.#add(known))).then(() => this.#level === level ? this.#lift() : undefined);
      if (!this.#known.has(level)) {
        return;
      }
    }

    const map = this.#map;
    for (const layer of orderOf(level, coarser, this.#listed)) {
      if (map?.getLayer(layer)) {
        map.moveLayer(layer);
      }
    }

    map?.moveLayer("names");
    if (coarser !== this.#named) {
      this.#named = coarser;
      map?.getSource<VectorTileSource>("names")?.setTiles([this.#tiles("names", coarser)]);
      void this.#nameState();
    }

    this.dataset["level"] = level;
    this.dataset["shown"] = level;
  }

  /** The level whose names and outline help to find the way at a level; the level itself when its areas are large enough. */
  #namedAt(level: string): string {
    return this.#required("named").split(" ").map(pair => pair.split("=")).find(([at]) => at === level)?.[1] ?? level;
  }

  #tiles(kind: "tiles" | "names", level: string): string {
    const [year = "", mark = ""] = (this.#required("borders").split(" ").find(pair => pair.startsWith(`${level}=`)) ?? "").slice(level.length + 1).split(":");
    return location.origin + this.#required(kind).replace("{level}", level).replace("{year}", year).replace("{mark}", mark);
  }

  #mark(name: string, before: { level: string; code: string } | undefined, level: string | undefined, code: string | undefined): { level: string; code: string } | undefined {
    const set = (area: { level: string; code: string }, on: boolean): void => {
      if (this.#known.has(area.level)) {
        this.#map?.setFeatureState({ source: area.level, sourceLayer: "areas", id: area.code }, { [name]: on });
      }
    };
    if (before) {
      set(before, false);
    }

    if (!level || !code) {
      return undefined;
    }

    const area = { level, code };
    set(area, true);
    return area;
  }

  /** The area under the pointer at the level that the table lists: squares are never chosen one by one. */
  #under(event: MapMouseEvent): string | null {
    const layer = `${this.#listed}-fill`;
    const [feature] = this.#map?.getLayer(layer) ? this.#map.queryRenderedFeatures(event.point, { layers: [layer] }) : [];
    const code = feature?.properties["code"] as string | undefined;
    const isListed = code !== undefined && this.closest("atlas-view")?.querySelector(`tr[data-code="${CSS.escape(code)}"]`) !== null;
    return isListed ? code : null;
  }

  #report(name: string, event: MapMouseEvent): void { this.#tell(name, this.#under(event)); }

  #pointed(event: MapMouseEvent): void {
    const code = this.#under(event);
    if (this.#map) {
      this.#map.getCanvas().style.cursor = code ? "pointer" : "";
    }

    if (code !== (this.#over?.code ?? null)) {
      this.hover(this.#listed, code ?? undefined);
      this.#tell("over", code);
    }
  }

  #tell(name: string, code: string | null): void { this.dispatchEvent(new CustomEvent(name, { detail: code, bubbles: true })); }

  #buttons(map: MapLibre): void {
    const buttons = this.parentElement?.querySelector<HTMLElement>(".map-buttons");
    if (buttons) {
      buttons.hidden = false;
      buttons.querySelector("[data-zoom=in]")?.addEventListener("click", () => map.zoomIn());
      buttons.querySelector("[data-zoom=out]")?.addEventListener("click", () => map.zoomOut());
    }
  }

  #describe(canvas: HTMLCanvasElement): void {
    const help = document.createElement("p");
    help.id = "kaart-uitleg";
    help.className = "unseen";
    help.textContent = this.dataset["help"] ?? "";
    this.append(help);
    canvas.setAttribute("aria-describedby", help.id);
  }

  #fail(): void {
    const message = document.createElement("p");
    message.className = "map-message";
    message.textContent = this.dataset["failed"] ?? "";
    this.replaceChildren(message);
  }

  #required(name: string): string {
    const value = this.dataset[name];
    if (value === undefined) {
      throw new Error(`<place-map> needs data-${name}.`);
    }

    return value;
  }
}

customElements.define("place-map", PlaceMap);
