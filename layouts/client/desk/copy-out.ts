/** What is copied: a text, and where there is one the same as HTML. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/**
 * Copies when a button is pressed, and tells whether that was allowed.
 *
 * What an editor pastes must be what was made: the event that copying fires takes HTML as it is, also where the page did not come
 * by HTTPS. The asynchronous clipboard, which sanitises HTML, stands in where browsers do not fire it without a selection.
 */
export async function copyOut({ text, html }: Copied): Promise<boolean> {
  let isDone = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    isDone = event.clipboardData !== null;
  };
  document.addEventListener("copy", put);
  try {
    document.execCommand("copy");
    if (!isDone)
      await navigator.clipboard.write([new ClipboardItem(blobs({ text, ...(html === undefined ? {} : { html }) }))]);
    return true;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", put);
  }
}

function blobs({ text, html }: Copied): Readonly<Record<string, Blob>> {
  const plain = { "text/plain": new Blob([text], { type: "text/plain" }) };
  return html === undefined ? plain : { ...plain, "text/html": new Blob([html], { type: "text/html" }) };
}
