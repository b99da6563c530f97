// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// The asking sentence is a form with a button. Who chooses with a mouse or a finger is done then and there; who walks through
// a list with the keyboard decides with the button when to go, so nothing moves while walking (WCAG 3.2.2).
const form = document.querySelector<HTMLFormElement>("form[data-asking]");
const button = form?.querySelector<HTMLButtonElement>("button");
let byKeyboard = false;
if (button) {
  button.hidden = true; // needed when a choice was made with the keyboard, and without script
}

form?.addEventListener("keydown", () => { byKeyboard = true; });
form?.addEventListener("pointerdown", () => { byKeyboard = false; });
form?.addEventListener("change", event => {
  if (!(event.target instanceof HTMLSelectElement)) {
    return;
  }

  if (byKeyboard && button) {
    button.hidden = false;
  } else {
    form.requestSubmit();
  }
});

// An empty choice means "everything"; it stays out of the address.
form?.addEventListener("formdata", event => {
  for (const [name, value] of [...event.formData]) {
    if (value === "") {
      event.formData.delete(name);
    }
  }
});
export {};
