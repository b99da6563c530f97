// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// The pages of the work are whole without script; this makes them quicker with a keyboard and lets judgements of others arrive.
import "./draw-place.js";
import "./live-page.js";

// Digits choose a word only while the focus is inside its group, so they are in nobody's way elsewhere.
for (const group of document.querySelectorAll<HTMLFieldSetElement>("fieldset[data-digits]")) {
  group.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) {
      return;
    }

    const radio = group.querySelectorAll<HTMLInputElement>("input[type=radio]")[Number(event.key)];
    if (radio) {
      event.preventDefault();
      radio.checked = true;
      radio.focus();
      radio.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

// A form that was refused: first the reader hears why.
document.querySelector<HTMLElement>("[data-focus]")?.focus();
