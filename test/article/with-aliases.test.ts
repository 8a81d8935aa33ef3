import assert from "node:assert/strict";
import { test } from "node:test";
import { withAliases } from "../../scripts/article/with-aliases.ts";

const before = "title: 河边书屋 # 暂定\nauthor: 江若水\n";

/** What is written, by what it was: the lines of the field, and of what follows it. */
const pairs: readonly (readonly [was: string, is: string])[] = [
  ["", "aliases: [/old/]\n"],
  ["note: |\n  文末。\n\n", "note: |\n  文末。\n\naliases: [/old/]\n"],
  ["note: |+\n  文末。\n\n\n", "note: |+\n  文末。\n\n\naliases: [/old/]\n"],
  ["# 旧地址以后再补\n", "# 旧地址以后再补\naliases: [/old/]\n"],
  ["summary: 头一行\n  又一行\n", "summary: 头一行\n  又一行\naliases: [/old/]\n"],
  ["x: { aliases: [/a/] }\n", "x: { aliases: [/a/] }\naliases: [/old/]\n"],
  ["aliases:\ndraft: true\n", "aliases: [/old/]\ndraft: true\n"],
  ["aliases: # 还没有\ndraft: true\n", "aliases: [/old/] # 还没有\ndraft: true\n"],
  ["aliases: []\n", "aliases: [/old/]\n"],
  ["aliases: [ ] # 空\n", "aliases: [/old/ ] # 空\n"],
  ["aliases: [/a/, '/b/'] # 旧站\nslug: x\n", "aliases: [/a/, '/b/', /old/] # 旧站\nslug: x\n"],
  ["aliases: [/a/, /b/, ]\n", "aliases: [/a/, /b/, /old/, ]\n"],
  ["aliases: [\n  /a/, # 一\n  /b/ # 二\n]\nslug: x\n", "aliases: [\n  /a/, # 一\n  /b/, /old/ # 二\n]\nslug: x\n"],
  [
    "aliases:\n  - /a/\n  - /b/ # 二\n\n# 完\nslug: x\n",
    "aliases:\n  - /a/\n  - /b/ # 二\n  - /old/\n\n# 完\nslug: x\n",
  ],
  ["aliases:\n- /a/\nslug: x\n", "aliases:\n- /a/\n- /old/\nslug: x\n"],
  ['aliases:\n    - "/a/"', 'aliases:\n    - "/a/"\n    - /old/'],
  ['"aliases" : [/a/]\n', '"aliases" : [/a/, /old/]\n'],
];

test("an alias is added in the form the field has, and nothing else is touched", () => {
  for (const body of ["\n正文：aliases: [/x/]\n---\n", ""]) {
    for (const [was, is] of pairs) {
      const around = (field: string) =>
        `---\n${before}${field}${field.endsWith("\n") || field === "" ? "" : "\n"}---\n${body}`;
      assert.equal(withAliases(around(was), ["/old/"]), around(is), was);
    }
  }
  assert.equal(withAliases("---\ntitle: 书\n---", ["/old/"]), "---\ntitle: 书\naliases: [/old/]\n---");
});

test("several aliases are added at once, none leaves the text as it is", () => {
  const text = "---\ntitle: 书\n---\n";
  assert.equal(withAliases(text, ["/a/", "/b/"]), "---\ntitle: 书\naliases: [/a/, /b/]\n---\n");
  assert.equal(
    withAliases("---\naliases:\n  - /c/\n---\n", ["/a/", "/b/"]),
    "---\naliases:\n  - /c/\n  - /a/\n  - /b/\n---\n",
  );
  assert.equal(withAliases(text, []), text);
});

test("a text in which the place is not certain is left as it is", () => {
  for (const text of [
    "没有前置信息。\n",
    "---\ntitle: 没有完\n",
    "---\n---\n",
    "---\n{ title: 书, author: 江若水 }\n---\n",
    "---\ntitle: 书\naliases: /a/\n---\n",
    "---\ntitle: 书\naliases: { a: /a/ }\n---\n",
    "---\ntitle: 书\naliases:\n  - |\n    /a/\n---\n",
    "---\ntitle: 书\naliases: &old [/a/]\n---\n",
    "---\ntitle: [书\n---\n",
  ])
    assert.equal(withAliases(text, ["/old/"]), text, text);
});
