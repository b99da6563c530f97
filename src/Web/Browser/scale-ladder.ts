// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * <scale-ladder data-name> turns the links of the ladder into one group of native radio buttons: one Tab stop, arrows move and choose,
 * Home and End go to the ends. Sends "rung" with the level.
 */
export class ScaleLadder extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector("ol");
    if (!list) {
      return;
    }

    list.setAttribute("role", "radiogroup");
    for (const item of list.querySelectorAll("li")) {
      this.#upgrade(item);
    }

    list.addEventListener("change", event => this.#moved(event));
    list.addEventListener("keydown", event => this.#jump(event));
  }

  /** Makes a rung the current one, as if it was chosen, without telling anyone. */
  show(level: string): void {
    for (const body of this.querySelectorAll<HTMLElement>(".rung-body")) {
      const input = body.querySelector("input");
      body.classList.toggle("is-current", input?.value === level);
      if (input) {
        input.checked = input.value === level;
      }
    }
  }

  #upgrade(item: HTMLElement): void {
    const link = item.querySelector<HTMLAnchorElement>("a.rung-body");
    const level = item.dataset["level"];
    if (!link || !level) {
      return;
    }

    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = "rung";
    radio.value = level;
    radio.checked = link.hasAttribute("aria-current");
    radio.setAttribute("aria-label", link.dataset["spoken"] ?? "");

    const label = document.createElement("label");
    label.className = link.className;
    label.append(radio, ...link.childNodes);
    item.setAttribute("role", "presentation");
    link.replaceWith(label);
  }

  #moved(event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      this.show(event.target.value);
      this.dispatchEvent(new CustomEvent("rung", { detail: event.target.value, bubbles: true }));
    }
  }

  #jump(event: KeyboardEvent): void {
    if (event.key !== "Home" && event.key !== "End") {
      return;
    }

    const rungs = [...this.querySelectorAll<HTMLInputElement>("input")];
    const rung = event.key === "Home" ? rungs[0] : rungs.at(-1);
    event.preventDefault();
    rung?.focus();
    rung?.click();
  }
}

customElements.define("scale-ladder", ScaleLadder);
