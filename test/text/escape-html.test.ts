import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeHtml, escapeXml } from "../../scripts/text/escape-html.ts";

test("text cannot leave an element or an attribute", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", ""],
    ["版心 “周刊”", "版心 “周刊”"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [`" onload="x`, "&quot; onload=&quot;x"],
    ["it's & &amp;", "it&#39;s &amp; &amp;amp;"],
    ["]]>", "]]&gt;"],
  ];
  for (const [text, escaped] of cases) {
    assert.equal(escapeHtml(text), escaped);
    assert.equal(escapeXml(text), escaped);
  }
});

test("XML text holds none of the characters XML 1.0 forbids", () => {
  assert.equal(escapeXml("a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg\ud800h\udc00i"), "abcdefghi");
  assert.equal(escapeXml("a\tb\nc\rd\u007f\u0085\ufffd𠮷😀"), "a\tb\nc\rd\u007f\u0085\ufffd𠮷😀");
});
