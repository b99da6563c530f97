// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import { Marker, type GeoJSONSource, type Map as MapLibre } from "maplibre-gl";
import { token } from "./map-style.js";

type Corner = [number, number];

const mostCorners = 200;

/** Corners on a map, by tap or by keyboard (Enter sets one in the middle); the field of the form always holds them. */
export class Drawing {
  readonly #corners: Corner[];
  #markers: Marker[] = [];

  constructor(readonly map: MapLibre, readonly field: HTMLInputElement, readonly placed: string, readonly gone: string) {
    this.#corners = field.value.split(";").map(corner => corner.split(",").map(Number)).filter((corner): corner is Corner => corner.length === 2 && corner.every(Number.isFinite));
    map.addSource("drawn", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    map.addLayer({ id: "drawn", type: "fill", source: "drawn", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": token("here"), "fill-opacity": 0.35 } });
    map.addLayer({ id: "drawn-line", type: "line", source: "drawn", layout: { "line-join": "round" }, paint: { "line-color": token("ink"), "line-width": 4 } });
    const canvas = map.getCanvas();
    canvas.style.cursor = "crosshair";
    map.doubleClickZoom.disable();
    map.on("click", event => this.#add([event.lngLat.lng, event.lngLat.lat]));
    const cross = document.createElement("span");
    cross.className = "map-cross";
    cross.hidden = true;
    canvas.parentElement?.append(cross);
    canvas.addEventListener("focus", () => { cross.hidden = !canvas.matches(":focus-visible"); });
    canvas.addEventListener("blur", () => { cross.hidden = true; });
    canvas.addEventListener("keydown", event => {
      if (event.key === "Enter") {
        event.preventDefault();
        const { lng, lat } = map.getCenter();
        this.#add([lng, lat]);
      } else if (event.key === "Backspace") {
        this.#undo();
      }
    });
    const buttons = document.querySelector<HTMLElement>(".draw-buttons");
    if (buttons) {
      buttons.hidden = false;
      buttons.querySelector("[data-draw=undo]")?.addEventListener("click", () => this.#undo());
      buttons.querySelector("[data-draw=again]")?.addEventListener("click", () => { this.#corners.length = 0; this.#changed(this.gone); });
    }

    this.#changed("");
  }

  #add(corner: Corner): void {
    if (this.#corners.length < mostCorners) {
      this.#corners.push(corner);
      this.#changed(this.placed);
    }
  }

  #undo(): void {
    this.#corners.pop();
    this.#changed(this.gone);
  }

  #changed(said: string): void {
    this.field.value = this.#corners.map(corner => corner.map(degrees => degrees.toFixed(6)).join(",")).join(";");
    const closed = this.#corners.length > 2;
    this.map.getSource<GeoJSONSource>("drawn")?.setData({
      type: "FeatureCollection",
      features: this.#corners.length < 2 ? [] : [{
        type: "Feature", properties: {},
        geometry: closed ? { type: "Polygon", coordinates: [[...this.#corners, this.#corners[0]!]] } : { type: "LineString", coordinates: this.#corners },
      }],
    });
    this.#markers.forEach(marker => marker.remove());
    this.#markers = this.#corners.map((corner, at) => {
      const sign = document.createElement("span");
      sign.className = at === this.#corners.length - 1 ? "draw-corner is-last" : "draw-corner";
      const marker = new Marker({ element: sign }).setLngLat(corner).addTo(this.map);
      sign.removeAttribute("aria-label");
      sign.removeAttribute("role");
      sign.setAttribute("aria-hidden", "true");
      return marker;
    });
    const status = document.getElementById("teken-stand");
    if (status && said) {
      status.textContent = said.replace("{0}", String(this.#corners.length));
    }
  }
}
