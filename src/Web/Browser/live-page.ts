// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * <live-page data-url data-said>: hears that something changed and fetches the page again, as its reader may see it. Only parts marked
 * data-live are replaced, so that what somebody is filling in stays as it is.
 */
export class LivePage extends HTMLElement {
  #source: EventSource | undefined;

  connectedCallback(): void {
    const url = this.dataset["url"];
    if (!url) {
      return;
    }

    this.#source = new EventSource(url);
    this.#source.addEventListener("open", () => { this.dataset["state"] = "listening"; });
    this.#source.addEventListener("changed", () => void this.#renew());
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  async #renew(): Promise<void> {
    let answer: Response;
    try {
      answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
    } catch {
      // Without a connection the page stays as it is; the next word brings it up to date.
      return;
    }

    if (!answer.ok) {
      return;
    }

    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    let changed = false;
    for (const part of this.querySelectorAll<HTMLElement>("[data-live]")) {
      const next = fresh.querySelector<HTMLElement>(`[data-live="${CSS.escape(part.dataset["live"] ?? "")}"]`);
      if (next && next.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
        part.replaceChildren(...next.childNodes);
        changed = true;
      }
    }

    const status = this.querySelector<HTMLElement>("[data-status]");
    if (changed && status) {
      status.textContent = this.dataset["said"] ?? "";
    }
  }
}

customElements.define("live-page", LivePage);
