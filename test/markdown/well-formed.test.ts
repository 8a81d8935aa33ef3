import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import MarkdownParser from "markdown-it";
import { chineseEmphasis } from "../../scripts/markdown/chinese-emphasis.ts";
import { renderBody } from "../../scripts/markdown/render-body.ts";
import { printed } from "./printed.ts";
import { faultIn } from "./well-formed.ts";

const pieces = [
  ..."<table>|</table>|<tr>|</tr>|<td>|</td>|<th scope=col>|</th>|<thead>|</thead>|<tbody>|</tbody>|<caption>|</caption>".split(
    "|",
  ),
  ..."<details open>|</details>|<summary>|</summary>|<figure>|</figure>|<figcaption>|</figcaption>".split("|"),
  ..."<ruby>|</ruby>|<rt>|</rt>|<rp>|</rp>|<u>|</u>|<sup>|</sup>|<br>|</br>|<br/>|<q lang=en>|</q>|<small x='\">'>|</small>".split(
    "|",
  ),
  ..."<div>|</div>|<script>|</script>|<a href=x>|</a>|<img src=x onerror=y>|<p>|</p>|<!--|-->|<!-- x -->|<![CDATA[|]]>|<?x ?>|<!D>".split(
    "|",
  ),
  ...[
    "\n",
    "\n\n",
    "\n\n",
    "\n- ",
    "\n> ",
    "\n1. ",
    "\n    ",
    "\n# ",
    "\n## ",
    "\n```\n",
    "\n---\n",
    "\n　　",
    " ",
    "  \n",
    "\\",
    "\t",
  ],
  ...[
    "*",
    "**",
    "***",
    "_",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "](a)",
    '](b "c")',
    "![",
    "![](p.png)",
    '![a](p.png "b | c")',
    "[^1]",
    "\n[^1]: ",
    "\n[x]: y\n",
  ],
  ...[
    "{漢|hàn}",
    "{",
    "|",
    "}",
    "漢字",
    "。",
    "“",
    "”",
    "（",
    "）",
    "a",
    "word",
    "&lt;",
    "&",
    "<",
    ">",
    '"',
    "'",
    "=",
    "&#0;",
    "\0",
    "\r\n",
  ],
  ...[
    "\n| a | b |\n|---|:-:|\n| c | ",
    "\n\n| a |\n|---|\n",
    "<https://a.example>",
    "<javascript:x>",
    "](javascript:x)",
    "é",
    "\u{1f600}",
  ],
];

const nasty = fc.array(fc.constantFrom(...pieces), { maxLength: 40, size: "max" }).map((parts) => parts.join(""));

test("whatever is written, the HTML is well-formed and holds no tag or attribute beyond the list", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = printed(renderBody(text, { file: "a.md" }));
      assert.equal(faultIn(html), undefined, `${JSON.stringify(text)}\n${html}`);
    }),
    // The same texts each time; `SEED=… npm test -- well-formed` tries others.
    { numRuns: 3000, seed: Number(process.env["SEED"] ?? 1) },
  );
});

test("every problem and link stands at a place that exists", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const body = renderBody(text, { file: "a.md" });
      const lines = text.replaceAll(/\r\n?/gu, "\n").split("\n");
      for (const { line, column } of [...body.problems, ...body.links, ...body.pictures]) {
        const written = lines[line - 1];
        assert.ok(written !== undefined && column >= 1 && column <= [...written].length + 1, `${line}:${column}`);
      }
      for (const { line, column } of body.links) {
        assert.match(
          [...(lines[line - 1] ?? "")][column - 1] ?? "",
          /[[<]/u,
          `${line}:${column} of ${JSON.stringify(text)}`,
        );
      }
    }),
    { numRuns: 1500, seed: Number(process.env["SEED"] ?? 1) },
  );
});

test("text without East Asian characters is emphasised as CommonMark says", () => {
  const stock = new MarkdownParser();
  const ours = new MarkdownParser().use(chineseEmphasis);
  const latin = fc.array(
    fc.constantFrom("*", "**", "_", "__", "~~", "a", "b c", '"', "(", ")", ".", " ", "é", "—", "“", "”", "€", "\n"),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(latin, (parts) => assert.equal(ours.render(parts.join("")), stock.render(parts.join("")))),
    { numRuns: 2000, seed: Number(process.env["SEED"] ?? 1) },
  );
});
