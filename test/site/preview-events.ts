import assert from "node:assert/strict";
import { previewAddresses } from "../../layouts/client/preview-addresses.ts";
import type { PreviewState } from "../../layouts/client/preview-state.ts";

/** What the preview at `base` pushes to the page at `path`, one after another. */
export async function* heardAt(base: string, path: string): AsyncGenerator<PreviewState> {
  const { body, headers } = await fetch(`${base}${previewAddresses.events}?page=${path}`);
  assert.equal(headers.get("content-type"), "text/event-stream");
  assert.ok(body);
  let text = "";
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const events = (text + piece).split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) if (event.startsWith("data: ")) yield JSON.parse(event.slice("data: ".length));
  }
}
