import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { renderBody } from "../../scripts/markdown/render-body.ts";
import { printed } from "./printed.ts";

/** Each file of `pairs/` holds pairs: a line that says what is shown, `.`, Markdown, `.`, HTML, `.`, a blank line. */
const folder = new URL("pairs/", import.meta.url);

for (const name of readdirSync(folder).sort()) {
  const pairs = readFileSync(new URL(name, folder), "utf8").split(/\n\.\n(?:\n|$)/u);
  for (const pair of pairs) {
    const [title = "", input, output] = pair.split(/\n\.\n/u);
    if (input === undefined) continue;
    test(`${name.replace(".txt", "")}: ${title.trim()}`, () => {
      assert.equal(printed(renderBody(input, { file: "a.md" })).trimEnd(), output);
    });
  }
}
