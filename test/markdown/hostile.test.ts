import assert from "node:assert/strict";
import { test } from "node:test";
import { renderBody } from "../../scripts/markdown/render-body.ts";
import { printed } from "./printed.ts";

/** Pieces that, repeated to about 200 KB, have made Markdown parsers take minutes. */
const pieces: readonly string[] = [
  ...'[ ]|![|[a](|[a](<b|[a](b "c |[](a)|* a|**a |*a_ |a**b|~~a|_a __ |`a``|<|<a |<a b="|<a b=\'|</|<!--|<!-- -->|<![CDATA[|<?|<u>|</u>|<u></sup>'.split(
    "|",
  ),
  ..."<ruby>甲<rt>a</ruby>|{|{漢{|{漢a|{漢b}|&|&amp;|&#x|\\|> |>> |- |1. |　　|a\u{2003}|<https://a|<x:>|[^1]|[^a|[^|[a][b]|[[|]]|![](".split(
    "|",
  ),
  ...["{漢|", "{|", "|", "*", "**", "_", "`", "~", "[", "![", "<u><sub>", "\r", "\u{200b}"],
  ...[
    "- a\n",
    "> a\n",
    "> <!--\n\n",
    "<!--\n\n",
    "<!-- a -->\n",
    "a  \n",
    "甲\n",
    "[^1]: a\n",
    "[a]: b\n",
    '[a]: b "c\n',
    "# a\n",
    "# a b\n\n",
    "- - ",
    "a\n===\n",
    "##a\n",
    "[a] (/b) ",
    "[&amp;](/a b) ",
    "](/a b",
  ],
  ...[
    "| a | b |\n",
    "<table>\n\n",
    "<details>\n",
    "</details>\n\n",
    "<table><tr><td>\n\n",
    "<details>\n\n</figure>\n\n",
    "```\n",
    "~~~\n\n",
    "<<<<<<< a\n",
    "　　甲\n",
    "\n\n\n- a\n\n      b",
  ],
  ...[
    "[链接](https://a.example/) ",
    "[a](b)\n",
    "![](a.png)\n",
    "**甲**。",
    "<rt>",
    "*a **a ",
    "https://a.example ",
    "<!-- allow: x -->\n",
    "<!-- allow:",
  ],
];

for (const piece of pieces) {
  test(`200 KB of ${JSON.stringify(piece)} are set in time`, { timeout: 20_000 }, () => {
    const body = renderBody(piece.repeat(Math.ceil(200_000 / Buffer.byteLength(piece))), { file: "a.md" });
    assert.ok(printed(body).length < 60_000_000);
  });
}

const made: readonly (readonly [string, string])[] = [
  ["nested brackets", `${"[".repeat(50_000)}a${"]".repeat(50_000)}`],
  ["nested links", `${"[".repeat(20_000)}a${"](b)".repeat(20_000)}`],
  ["nested pictures", `${"![".repeat(20_000)}a${"](b)".repeat(20_000)}`],
  ["nested emphasis", `${"*a **a ".repeat(10_000)}${"a** a*".repeat(10_000)}`],
  ["nested tags", `${"<u>".repeat(20_000)}a${"</u>".repeat(20_000)}`],
  ["nested quotations", `${">".repeat(100_000)} a`],
  ["nested quotations on many lines", `${">".repeat(100)} a\n`.repeat(2000)],
  ["nested lists", Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ["a long row of code marks", Array.from({ length: 600 }, (_, length) => "`".repeat(length + 1)).join(" ")],
  ["many footnotes", Array.from({ length: 8000 }, (_, n) => `甲[^${n}]\n\n[^${n}]: 注\n\n`).join("")],
  ["many references to one footnote", `${"[^1]".repeat(40_000)}\n\n[^1]: 注`],
  [
    "footnotes that refer to footnotes",
    `${Array.from({ length: 10_000 }, (_, n) => `[^${n}]: [^${n + 1}]\n`).join("")}[^0]`,
  ],
  ["marks without footnotes", Array.from({ length: 30_000 }, (_, n) => `[^${n}]*a*`).join("")],
  ["marks without footnotes, escaped", Array.from({ length: 30_000 }, (_, n) => `\\[^${n}]*a*`).join("")],
  ["comments without ends among emphasis", "<!--*a*".repeat(30_000)],
  ["many headings alike", "# a\n# a-2\n".repeat(10_000)],
  ["a long table", `|${"a|".repeat(300)}\n|${"-|".repeat(300)}\n${`|${"b|".repeat(300)}\n`.repeat(300)}`],
  ["a table of empty rows", `|${"a|".repeat(5000)}\n|${"-|".repeat(5000)}\n${"|\n".repeat(50_000)}`],
  ["links on one line", "[a](https://a.example/)".repeat(8000)],
  ["problems on one line", "<div> [a](javascript:b) <u> ".repeat(7000)],
  ["many definitions", `${Array.from({ length: 10_000 }, (_, n) => `[a${n}]: b\n`).join("")}${"[a9]".repeat(10_000)}`],
];

for (const [name, text] of made) {
  test(`${name} are set in time`, { timeout: 20_000 }, () => {
    assert.ok(printed(renderBody(text, { file: "a.md" })).length < 60_000_000);
  });
}
