// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * <use-passkey data-ask data-failed> holds a form that is sent with what the device of the reader answers. The server asks the question (data-ask);
 * which kind it is stands in the options: who makes a key names its user. Without script, or on a device that has no passkeys, the form stays away.
 */
export class UsePasskey extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const answer = this.querySelector<HTMLInputElement>("input[name=credential]");
    const status = this.querySelector("[role=status]");
    const without = this.querySelector<HTMLElement>("[data-without]");
    if (!form || !answer || !status || !("PublicKeyCredential" in window) || !("parseRequestOptionsFromJSON" in PublicKeyCredential)) {
      return;
    }

    form.hidden = false;
    if (without) {
      without.hidden = true;
    }

    let busy = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      if (busy) {
        return;
      }

      busy = true;
      status.textContent = "";
      void this.ask(form).then(
        credential => {
          answer.value = JSON.stringify(credential.toJSON());
          form.submit();
        },
        () => {
          // Somebody who changed their mind, a device that has none, a connection that broke: to the reader it is the same.
          busy = false;
          status.textContent = this.dataset["failed"] ?? "";
        });
    });
  }

  private async ask(form: HTMLFormElement): Promise<PublicKeyCredential> {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") {
        fields.append(name, value);
      }
    }

    const asked = await fetch(this.dataset["ask"] ?? "", { method: "POST", body: fields });
    if (!asked.ok) {
      throw new Error(`The question was answered with ${asked.status}.`);
    }

    const options = await asked.json() as object;
    const credential = "user" in options
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
    if (!(credential instanceof PublicKeyCredential)) {
      throw new Error("The device gave nothing.");
    }

    return credential;
  }
}

customElements.define("use-passkey", UsePasskey);
