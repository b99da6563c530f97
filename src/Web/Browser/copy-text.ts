// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

/** <copy-text data-copied> copies the text of its [data-text] and says so. Without script (or clipboard) the button stays away. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const text = this.querySelector("[data-text]");
    const status = this.querySelector("[role=status]");
    if (!button || !text || !status || !("clipboard" in navigator)) {
      return;
    }

    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent ?? "");
      status.textContent = this.dataset["copied"] ?? "";
    });
  }
}

customElements.define("copy-text", CopyText);
