// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Picks areas in a chart, by dragging over its bars or by choosing the two ends, and marks them on the map, in the table and in every other
 * chart. The marks are made here, at once; what the page says of the picked areas together comes from the server.
 */
export class AreaPicking {
  readonly #root: HTMLElement;
  readonly #say: (text: string) => void;
  readonly #address: (change: (url: URL) => void) => void;
  #asking: AbortController | undefined;
  #dragging: { chart: HTMLElement; from: number } | undefined;

  constructor(root: HTMLElement, say: (text: string) => void, address: (change: (url: URL) => void) => void) {
    [this.#root, this.#say, this.#address] = [root, say, address];
    root.addEventListener("pointerdown", event => this.#start(event));
    root.addEventListener("pointermove", event => this.#drag(event));
    root.addEventListener("pointerup", event => this.#end(event));
    root.addEventListener("pointercancel", () => { this.#dragging = undefined; });
    root.addEventListener("submit", event => this.#submitted(event));
  }

  /** Picks the areas that lie in a cluster, or touch it. */
  pickCluster(number: number): void {
    this.#mark(new Set(this.#rows.filter(row => row.dataset["inCluster"] === String(number)).map(row => row.dataset["code"] ?? "")));
    this.#bands(undefined, 0, 0);
    this.#keep("plek", String(number), String(number));
  }

  /** A part of the page was replaced: its marks and words are made again. */
  renew(): void {
    const picked = this.#picked;
    if (picked.size > 0) {
      this.#mark(picked);
      void this.#tell();
    }
  }

  /** Whether there was anything to clear. */
  clear(): boolean {
    const hadAny = new URL(location.href).searchParams.has("kies");
    this.#asking?.abort();
    this.#mark(new Set());
    this.#bands(undefined, 0, 0);
    for (const form of this.#root.querySelectorAll<HTMLFormElement>("form[data-pick]")) {
      this.#choose(form, 0, form.querySelectorAll("select[name=van] option").length - 1);
    }

    this.#root.querySelector("[data-picked]")?.replaceChildren();
    this.#root.querySelector("[data-picked-row]")?.replaceChildren();
    this.#address(url => ["kies", "van", "tot"].forEach(name => url.searchParams.delete(name)));
    return hadAny;
  }

  get #rows(): HTMLElement[] { return [...this.#root.querySelectorAll<HTMLElement>(".areas-table tr[data-code]")]; }

  get #picked(): Set<string> { return new Set(this.#rows.filter(row => row.classList.contains("is-picked")).map(row => row.dataset["code"] ?? "")); }

  #start(event: PointerEvent): void {
    const room = event.target instanceof Element ? event.target.closest<HTMLElement>(".area-chart-room") : null;
    const chart = room?.closest<HTMLElement>("[data-chart]");
    if (!room || !chart || event.button !== 0) {
      return;
    }

    room.setPointerCapture(event.pointerId);
    this.#dragging = { chart, from: this.#binAt(chart, event.clientX) };
    this.#show(chart, this.#dragging.from, this.#dragging.from);
  }

  #drag(event: PointerEvent): void {
    if (this.#dragging) {
      this.#show(this.#dragging.chart, this.#dragging.from, this.#binAt(this.#dragging.chart, event.clientX));
    }
  }

  #end(event: PointerEvent): void {
    const dragging = this.#dragging;
    this.#dragging = undefined;
    if (dragging) {
      this.#pick(dragging.chart, dragging.from, this.#binAt(dragging.chart, event.clientX));
    }
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target instanceof HTMLFormElement && event.target.dataset["pick"] ? event.target : null;
    const chart = form?.closest<HTMLElement>("[data-chart]");
    if (form && chart) {
      const [from, upTo] = ["van", "tot"].map(name => form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.selectedIndex ?? 0) as [number, number];
      this.#pick(chart, from, upTo);
    }
  }

  #binAt(chart: HTMLElement, x: number): number {
    const box = chart.querySelector("svg")?.getBoundingClientRect();
    const bins = this.#binsOf(chart);
    return box ? Math.max(0, Math.min(bins - 1, Math.floor((x - box.left) / box.width * bins))) : 0;
  }

  #binsOf(chart: HTMLElement): number { return chart.querySelectorAll(".area-chart-room .bin-picked").length; }

  #pick(chart: HTMLElement, one: number, two: number): void {
    this.#show(chart, one, two);
    const form = chart.querySelector<HTMLFormElement>("form[data-pick]");
    const values = ["van", "tot"].map(name => form?.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "") as [string, string];
    this.#keep(chart.dataset["chart"] ?? "", ...values);
  }

  /** Marks what lies between two bars, and sets the two lists to them. */
  #show(chart: HTMLElement, one: number, two: number): void {
    const [from, upTo] = [Math.min(one, two), Math.max(one, two)];
    const bins = (chart.dataset["of"] ?? "").split(" ").map(bin => bin === "-" ? -1 : Number(bin));
    this.#mark(new Set(this.#rows.filter((_, row) => (bins[row] ?? -1) >= from && (bins[row] ?? -1) <= upTo).map(row => row.dataset["code"] ?? "")));
    this.#bands(chart, from, upTo);
    const form = chart.querySelector<HTMLFormElement>("form[data-pick]");
    if (form) {
      this.#choose(form, from, upTo);
    }
  }

  #choose(form: HTMLFormElement, from: number, upTo: number): void {
    for (const [name, at] of [["van", from], ["tot", upTo]] as const) {
      const list = form.querySelector<HTMLSelectElement>(`select[name=${name}]`);
      if (list) {
        list.selectedIndex = at;
      }
    }
  }

  #bands(mine: HTMLElement | undefined, from: number, upTo: number): void {
    for (const chart of this.#root.querySelectorAll<HTMLElement>("[data-chart]")) {
      const band = chart.querySelector(".bin-band");
      const bins = this.#binsOf(chart);
      band?.setAttribute("x", chart === mine ? `${from * 100 / bins}%` : "0");
      band?.setAttribute("width", chart === mine ? `${(upTo - from + 1) * 100 / bins}%` : "0");
    }
  }

  #mark(codes: Set<string>): void {
    this.#root.querySelector(".area-map")?.classList.toggle("has-picked", codes.size > 0);
    for (const area of this.#root.querySelectorAll<HTMLElement | SVGElement>(".area-map .area, .areas-table tr[data-code]")) {
      area.classList.toggle("is-picked", codes.has(area.dataset["code"] ?? ""));
    }

    const rows = this.#rows;
    for (const chart of this.#root.querySelectorAll<HTMLElement>("[data-chart]")) {
      const counts = new Map<number, number>();
      (chart.dataset["of"] ?? "").split(" ").forEach((bin, row) => {
        if (codes.has(rows[row]?.dataset["code"] ?? "")) {
          counts.set(Number(bin), (counts.get(Number(bin)) ?? 0) + 1);
        }
      });
      this.#bars(chart, counts);
    }
  }

  /** The dark part of each bar: how many of its areas are picked. */
  #bars(chart: HTMLElement, counts: Map<number, number>): void {
    const ground = Number(chart.querySelector(".bin-ground")?.getAttribute("y1") ?? "0");
    const all = new Map<number, number>();
    for (const bin of (chart.dataset["of"] ?? "").split(" ").filter(text => text !== "-")) {
      all.set(Number(bin), (all.get(Number(bin)) ?? 0) + 1);
    }

    const most = Math.max(1, ...all.values());
    chart.querySelectorAll(".area-chart-room .bin-picked").forEach((bar, bin) => {
      const count = counts.get(bin) ?? 0;
      const tall = count === 0 ? 0 : Math.max(3, Math.floor(ground * count / most));
      bar.setAttribute("y", String(ground - tall));
      bar.setAttribute("height", String(tall));
    });
  }

  #keep(by: string, from: string, upTo: string): void {
    this.#address(url => {
      url.searchParams.set("kies", by);
      url.searchParams.set("van", from);
      url.searchParams.set("tot", upTo);
    });
    void this.#tell();
  }

  /** What the page says of the picked areas together. */
  async #tell(): Promise<void> {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const url = new URL(this.#root.dataset["pickUrl"] ?? "", location.href);
      url.search = location.search;
      const answer = await fetch(url, { signal });
      if (answer.status === 202) {
        setTimeout(() => signal.aborted ? undefined : void this.#tell(), 1000); // the evidence is being made again
        return;
      }

      if (!answer.ok) {
        return;
      }

      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of ["[data-picked]", "[data-picked-row]"]) {
        const next = page.querySelector(part);
        if (next) {
          this.#root.querySelector(part)?.replaceWith(document.adoptNode(next));
        }
      }

      this.#say(this.#root.querySelector("[data-picked] p")?.textContent ?? "");
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) {
        throw problem;
      }
    }
  }
}
