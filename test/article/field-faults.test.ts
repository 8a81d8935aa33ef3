import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticle } from "../../scripts/article/read-article.ts";
import { manuscript, needed, zone } from "./sample-manuscript.ts";

/** Field, YAML, what is reported, the column (of line 7 for fields that are not needed, of their own line for those that are). */
const bad: readonly (readonly [string, string, ...string[]])[] = [
  ["title", "", "2:1 field-missing title"],
  ["title", '""', "2:8 field-empty title"],
  ["title", '" \u3000 "', "2:8 field-empty title"],
  ["title", "[a]", "2:8 field-form title"],
  ["title", "{ a: b }", "2:8 field-form title"],
  ["title", "字".repeat(201), "2:8 field-long title"],
  ["title", '"河\\n城"', "2:8 field-lines title"],
  ["title", "|\n  河\n  城", "2:8 field-lines title"],

  ["author", '[许慎言, ""]', "3:15 field-empty author.1"],
  ["author", "[许慎言, [陆明远]]", "3:15 field-form author.1"],
  ["author", "[{ role: 译 }]", "3:10 field-missing author.0.name"],
  ["author", "[{ name: 许慎言, affilation: 江城大学 }]", "3:23 field-unknown affilation"],
  ["author", "[{ name: 许慎言, organization: 是 }]", "3:37 field-form author.0.organization"],
  ["author", "[{ name: 许慎言, person: 许慎言 }]", "3:31 field-form author.0.person"],
  ["source", "[]", "4:9 field-empty source"],
  ["source", "{ url: https://a.example/ }", "4:9 field-missing source.name"],
  ["source", "[{ name: 甲, url: ftp://a.example/ }]", "4:26 url-scheme source.0.url"],
  ["source", '{ name: 甲, url: "JavaScript:alert(1)" }', "4:25 url-scheme source.url"],
  ["source", '{ name: 甲, url: "data:text/html,x" }', "4:25 url-scheme source.url"],
  ["source", '{ name: 甲, url: "//a.example/" }', "4:25 url-form source.url"],
  ["source", "{ name: 甲, url: a.example }", "4:25 url-form source.url"],
  ["source", '{ name: 甲, url: "https:/a.example" }', "4:25 url-form source.url"],
  ["source", '{ name: 甲, url: "https:\\\\\\\\a.example" }', "4:25 url-form source.url"],
  ["source", '{ name: 甲, url: "https://a.example/ b" }', "4:25 url-form source.url"],
  ["source", '{ name: 甲, url: "https://a.example/\\"onclick" }', "4:25 url-form source.url"],
  ["source", '{ name: 甲, url: "https://u:p@a.example/" }', "4:25 url-credentials source.url"],
  ["source", '{ name: 甲, url: "https://bank.example@a.example/" }', "4:25 url-credentials source.url"],
  ["source", '{ name: 甲, url: "https://@a.example/" }', "4:25 url-credentials source.url"],
  ["source", "{ name: 甲, date: 2020/3/1 }", "4:26 date-form source.date"],
  ["source", "{ name: 甲, data: 2020-03-01 }", "4:20 field-unknown data"],
  ["date", "2020/3/27", "5:7 date-form date"],
  ["date", "[2020-03-27]", "5:7 field-form date"],
  ["date", "2020-02-30", "5:7 date-impossible date"],
  ["editor", "[]", "6:9 field-empty editor"],
  ["editor", '""', "6:9 field-empty editor"],
  ["editor", "{ name: 林知远 }", "6:9 field-form editor"],
  ["kicker", '""', "7:9 field-empty kicker"],
  ["kicker", "[a]", "7:9 field-form kicker"],
  ["subtitle", "{ a: b }", "7:11 field-form subtitle"],
  ["listTitle", '"a\\tb"', "7:12 field-lines listTitle"],
  ["summary", "字".repeat(1001), "7:10 field-long summary"],
  ["editorsNote", "字".repeat(20_001), "7:14 field-long editorsNote"],
  ["note", "[a]", "7:7 field-form note"],
  ["topics", "城市", "7:9 field-form topics"],
  ["topics", "[{ id: a }]", "7:10 field-form topics.0"],
  ["keywords", '["", a]', "7:12 field-empty keywords.0"],
  ["image", "javascript:alert(1)", "7:8 url-scheme image"],
  ["image", '{ src: "data:image/png;base64,x", alt: a }', "7:15 url-scheme image.src"],
  ["image", "{ alt: a }", "7:8 field-missing image.src"],
  ["image", "[a.jpg]", "7:8 field-form image"],
  ["image", "{ src: a.jpg, title: b }", "7:22 field-unknown title"],
  ["slug", "Four", "7:7 field-form slug"],
  ["slug", "四个平衡", "7:7 field-form slug"],
  ["slug", "-a", "7:7 field-form slug"],
  ["slug", "a--b", "7:7 field-form slug"],
  ["slug", "../a", "7:7 field-form slug"],
  ["slug", "a".repeat(101), "7:7 field-form slug"],
  ["related", "a.md", "7:10 field-form related"],
  ["related", "{ pins: [a.md] }", "7:12 field-unknown pins"],
  ["related", '[a.md, ""]', "7:17 field-empty related.1"],
  ["updated", "soon", "7:10 date-form updated"],
  ["updated", "2020-03-27 08:31", "7:10 updated-before-date"],
  ["updated", "2020-03-27", "7:10 updated-before-date"],
  ["updated", "2020-03-26 10:00", "7:10 updated-before-date"],
  ["corrections", "{ date: 2020-03-28, text: a }", "7:14 field-form corrections"],
  ["corrections", "[改了一个字]", "7:15 field-form corrections.0"],
  ["corrections", "[{ date: 2020-03-28 }]", "7:15 field-missing corrections.0.text"],
  ["corrections", "[{ date: 2020-03-28, text: a }, { date: 2020-03-26, text: b }]", "7:54 correction-before-date"],
  ["corrections", "[{ date: 2020-03-27 08:30, text: a }]", "7:23 correction-before-date"],
  ["retracted", "true", "7:12 field-form retracted"],
  ["retracted", "{ date: 2020-03-26, reason: a }", "7:20 retraction-before-date"],
  ["retracted", "{ date: 2020-04-01, reason: a, keepBody: yes }", "7:53 field-form retracted.keepBody"],
  ["aliases", "/a.html", "7:10 field-form aliases"],
  ["draft", "yes", "7:8 field-form draft"],
  ["draft", "True", "7:8 field-form draft"],
  ["draft", "是", "7:8 field-form draft"],
  ["expires", "2020-03-27 08:31", "7:10 expires-before-date"],
  ["expires", "2020-03-27", "7:10 expires-before-date"],
  ["language", "zh_CN", "7:11 field-form language"],
  ["language", "中文", "7:11 field-form language"],
  ["language", "zh-", "7:11 field-form language"],
  ["ai", "some", "7:5 field-form ai"],
  ["silence", "name-twice", "7:10 field-form silence"],
  ["silence", "[no-such-rule]", "7:11 silence-unknown"],
  ["silence", "[constructor]", "7:11 silence-unknown"],
  ["silence", "[date-form]", "7:11 silence-error"],
  ["layout", "x.njk", "7:1 field-unknown layout"],
  ["permalink", "/x/", "7:1 field-unknown permalink"],
  ["__proto__", "{ draft: true }", "7:1 field-unknown __proto__"],
  ["eleventyComputed", "{ a: b }", "7:1 field-unknown eleventyComputed"],
];

test("every wrong form of every field is reported at the value, by rule and field", () => {
  for (const [field, yaml, ...expected] of bad) {
    const text = manuscript({});
    const own = new RegExp(`^${field}: .*$`, "mu");
    const changed = Object.hasOwn(needed, field)
      ? text.replace(own, () => `${field}: ${yaml}`)
      : text.replace("\n---\n\n", () => `\n${field}: ${yaml}\n---\n\n`);
    const { value, problems } = readArticle({ file: "theory/news/2020/river.md", text: changed }, zone);
    const found = problems.map(({ line, column, rule, values }) =>
      `${line}:${column} ${rule} ${values["field"] ?? ""}`.trim(),
    );
    assert.deepEqual(found, expected, `${field}: ${yaml}`);
    assert.equal(value, undefined, `${field}: ${yaml}`);
  }
});
