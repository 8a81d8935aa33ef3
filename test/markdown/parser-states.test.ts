import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import MarkdownParser from "markdown-it";
import { blockState } from "../../scripts/markdown/block-state.ts";
import { BodyDraft } from "../../scripts/markdown/body-draft.ts";
import { chineseEmphasis } from "../../scripts/markdown/chinese-emphasis.ts";
import { plainText } from "../../scripts/markdown/plain-text.ts";

const pieces = [
  ...["\n", "\n\n", "\n\n\n", "\n \t", "  \n", "\\\n", "\t", " ", "    ", "\n\t", "\n    ", "\n  "],
  ...["\n- ", "\n-\t", "\n  - ", "\n1. ", "\n12)", "\n> ", "\n>\t", "\n>> ", "\n# ", "\n## a ##  ", "\n===", "\n---\n"],
  ...[
    "\n```\n",
    "\n~~~ a\n",
    "\n| a | b |\n|---|:-:|\n| c | ",
    "\n[x]: <y> 'z'\n",
    "[x]",
    "[x][]",
    "[a](b 'c')",
    "![d](e)",
  ],
  ...[
    "*",
    "**",
    "_",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<https://a.example>",
    "<b>",
    "&amp;",
    "&",
    "\\",
    "\\*",
  ],
  ...["a", "b c", "1.", "-", "+", ":", "{", "}", "|", "=", "#", ">", '"', "é", "\u{1f600}"],
];

test("with our states, tokens and rule for text, the parser reads Latin text as markdown-it does with its own", () => {
  const stock = new MarkdownParser();
  const ours = new MarkdownParser().use(blockState).use(plainText).use(chineseEmphasis);
  const latin = fc.array(fc.constantFrom(...pieces), { maxLength: 30, size: "max" }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(latin, (text) => {
      const draft = new BodyDraft(text, { file: "a.md" });
      assert.equal(ours.render(text, draft.env()), stock.render(text), JSON.stringify(text));
    }),
    { numRuns: 5000, seed: Number(process.env["SEED"] ?? 1) },
  );
});
