// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// A map to choose zones on: choose what to paint with, then click areas. The fields beside it hold what was chosen and do without this map.
const zones = ["treated", "ring", "control", "ringControl"];

class PlanMap extends HTMLElement {
  #brush = "treated";

  connectedCallback(): void {
    const fields = new Map(zones.map(zone => [zone, document.querySelector<HTMLTextAreaElement>(`textarea[name="${zone}"]`)]));
    const choice = document.createElement("fieldset");
    choice.className = "word-choice plan-brush";
    const legend = document.createElement("legend");
    legend.textContent = document.documentElement.lang === "nl" ? "Kies op de kaart" : "Choose on the map";
    const words = document.createElement("div");
    words.className = "word-choice-words";
    choice.append(legend, words);
    for (const zone of zones) {
      const label = document.createElement("label");
      const radio = document.createElement("input");
      radio.type = "radio";
      radio.name = "kwast";
      radio.checked = zone === this.#brush;
      radio.addEventListener("change", () => { this.#brush = zone; });
      label.append(radio, document.querySelector(`label[for="zone-${zone}"]`)?.textContent ?? zone);
      words.append(label);
    }

    this.prepend(choice);
    this.addEventListener("click", event => {
      const area = (event.target as Element).closest<SVGPathElement>("path[data-code]");
      if (!area) {
        return;
      }

      const was = zones.find(zone => area.classList.contains(`zone-${zone}`));
      if (was) {
        const field = fields.get(was);
        if (field) {
          field.value = field.value.split("\n").filter(line => line.trim() !== "" && !this.#names(line, area)).join("\n");
        }

        area.classList.remove(`zone-${was}`);
      }

      if (was !== this.#brush) {
        const field = fields.get(this.#brush);
        if (field) {
          const { code, name } = area.dataset;
          const written = name === code ? `${code}` : `${name} (${code})`;
          field.value = [...field.value.split("\n").filter(line => line.trim() !== ""), written].join("\n");
        }

        area.classList.add(`zone-${this.#brush}`);
      }
    });
  }

  #names(line: string, area: SVGPathElement): boolean {
    const { code, name } = area.dataset;
    const text = line.trim();
    return text === code || text === name || text.endsWith(`(${code})`);
  }
}

customElements.define("plan-map", PlanMap);
