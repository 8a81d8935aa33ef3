import assert from "node:assert/strict";
import { test } from "node:test";
import { childrenOf, parseXml, textOf } from "./parse-xml.ts";

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

test("what is well formed is read", () => {
  const root = parseXml(`${declaration}<a x="1 &lt; 2"><b>文 &amp; 字&#x41;</b><c/></a>\n`);
  assert.deepEqual(root.attributes, { x: "1 < 2" });
  assert.deepEqual(childrenOf(root, "b").map(textOf), ["文 & 字A"]);
});

const malformed: readonly (readonly [fault: string, text: string])[] = [
  ["no declaration", "<a/>"],
  ["an element left open", `${declaration}<a><b></a>`],
  ["an element never closed", `${declaration}<a>`],
  ["closed too often", `${declaration}<a/></a>`],
  ["two roots", `${declaration}<a/><b/>`],
  ["a bare ampersand", `${declaration}<a>R&D</a>`],
  ["an unknown reference", `${declaration}<a>&nbsp;</a>`],
  ["a bare angle bracket", `${declaration}<a>1 < 2</a>`],
  ["the end of a section in text", `${declaration}<a>]]></a>`],
  ["an attribute twice", `${declaration}<a x="1" x="2"/>`],
  ["a control character", `${declaration}<a>\u0008</a>`],
];

for (const [fault, text] of malformed) {
  test(`the parser the tests rely on refuses ${fault}`, () => {
    assert.throws(() => parseXml(text));
  });
}
