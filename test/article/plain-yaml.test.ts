import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readAnyYaml } from "../../scripts/article/any-yaml.ts";
import { readFrontMatter } from "../../scripts/article/front-matter.ts";
import { readPlainYaml } from "../../scripts/article/plain-yaml.ts";
import { unprintableIn } from "../../scripts/article/quote.ts";

/** Front matter as editors and editing programs write it. */
const ordinary: readonly string[] = [
  "title: 河与城\nauthor: 许慎言\nsource: banxin\ndate: 2020-03-27 08:31\neditor: 林知远\n",
  'title: "“河”与城：一个问题"\nsource: { name: "东岸评论", url: "https://dongan.example/a?b=c#d" }\nx: { tags: ["linux", 12, no] }\n',
  "title: 'C# 入门'\nkeywords: [河, 城, C#, a:b]\ntopics: []\nkicker:\nsummary: 用 {{ title }}，第1:2节，a#b\n",
  'title: "他说：\\"好。\\" \\\\"\nslug: a-b\n',
  "author:\n  - 许慎言\n  - name: 陆明远\n    role: 译\n  - { name: 甲, affiliation: 江城大学 }\n  - [甲, 乙]\ndate: 2020-03-27",
  "image:\n    src: river.jpg\n    alt: 江边 的  旧厂房\nx:\n  a:\n    - b:\n        c: 1\n      d:\n    - e\n  f: ~\nlast:\n",
  "constructor: 2\nx: { hasOwnProperty: 3 }\nconstructor: 4\n",
];

/** More than the plainest YAML, right and wrong; between `‖`. */
const more: readonly string[] = [
  "‖\n‖河与城‖- 河‖# 说明\ntitle: 河‖title: 河\n\neditor: 林‖title: 河\n# 完\n‖---\ntitle: 河‖\ufefftitle: 河",
  "title: 河 # 注‖title: #河‖title: 河 ‖title: ‖title:  \n‖title: 河\n ‖title:河‖title：河‖ title: 河‖\ttitle: 河",
  "title: 河\n  与城‖title: 河\n editor: 林‖title: >\n  河‖title: |\n  河‖title: 'it''s'‖title: \"河\n  城\"",
  'title: "\\n"‖title: "\\/"‖title: "\\u4e8c"‖title: "\t"‖title: 河\t城‖title: 河\t',
  "title: 河: 城‖title: 河:‖title: - 河‖title: -1‖title: ?‖title: ,‖title: &a 河‖title: *a‖title: !河‖title: @河‖title: %",
  'title: "河"城‖title: "河" # 注‖title: "河‖title: \'河‖title: \'河\'城',
  "author:\n- 许‖author:\n  - 许\n - 陆‖author:\n  -  许‖author:\n  - - 许‖author:\n  -\n    许‖author:\n  许",
  "a:\n   b: 1\n  c: 2‖? a\n: b‖<<: a‖1984: a‖标题: 河‖__proto__: 一",
  "x: {}‖x: [a,]‖x: [,a]‖x: [,]‖x: [a:, b]‖x: [a b, c: d]‖x: [a\n, b]‖x: [a‖x: [a]]‖x: [a] b‖x: [a #b]",
  'x: {a: b‖x: { a:b }‖x: { a }‖x: { a: }‖x: { "a": b }‖x: { a: b: c }',
  `${"k".repeat(101)}: 1‖x: ${"[".repeat(9)}${"]".repeat(9)}`,
].flatMap((row) => row.split("‖"));

test("ordinary front matter is read without the library, to the same values at the same places", () => {
  for (const text of ordinary) {
    assert.notEqual(readPlainYaml(text), undefined, text);
    assertSame(text);
    // A comment makes the library read the same fields.
    const [plain, any] = ["", "# 完\n"].map((comment) => {
      const { fields, places, keyPlaces, problems } = readFrontMatter({
        file: "a.md",
        text: `---\n${text}${text.endsWith("\n") ? "" : "\n"}${comment}---\n`,
      });
      return { fields, places, keyPlaces, problems };
    });
    assert.deepEqual(plain, any, text);
  }
});

test("whatever may be more than plain YAML is left to the library", () => {
  for (const text of more) assert.equal(readPlainYaml(text), undefined, JSON.stringify(text));
});

const pieces = [
  "\n‖\n‖\n  ‖\n    ‖\n- ‖\n  - ‖ ‖  ‖: ‖:‖:\n‖- ‖-‖#‖ #‖# ‖\"‖'‖''‖\\‖\\\"‖\\\\‖[‖]‖{‖}‖[]‖{}‖, ‖,‖>‖>-\n‖|‖|\n‖&a ‖*a‖!‖!!str ",
  "%‖@‖`‖?‖? ‖---‖...‖\n---\n‖\n...\n‖---\n‖a‖b‖k: ‖k:‖title: ‖author:‖x: ‖a: b‖a: b\n‖  k: v\n‖  - v\n‖- v\n‖<<: ‖__proto__: a",
  "null‖~‖true‖-1‖0x1‖\"a\"‖'b'‖{ a: b }‖[a, b]‖[ a ]‖[,]‖:,‖:]‖{ k: [a, { b: c }] }‖=‖a:b‖http://x/‖a#b‖ - ‖$‖;‖.‖..‖\n\n‖ \n‖\n \n",
  "河‖河与城‖名: ‖：‖，‖“‖\u3000‖\u00a0‖\u0085‖\u200b‖\u2028‖\ufeff‖😀‖\t‖\r‖\r\n",
].flatMap((row) => row.split("‖"));

const piece = fc.constantFrom(...pieces);
const soup = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(""));

/** Lines that are mostly plain YAML, though they do not always belong together. */
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "  ", "    ", "      ", " "),
      fc.constantFrom("", "", "- ", "- - ", "-"),
      fc.constantFrom("a: ", "b: ", "k:", "", "title: ", "x:"),
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom("河", "a b", "[a, b]", "{ a: b }", '"a"', "'b'", "", "") },
        piece,
      ),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.map((part) => part.join("")).join("\n"));

/** Ordinary front matter with a few pieces put in or in the place of others. */
const damaged = fc
  .tuple(
    fc.constantFrom(...ordinary),
    fc.array(fc.tuple(fc.nat(200), fc.nat(3), fc.oneof(piece, fc.constant(""))), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [at, cut, put]) => `${changed.slice(0, at)}${put}${changed.slice(at + cut)}`, text),
  );

test("whatever is read without the library, the library reads alike and without complaint", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(soup, lines, damaged), (text) => {
      if (unprintableIn(text) === undefined && readPlainYaml(text) !== undefined) plain += 1;
      assertSame(text);
    }),
    { numRuns: 20_000, seed: Number(process.env["SEED"] ?? 1) },
  );
  assert.ok(plain > 2000, `too few of the texts are plain to prove anything: ${plain}`);
});

function assertSame(text: string): void {
  if (unprintableIn(text) !== undefined) return;
  const root = readPlainYaml(text);
  if (root !== undefined) assert.deepEqual(readAnyYaml(text), { root, findings: [], errors: [] }, JSON.stringify(text));
}
