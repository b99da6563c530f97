// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// The page of an answer that is being made asks whether it is there, and only then is read anew: nothing moves under a reader.
// Without script the page reloads itself.
const seconds = Number(document.querySelector<HTMLScriptElement>("script[data-seconds]")?.dataset["seconds"] ?? "2");
const ask = async (): Promise<void> => {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.status !== 202) {
      location.reload();
      return;
    }
  } catch {
    // Without a connection we ask again later.
  }

  setTimeout(() => void ask(), seconds * 1000);
};
setTimeout(() => void ask(), seconds * 1000);
export {};
