import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { trustedHtml } from "../../scripts/text/brands.ts";
import { setLine, setLines } from "../../scripts/text/set-lines.ts";

/** What is set, with `[ ]` for what stays on one line, `-` after a half mark and `^` after an apostrophe. */
function shorthand(html: string): string {
  return setLines(trustedHtml(html))
    .replaceAll(/<span class="half[^"]*">(.)<\/span>/gu, "$1-")
    .replaceAll(/<span class="apostrophe">(.)<\/span>/gu, "$1^")
    .replaceAll('<span class="unbroken">', "[")
    .replaceAll('<span class="address">', "{[")
    .replaceAll('<span class="long-word">', "_[")
    .replaceAll("</span>", "]");
}

for (const [name, html, expected] of [
  [
    "interpuncts and connectors stay with what they follow",
    "马克思·恩格斯，5～8，上—海",
    "马克[思·]恩格斯，[5～]8，[上—]海",
  ],
  ["a dash of two may begin a line", "江——水", "江——水"],
  [
    "a slash stays with both its neighbours, but not in Latin words and addresses",
    "甲／乙 河/湖 and/or /a/b/",
    "[甲／乙] [河/湖] and/or /a/b/",
  ],
  [
    "a web address may be parted anywhere, as far as it goes",
    "见https://banxin.example/a?b=2020&amp;c=5kg#d。<p>（www.banxin.example/2020/）DOI:10.1000/xyz-5-2020-0001</p>",
    "见{[https://banxin.example/a?b=2020&amp;c=5kg#d]。<p>（{[www.banxin.example/2020/]）DOI:{[10.1000/xyz-5-2020-0001]</p>",
  ],
  [
    "so may a long word without spaces, in code too, but no short one",
    "文件Very_Long_File_Name.tar.gz，写信给readers.letters@banxin.example。a_b a@b.cn <code>readersLettersOf(article)</code><code>npm start</code>",
    "文件_[Very_Long_File_Name.tar.gz]，写信给_[readers.letters@banxin.example]。a_b a@b.cn <code>_[readersLettersOf(article)]</code><code>npm start</code>",
  ],
  [
    "what is written like one and is none is left",
    "TCP/IP 3.5/4.0 scripts/a.ts/b a@b.cn/c 2/3 比例:/ Node.js/Deno",
    "TCP/IP 3.5/4.0 scripts/a.ts/b a@b.cn/c 2/3 比例:/ Node.js/Deno",
  ],
  [
    "a number ahead of an address's host is not kept with it",
    "见5g.banxin.example/articles·河",
    "见{[5g.banxin.example/articles]·河",
  ],
  [
    "addresses in marks and elements end with them",
    '&quot;http://a.cn/b&quot;<a href="http://a.cn/">http://a.cn/</a>',
    '&quot;{[http://a.cn/b]&quot;<a href="http://a.cn/">{[http://a.cn/]</a>',
  ],
  [
    "a number stays with its unit",
    "走120公里、3.5万亿元、5 kg、2020年、5 times",
    "走[120公里]、[3.5万亿元]、[5 kg]、[2020年]、5 times",
  ],
  ["a character reference is not parted", "A&amp;·B 甲/&lt;", "A[&amp;·]B 甲/&lt;"],
  ["the first of two marks gives way", "说：“好。”《甲》、《乙》！”", "说：-“好。-”-《甲》-、-《乙》！”"],
  ["marks that Latin text shares give way among Han only", "a ‘“b”’ c 江”“水", "a ‘“b”’ c 江”-“水"],
  ["an apostrophe is marked in Latin words only", "don’t 江’水", "don’^t 江’水"],
  [
    "a paragraph's last two characters stay together, with the marks after them",
    "<p>江水东流。”</p>",
    "<p>江水[东流。-”]</p>",
  ],
  [
    "so they do ahead of a footnote",
    '<p>江水。<sup class="footnote-ref">①</sup></p>',
    '<p>[江水。]<sup class="footnote-ref">①</sup></p>',
  ],
  [
    "and ahead of several",
    '<p>江水。<sup class="footnote-ref">①</sup><sup class="footnote-ref">②</sup></p>',
    '<p>[江水。]<sup class="footnote-ref">①</sup><sup class="footnote-ref">②</sup></p>',
  ],
  [
    "a paragraph that ends in Latin or in an element is left",
    "<p>见 River.</p><p>见<em>河</em></p>",
    "<p>见 River.</p><p>见<em>河</em></p>",
  ],
  [
    "code, keys and readings are left",
    "<pre>2020年</pre><code>a·b</code><kbd>5年</kbd><ruby>甲·乙</ruby>",
    "<pre>2020年</pre><code>a·b</code><kbd>5年</kbd><ruby>甲·乙</ruby>",
  ],
  ["attributes are left", '<a title="2020年·甲">江</a>', '<a title="2020年·甲">江</a>'],
] as const) {
  test(name, () => assert.equal(shorthand(html), expected));
}

test("a line's last characters stay together", () => {
  assert.equal(setLine(trustedHtml("江水东流")), '江水<span class="unbroken">东流</span>');
});

test("nothing but spans is added, and they nest", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "江",
      "水",
      "https://a.cn/",
      "www.example.com/a",
      "a_long_name_without_spaces",
      "<code>",
      "</code>",
      "·",
      "～",
      "—",
      "／",
      "/",
      "，",
      "。",
      "“",
      "”",
      "《",
      "》",
      "12",
      "年",
      " kg",
      "a",
      "’",
      "&amp;",
      "&",
      ";",
      "<p>",
      "</p>",
      "<wbr>",
      "\u{20000}",
      " ",
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const html = parts.join("");
      const set = setLines(trustedHtml(html));
      assert.equal(set.replaceAll(/<span class="[a-z -]+">|<\/span>/gu, ""), html);
      assert.doesNotMatch(set, /<span class="unbroken">(?:[^<]|<(?!\/?span))*<\/?p>(?:[^<]|<(?!\/?span))*<\/span>/u);
      assert.equal(set.split("<span").length, set.split("</span>").length);
    }),
    { numRuns: 1500, seed: Number(process.env["SEED"] ?? 1) },
  );
});

test("nasty texts take no longer than their length asks for", { timeout: 5000 }, () => {
  for (const piece of [
    "1,",
    "</sup>",
    "&amp",
    "<",
    "·",
    "<code ",
    "》",
    "1:1 ",
    "a/",
    "//",
    "a.cn/",
    "a_",
    "@",
    "<code>a",
    "<code>a</code>",
    "http:",
    "-",
    '<sup class="footnote-ref"></sup>',
    '<sup class="footnote-ref"></sup></p>',
  ])
    setLines(trustedHtml(piece.repeat(200_000)));
});
