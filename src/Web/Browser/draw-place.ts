// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// Draws an outline on a map: tap corners, or walk with the arrows and press Enter. The corners stand in a field, which does without this map.
const svgNamespace = "http://www.w3.org/2000/svg";
const step = 10;

class DrawPlace extends HTMLElement {
  #corners: [number, number][] = [];
  #cursor: [number, number] = [500, 300];
  #map: SVGSVGElement | null = null;
  #field: HTMLTextAreaElement | null = null;
  #outline = document.createElementNS(svgNamespace, "polyline");
  #cross = document.createElementNS(svgNamespace, "path");

  connectedCallback(): void {
    this.#map = this.querySelector("svg");
    this.#field = document.querySelector("textarea[name=corners]");
    if (!this.#map || !this.#field) {
      return;
    }

    this.#outline.classList.add("draw-line");
    this.#cross.classList.add("draw-cross");
    this.#map.append(this.#outline, this.#cross);
    this.#map.addEventListener("click", event => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.#map?.getScreenCTM()?.inverse());
      this.#cursor = [Math.round(at.x), Math.round(at.y)];
      this.#add();
    });
    this.#map.addEventListener("keydown", event => this.#press(event));
    this.#field.addEventListener("change", () => this.#read());
    this.#read();
  }

  #press(event: KeyboardEvent): void {
    const far = event.shiftKey ? 5 * step : step;
    const [x, y] = this.#cursor;
    switch (event.key) {
      case "ArrowLeft": this.#cursor = [x - far, y]; break;
      case "ArrowRight": this.#cursor = [x + far, y]; break;
      case "ArrowUp": this.#cursor = [x, y - far]; break;
      case "ArrowDown": this.#cursor = [x, y + far]; break;
      case "Enter": this.#add(); break;
      case "Backspace": this.#corners.pop(); this.#write(); break;
      default: return;
    }

    event.preventDefault();
    this.#draw();
  }

  #add(): void {
    this.#corners.push(this.#cursor);
    this.#write();
    this.#draw();
  }

  #write(): void {
    if (this.#field) {
      this.#field.value = this.#corners.map(([x, y]) => `${Math.round(this.#west + (x / this.#scale))} ${Math.round(this.#north - (y / this.#scale))}`).join("\n");
    }
  }

  #read(): void {
    const lines = this.#field?.value.split("\n") ?? [];
    this.#corners = lines.map(line => line.trim().split(/\s+/).map(Number)).filter(pair => pair.length === 2 && pair.every(Number.isFinite))
      .map(([east, north]) => [((east ?? 0) - this.#west) * this.#scale, (this.#north - (north ?? 0)) * this.#scale]);
    this.#draw();
  }

  #draw(): void {
    const ring = this.#corners.length > 2 ? [...this.#corners, this.#corners[0] ?? [0, 0]] : this.#corners;
    this.#outline.setAttribute("points", ring.map(([x, y]) => `${x},${y}`).join(" "));
    const [x, y] = this.#cursor;
    this.#cross.setAttribute("d", `M${x - 12} ${y}h24M${x} ${y - 12}v24`);
  }

  get #west(): number { return Number(this.dataset["west"]); }

  get #north(): number { return Number(this.dataset["north"]); }

  get #scale(): number { return Number(this.dataset["scale"]); }
}

customElements.define("draw-place", DrawPlace);
