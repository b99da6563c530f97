// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import { Map as MapLibre, Marker, type GeoJSONSource } from "maplibre-gl";
import { Drawing } from "./drawing.js";
import { groundLayers, token } from "./map-style.js";

type Shape = GeoJSON.Geometry;
type Shapes = { here: [number, number] | null; place: Shape | null; spots: { number: number; at: [number, number] }[]; shared: Shape | null; core: Shape | null };

/**
 * <resident-map data-bounds data-ground data-tiles data-shapes data-find data-draw …> the quiet map of residents: no figures, no colours for
 * areas. A tap leads to the page of that place (data-find), or sets a corner (data-draw names the field that the corners go to).
 */
export class ResidentMap extends HTMLElement {
  #map: MapLibre | undefined;

  connectedCallback(): void {
    this.replaceChildren();
    try {
      this.#start();
    } catch {
      const message = document.createElement("p");
      message.className = "map-message";
      message.textContent = this.dataset["failed"] ?? "";
      this.replaceChildren(message);
    }
  }

  disconnectedCallback(): void { this.#map?.remove(); }

  #start(): void {
    const [west, south, east, north] = (this.dataset["bounds"] ?? "").split(",").map(Number);
    const map = this.#map = new MapLibre({
      container: this,
      style: { version: 8, sources: {}, layers: [{ id: "land", type: "background", paint: { "background-color": token("land") } }] },
      attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false,
      fadeDuration: 0, minZoom: 6, maxZoom: 18,
      cooperativeGestures: matchMedia("(max-width: 899px)").matches,
      locale: {
        "Map.Title": this.dataset["name"] ?? "",
        "CooperativeGesturesHandler.WindowsHelpText": this.dataset["wheel"] ?? "",
        "CooperativeGesturesHandler.MacHelpText": this.dataset["wheel"] ?? "",
        "CooperativeGesturesHandler.MobileHelpText": this.dataset["fingers"] ?? "",
      },
      canvasContextAttributes: { preserveDrawingBuffer: true }, // or the map is blank on paper
      ...(west !== undefined && south !== undefined && east !== undefined && north !== undefined && this.dataset["bounds"]
        ? { bounds: [[west, south], [east, north]] as [[number, number], [number, number]] }
        : { center: [5.3, 52.2] as [number, number], zoom: 7 }),
    });
    map.keyboard.disableRotation();
    map.touchZoomRotate.disableRotation();
    this.#describe(map.getCanvas());
    this.#buttons(map);
    map.on("load", () => void this.#draw(map));
  }

  async #draw(map: MapLibre): Promise<void> {
    map.addSource("ground", { type: "vector", tiles: [location.origin + (this.dataset["ground"] ?? "")], minzoom: 0, maxzoom: 14 });
    for (const layer of groundLayers()) {
      map.addLayer(layer);
    }

    if (this.dataset["tiles"]) {
      map.addSource("areas", { type: "vector", tiles: [location.origin + this.dataset["tiles"]], minzoom: 0, maxzoom: 13 });
      map.addLayer({ id: "areas", type: "line", source: "areas", "source-layer": "areas", paint: { "line-color": token("line-strong"), "line-width": 1, "line-opacity": 0.7 } });
    }

    const field = this.dataset["draw"] ? document.getElementById(this.dataset["draw"]) : null;
    await this.#shapes(map, field !== null);
    if (field instanceof HTMLInputElement) {
      new Drawing(map, field, this.dataset["corner"] ?? "", this.dataset["gone"] ?? "");
    } else if (this.dataset["find"]) {
      const find = (at: { lng: number; lat: number }): void => location.assign(`${this.dataset["find"]}${at.lng.toFixed(6)},${at.lat.toFixed(6)}`);
      map.getCanvas().style.cursor = "pointer";
      map.on("click", event => find(event.lngLat));
      map.getCanvas().addEventListener("keydown", event => event.key === "Enter" ? find(map.getCenter()) : undefined);
    }

    map.once("idle", () => { this.dataset["ready"] = "all"; });
    map.triggerRepaint();
  }

  async #shapes(map: MapLibre, draws: boolean): Promise<void> {
    if (!this.dataset["shapes"]) {
      return;
    }

    const shapes = await fetch(this.dataset["shapes"]).then(answer => answer.json() as Promise<Shapes>);
    const show = (id: string, shape: Shape | null): boolean => {
      map.addSource(id, { type: "geojson", data: { type: "FeatureCollection", features: shape ? [{ type: "Feature", properties: {}, geometry: shape }] : [] } });
      return map.getSource<GeoJSONSource>(id) !== undefined;
    };
    // What others drew would lead the hand of who draws now.
    if (!draws && show("shared", shapes.shared) && show("core", shapes.core)) {
      map.addLayer({ id: "shared", type: "fill", source: "shared", paint: { "fill-color": token("petrol"), "fill-opacity": 0.14 } });
      map.addLayer({ id: "core", type: "fill", source: "core", paint: { "fill-color": token("petrol"), "fill-opacity": 0.2 } });
      map.addLayer({ id: "shared-edge", type: "line", source: "shared", paint: { "line-color": token("petrol"), "line-width": 2, "line-dasharray": [2, 1.5] } });
    }

    show("place", shapes.place);
    map.addLayer({ id: "place", type: "line", source: "place", layout: { "line-join": "round" }, paint: { "line-color": token("ink"), "line-width": draws ? 1.5 : 2.5, ...(draws ? { "line-dasharray": [2, 2] } : {}) } });
    if (shapes.here && !draws) {
      this.#marker(map, "map-here", "", shapes.here);
    }

    for (const spot of draws ? [] : shapes.spots) {
      this.#marker(map, "map-spot", String(spot.number), spot.at);
    }
  }

  #marker(map: MapLibre, name: string, text: string, at: [number, number]): void {
    const sign = document.createElement("span");
    sign.className = name;
    sign.textContent = text;
    sign.setAttribute("aria-hidden", "true"); // the list beside the map says it
    const marker = new Marker({ element: sign }).setLngLat(at).addTo(map);
    marker.getElement().removeAttribute("aria-label");
    marker.getElement().removeAttribute("role");
  }

  #buttons(map: MapLibre): void {
    const buttons = this.parentElement?.querySelector<HTMLElement>(".map-buttons");
    if (buttons) {
      buttons.hidden = false;
      buttons.querySelector("[data-zoom=in]")?.addEventListener("click", () => map.zoomIn());
      buttons.querySelector("[data-zoom=out]")?.addEventListener("click", () => map.zoomOut());
    }
  }

  #describe(canvas: HTMLCanvasElement): void {
    canvas.title = "";
    const help = document.createElement("p");
    help.id = "kaart-uitleg";
    help.className = "unseen";
    help.textContent = this.dataset["help"] ?? "";
    this.append(help);
    canvas.setAttribute("aria-describedby", help.id);
  }
}

customElements.define("resident-map", ResidentMap);
