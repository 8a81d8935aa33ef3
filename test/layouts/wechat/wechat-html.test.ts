import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LinkNotes } from "../../../layouts/wechat/link-notes.ts";
import { plainCopy } from "../../../layouts/wechat/plain-copy.ts";
import { wechatHtml } from "../../../layouts/wechat/wechat-html.ts";

const places = {
  here: "http://localhost:8080/a/",
  printed: "http://localhost:8080/",
  published: "https://banxin.example/paper/",
};

/** `html` for WeChat, its styles left out, and its notes. */
function converted(html: string): { html: string; notes: LinkNotes } {
  const notes = new LinkNotes(places);
  return { html: wechatHtml(html, notes).replaceAll(/ style="[^"]*"/gu, ""), notes };
}

const cases: readonly (readonly [what: string, html: string, expected: string])[] = [
  ["a paragraph loses its class", '<p class="continued">甲</p>', "<p>甲</p>"],
  ["an empty paragraph goes", "<p> </p>", ""],
  ["a heading loses its anchor", '<h2 id="甲">甲</h2>', "<h2>甲</h2>"],
  ["emphasis by dots", '<em class="dots">甲</em>', "<span>甲</span>"],
  ["emphasis in Latin", "<em>a</em> <strong>b</strong>", "<em>a</em> <strong>b</strong>"],
  [
    "ruby keeps its reading, in brackets where ruby is not known",
    "<ruby>甲<rt>jiǎ</rt></ruby>",
    "<ruby>甲<rp>（</rp><rt>jiǎ</rt><rp>）</rp></ruby>",
  ],
  [
    "brackets are not doubled",
    "<ruby>甲<rp>（</rp><rt>jiǎ</rt><rp>）</rp></ruby>",
    "<ruby>甲<rp>（</rp><rt>jiǎ</rt><rp>）</rp></ruby>",
  ],
  [
    "a list",
    "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>",
    "<section><section><span>•&nbsp;</span>甲</section><section><span>•&nbsp;</span>乙</section></section>",
  ],
  [
    "a numbered list that begins later",
    '<ol start="3"><li><p>甲</p></li></ol>',
    "<section><section><p><span>3.&nbsp;</span>甲</p></section></section>",
  ],
  [
    "a list in a list",
    "<ul><li>甲<ol><li>乙</li></ol></li></ul>",
    "<section><section><span>•&nbsp;</span>甲<section><section><span>1.&nbsp;</span>乙</section></section></section></section>",
  ],
  ["a quotation", "<blockquote><p>甲</p></blockquote>", "<section><p>甲</p></section>"],
  [
    "a table keeps its spans",
    '<table><tr><td colspan="2" class="align-right" onclick="x()">1</td></tr></table>',
    '<section><table><tr><td colspan="2">1</td></tr></table></section>',
  ],
  ["a program keeps its lines and spaces", "<pre><code>a\n  b</code></pre>", "<section>a<br>&nbsp; b</section>"],
  [
    "a program's odd indents stay as deep where an editor joins spaces",
    "<pre><code>a\n   b\n c  d</code></pre>",
    "<section>a<br>&nbsp;&nbsp; b<br>&nbsp;c&nbsp; d</section>",
  ],
  [
    "a figure of the preview's is one of the site's",
    '<figure><img src="http://localhost:8080/p.jpg" alt="图"><figcaption><span class="caption">甲</span> <span class="credit">乙 摄</span></figcaption></figure>',
    '<section><img src="https://banxin.example/paper/p.jpg" alt="图"><p>甲 乙 摄</p></section>',
  ],
  [
    "a picture without an address that can be fetched leaves its words",
    '<img src="data:image/png;base64,AA" alt="图">',
    "图",
  ],
  ["a link keeps its words and gets a number", '<a href="https://example.org/">甲</a>', "甲<span>[1]</span>"],
  ["a link that is its own address needs none", '<a href="https://example.org/">example.org</a>', "example.org"],
  ["a link within the text", '<a href="http://localhost:8080/a/#乙">甲</a><a href="#乙">甲</a>', "甲甲"],
  ["a link of the parts around a text", '<a href="/people/a/">甲</a>', "甲"],
  ["a link that does not lead to the web", '<a href="javascript:alert(1)">甲</a>', "甲"],
  [
    "an article of WeChat's own",
    '<a href="https://mp.weixin.qq.com/s/x" class="y" onclick="z()">甲</a>',
    '<a href="https://mp.weixin.qq.com/s/x">甲</a>',
  ],
  [
    "a host that only looks like WeChat's",
    '<a href="https://mp.weixin.qq.com.example/s/x">甲</a>',
    "甲<span>[1]</span>",
  ],
  ["what readers unfold", "<details><summary>甲</summary><p>乙</p></details>", "<p>甲</p><p>乙</p>"],
  [
    "a caption of several paragraphs is no paragraph",
    '<figure><img src="https://x.example/y.jpg" alt="图"><figcaption>\n<p>甲</p>\n<p>乙</p>\n</figcaption></figure>',
    '<section><img src="https://x.example/y.jpg" alt="图"><section>\n<p>甲</p>\n<p>乙</p>\n</section></section>',
  ],
  ["a script leaves its text and runs nothing", "<script>alert(1)</script>", "alert(1)"],
  [
    "a style sheet, a frame, a form",
    '<style>p{}</style><iframe src="//x"></iframe><form><input name="a"></form>',
    "p{}",
  ],
  ["a handler and a style of one's own", '<p onclick="x()" style="position:fixed">甲</p>', "<p>甲</p>"],
  [
    "a tag that is none",
    "<p>1 < 2 & <x:y> <a href='q'>甲</a></p>",
    "<p>1 &lt; 2 & &lt;x:y&gt; &lt;a href='q'&gt;甲</p>",
  ],
  ["tags that are closed twice, or never", "</p></div><p>甲<strong>乙", "<p>甲<strong>乙</strong></p>"],
];

for (const [what, html, expected] of cases)
  test(`WeChat: ${what}`, () => {
    assert.equal(converted(html).html, expected);
  });

test("the same address has one number, and one of the preview's is the published one", () => {
  const { html, notes } = converted(
    '<p><a href="https://a.example/?x=1&amp;y=2">甲</a><a href="http://localhost:8080/b/#c">乙</a><a href="https://a.example/?x=1&amp;y=2">丙</a></p>',
  );
  assert.equal(html, "<p>甲<span>[1]</span>乙<span>[2]</span>丙<span>[1]</span></p>");
  assert.deepEqual(notes.links, [
    { address: "https://a.example/?x=1&amp;y=2", words: "甲" },
    { address: "https://banxin.example/paper/b/#c", words: "乙" },
  ]);
});

test("footnotes are kept for the end with the mark they have in the text, without the way back", () => {
  const { html, notes } = converted(
    '<p>甲<sup class="footnote-ref"><a href="http://localhost:8080/a/#fn-1" id="fnref-1" role="doc-noteref" aria-label="注释 1">①</a></sup></p>' +
      '<section class="footnotes" role="doc-endnotes" aria-label="注释">\n<ol>\n<li id="fn-1"><p>第12页。</p>\n<p>又。 <a class="footnote-back" href="http://localhost:8080/a/#fnref-1" role="doc-backlink" aria-label="返回">↩</a></p>\n</li>\n</ol>\n</section>',
  );
  assert.equal(html, "<p>甲<sup>①</sup></p>");
  assert.deepEqual(notes.footnotes, ["① 第12页。<br>又。"]);
});

test("whatever is in a page, nothing but known elements comes out, without class, id, script or handler", () => {
  const pieces = fc.constantFrom(
    ...[
      "<p>",
      "</p>",
      '<a href="https://x.example/">',
      '<a href="javascript:x">',
      "</a>",
      "<ul>",
      "<li>",
      "</ul>",
      "<table>",
    ],
    ...[
      "<td>",
      "<",
      ">",
      '"',
      "'",
      "&",
      "&lt;script&gt;",
      "<script>",
      "</script>",
      '<img src="https://x/y" alt="',
      "<svg/onload=x>",
    ],
    ...[
      '<p class="a" id="b" onclick="c">',
      "<!--",
      "-->",
      "<pre>",
      "<ruby>",
      "<rt>",
      "甲",
      '<img src="javascript:x" onerror="y">',
    ],
  );
  const known =
    /^(?:[^<>]|<\/?(?:p|h[2-6]|section|span|strong|em|sub|sup|ruby|rt|rp|code|table|thead|tbody|tfoot|tr)(?: style="[^"<>]*")?>|<\/?(?:th|td)(?: (?:colspan|rowspan)="\d+")*(?: style="[^"<>]*")?>|<br>|<hr style="[^"]*">|<img src="https?:[^"<]*" alt="[^"<]*" style="[^"]*">|<a href="https:\/\/mp\.weixin\.qq\.com\/[^"<>]*">|<\/a>)*$/u;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const notes = new LinkNotes(places);
      const html = wechatHtml(parts.join(""), notes);
      assert.match(html, known);
      for (const { address, words } of notes.links) assert.doesNotMatch(address + words, /[<>]/u);
      for (const note of notes.footnotes) assert.match(note, known);
    }),
    { numRuns: 500, seed: 6 },
  );
});

test("the plain copy is the text: paragraphs, lists, cells and pictures by their words", () => {
  const { html } = converted(
    '<h2>题</h2><p>甲 &amp; 乙<br>丙</p><ul><li>一</li><li><p>二</p></li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><p>图<img src="https://x.example/y.jpg" alt="河"></p><p><ruby>甲<rt>jiǎ</rt></ruby></p>',
  );
  assert.equal(plainCopy(html), "题\n\n甲 & 乙\n丙\n\n• 一\n\n• 二\n\na\tb\n1\t2\n\n图［河］\n\n甲（jiǎ）");
});
