// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import { AreaPicking } from "./area-picking.js";

/**
 * <evidence-view> links map, tables and charts: an area or a cluster that is chosen or pointed at in one is marked in all. Sliders ask the server
 * for their part again. Everything works without: areas are links, sliders are forms.
 */
export class EvidenceView extends HTMLElement {
  #asking: AbortController | undefined;
  #picking: AreaPicking | undefined;

  connectedCallback(): void {
    this.#picking = new AreaPicking(this, text => this.#say(text), change => this.#address(change));
    this.addEventListener("pointerover", event => this.#over(event.target));
    this.addEventListener("focusin", event => this.#over(event.target));
    this.addEventListener("pointerleave", () => this.#over(null));
    this.addEventListener("click", event => this.#choose(event));
    this.addEventListener("input", event => this.#try(event));
    this.addEventListener("submit", event => event.preventDefault());
    document.addEventListener("keydown", this.#escape);
    for (const button of this.querySelectorAll<HTMLElement>("form[data-trial] button")) {
      button.hidden = true;
    }
  }

  disconnectedCallback(): void { document.removeEventListener("keydown", this.#escape); }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      this.#clear();
    }
  };

  /** Nothing is chosen any more, anywhere. */
  #clear(): void {
    const hadFocus = this.querySelector("[data-picked]")?.contains(document.activeElement) ?? false;
    const wasChosen = this.querySelector("[data-chosen-line], .areas-table .is-chosen") !== null;
    if (!this.#picking?.clear() && !wasChosen) {
      return;
    }

    this.#mark("is-chosen", { code: undefined, cluster: undefined });
    this.#line(undefined);
    for (const link of this.querySelectorAll(".areas-table a[aria-current]")) {
      link.removeAttribute("aria-current");
    }

    this.#address(url => url.searchParams.delete("gebied"));
    this.#say(this.dataset["cleared"] ?? "");
    if (hadFocus) {
      this.querySelector<HTMLElement>("#areas")?.focus();
    }
  }

  #of(target: EventTarget | null): { code: string | undefined; cluster: string | undefined } {
    const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>("[data-code], [data-cluster]") : null;
    return { code: element?.dataset["code"], cluster: element?.dataset["cluster"] ?? element?.dataset["inCluster"] };
  }

  #over(target: EventTarget | null): void { this.#mark("is-over", this.#of(target)); }

  #mark(name: string, { code, cluster }: { code: string | undefined; cluster: string | undefined }): void {
    for (const element of this.querySelectorAll(`.${name}`)) {
      element.classList.remove(name);
    }

    const found = [
      code ? `[data-code="${CSS.escape(code)}"]` : "",
      cluster ? `[data-cluster="${CSS.escape(cluster)}"]` : "",
      cluster && !code ? `[data-in-cluster="${CSS.escape(cluster)}"]` : "",
    ].filter(text => text).join(", ");
    if (found) {
      for (const element of this.querySelectorAll(found)) {
        element.classList.add(name);
      }
    }
  }

  #choose(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }

    if (event.target instanceof Element && event.target.closest("[data-clear]")) {
      event.preventDefault();
      this.#clear();
      return;
    }

    const chosen = this.#of(event.target);
    if (!chosen.code && !chosen.cluster) {
      return;
    }

    const isLink = event.target instanceof Element && event.target.closest("a");
    if (isLink) {
      event.preventDefault();
    }

    this.#mark("is-chosen", chosen);
    this.#line(chosen.code);
    for (const link of this.querySelectorAll(".areas-table a[aria-current]")) {
      link.removeAttribute("aria-current");
    }

    if (chosen.code) {
      this.#address(url => url.searchParams.set("gebied", chosen.code ?? ""));
      this.querySelector(`.areas-table tr[data-code="${CSS.escape(chosen.code)}"] a`)?.setAttribute("aria-current", "true");
    } else if (chosen.cluster) {
      this.#picking?.pickCluster(Number(chosen.cluster));
    }

    const row = this.querySelector<HTMLElement>(chosen.code ? `tr[data-code="${CSS.escape(chosen.code)}"]` : `tr[data-cluster="${chosen.cluster}"]`);
    const details = row?.closest("details");
    if (details) {
      details.open = true;
    }

    this.#say(row?.innerText.replaceAll("\t", ", ") ?? "");
    // From the map to the row, from the row to the map: the other one is brought into view.
    const other = isLink ? this.querySelector(".area-map") : row;
    other?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  /** The yellow line in its ink edge around the chosen area. */
  #line(code: string | undefined): void {
    for (const line of this.querySelectorAll("[data-chosen-line]")) {
      line.remove();
    }

    const area = code ? this.querySelector<SVGPathElement>(`.area-map .area[data-code="${CSS.escape(code)}"]`) : null;
    const before = area?.parentElement?.querySelector(".cluster-number") ?? null;
    for (const name of area ? ["chosen-under", "chosen-line"] : []) {
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("class", name);
      line.setAttribute("data-chosen-line", "");
      line.setAttribute("d", area?.getAttribute("d") ?? "");
      area?.parentElement?.insertBefore(line, before);
    }
  }

  #try(event: Event): void {
    const slider = event.target;
    const form = slider instanceof HTMLInputElement ? slider.form : null;
    if (!(slider instanceof HTMLInputElement) || !form?.dataset["trial"]) {
      return;
    }

    const output = form.querySelector("output");
    if (output && slider.type === "range") {
      output.textContent = slider.name === "budget" ? `${slider.value} %` : slider.value;
    }

    this.#asking?.abort();
    this.#asking = new AbortController();
    void this.#ask(form.dataset["trial"], slider.name, slider.value, this.#asking.signal);
  }

  async #ask(address: string, name: string, value: string, signal: AbortSignal): Promise<void> {
    try {
      // Who slides on does not want what lies between.
      await new Promise((done, stop) => {
        const timer = setTimeout(done, 120);
        signal.addEventListener("abort", () => { clearTimeout(timer); stop(new DOMException("moved on", "AbortError")); });
      });
      const url = new URL(address, location.href);
      url.search = location.search;
      url.searchParams.set(name, value);
      const answer = await fetch(url, { signal });
      if (answer.status === 202) {
        setTimeout(() => signal.aborted ? undefined : void this.#ask(address, name, value, signal), 1000); // the evidence is being made again
      } else if (answer.ok) {
        this.#place(new DOMParser().parseFromString(await answer.text(), "text/html"), name);
        this.#address(here => here.searchParams.set(name, value));
      }
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) {
        throw problem;
      }
    }
  }

  #place(page: Document, slider: string): void {
    const fresh = page.querySelector<HTMLElement>("section[data-part]");
    const here = fresh ? this.querySelector<HTMLElement>(`section[data-part="${fresh.dataset["part"]}"]`) : null;
    if (!fresh || !here) {
      return;
    }

    const hadFocus = here.contains(document.activeElement);
    const wasOpen = here.querySelector("details")?.open ?? false;
    here.replaceWith(document.adoptNode(fresh));
    const details = fresh.querySelector("details");
    if (details) {
      details.open = wasOpen;
    }

    for (const button of fresh.querySelectorAll<HTMLElement>("form[data-trial] button")) {
      button.hidden = true;
    }

    if (hadFocus) {
      fresh.querySelector<HTMLElement>(`input[name="${slider}"]:is([type=range], :checked)`)?.focus();
    }

    const budget = fresh.querySelector<HTMLElement>("[data-chosen-areas]");
    if (budget) {
      this.#budget(budget);
      budget.remove();
    }

    this.#picking?.renew();
    this.#say([".claim", "[data-verdict]"].map(part => fresh.querySelector(part)?.textContent ?? "").join(" ").trim());
  }

  /** Which areas the budget takes in and which it misses, on the map, in its key and in the table. */
  #budget(fresh: HTMLElement): void {
    const [codes, missed] = ["chosenAreas", "missedAreas"].map(name => new Set((fresh.dataset[name] ?? "").split(" ").filter(code => code))) as [Set<string>, Set<string>];
    for (const area of this.querySelectorAll<SVGElement>(".area-map .area")) {
      area.classList.toggle("in-budget", codes.has(area.dataset["code"] ?? ""));
    }

    for (const part of ["[data-budget-marks]", "[data-budget-key]"]) {
      const next = fresh.querySelector(part);
      if (next) {
        this.querySelector(`#clusters ${part}`)?.replaceWith(document.adoptNode(next));
      }
    }

    const head = this.querySelector("[data-budget-head]");
    if (head) {
      head.textContent = fresh.dataset["budgetText"] ?? "";
    }

    const table = this.querySelector<HTMLElement>("[data-yes]");
    const [yes, high] = [table?.dataset["yes"] ?? "", table?.dataset["missed"] ?? ""];
    for (const row of this.querySelectorAll<HTMLElement>(".areas-table tr[data-code]")) {
      const cell = row.querySelector("td:nth-child(5)");
      if (cell) {
        const code = row.dataset["code"] ?? "";
        cell.textContent = codes.has(code) ? yes : missed.has(code) ? high : "";
      }
    }
  }

  #say(text: string): void {
    const status = this.querySelector("[data-status]");
    if (status) {
      status.textContent = text;
    }
  }

  #address(change: (url: URL) => void): void {
    const url = new URL(location.href);
    change(url);
    history.replaceState(history.state, "", url);
  }
}

customElements.define("evidence-view", EvidenceView);
