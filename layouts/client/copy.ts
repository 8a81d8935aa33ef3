/**
 * Buttons that copy a text of the page: `button[data-copy=ID]` copies what `#ID` holds and says so in the `output` beside it.
 *
 * Where the clipboard is closed to scripts (a page that did not come by HTTPS), the text is selected instead, for the reader's own keys.
 */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const text = document.getElementById(button.dataset["copy"] ?? "");
    if (text) button.addEventListener("click", () => copy(button, text));
  }
}

async function copy(button: HTMLButtonElement, text: HTMLElement): Promise<void> {
  const says = button.parentElement?.querySelector("output");
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    if (says) says.textContent = button.dataset["copied"] ?? "";
  } catch {
    getSelection()?.selectAllChildren(text);
  }
}
