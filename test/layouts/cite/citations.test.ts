import assert from "node:assert/strict";
import { test } from "node:test";
import { bibtex } from "../../../layouts/cite/bibtex.ts";
import { type CitedArticle, citedArticle } from "../../../layouts/cite/cited-article.ts";
import { gbt7714 } from "../../../layouts/cite/gbt-7714.ts";
import { ris } from "../../../layouts/cite/ris.ts";
import { bareArticle, richArticle } from "../sample-article.ts";
import { sampleFrame } from "../sample-frame.ts";
import { samplePaths } from "../sample-pages.ts";

const person = (name: string) => ({ name, isOrganization: false });

const plain: CitedArticle = {
  authors: [person("周以宁")],
  title: "量河记",
  publication: "版心周刊",
  owner: "版心周刊社",
  published: "2026-05-20",
  url: "https://banxin.example/city/2026/05/liang-he/",
  language: "zh-Hans",
  keywords: [],
};

const references: readonly (readonly [string, Partial<CitedArticle>, string])[] = [
  [
    "one author",
    {},
    "周以宁. 量河记[EB/OL]. 版心周刊, (2026-05-20)[引用日期]. https://banxin.example/city/2026/05/liang-he/.",
  ],
  [
    "unsigned copy begins with its headline",
    { authors: [] },
    "量河记[EB/OL]. 版心周刊, (2026-05-20)[引用日期]. https://banxin.example/city/2026/05/liang-he/.",
  ],
  [
    "three authors and others, a subheadline, a day of change",
    { authors: ["甲", "乙", "丙", "丁"].map(person), subtitle: "一次慢调查", updated: "2026-05-22" },
    "甲, 乙, 丙, 等. 量河记: 一次慢调查[EB/OL]. 版心周刊, (2026-05-22)[引用日期]. https://banxin.example/city/2026/05/liang-he/.",
  ],
  [
    "a reprint names its original",
    { origin: "转载自：南方观察, 2026-05-18(第7版)" },
    "周以宁. 量河记[EB/OL]. 版心周刊, (2026-05-20)[引用日期]. https://banxin.example/city/2026/05/liang-he/. 转载自：南方观察, 2026-05-18(第7版).",
  ],
];

for (const [name, changes, reference] of references) {
  test(`a reference by GB/T 7714: ${name}`, () => {
    assert.equal(gbt7714({ ...plain, ...changes }, "引用日期"), reference);
  });
}

test("BibTeX keeps organizations whole, escapes what TeX would read, and leaves the day of access out", () => {
  const record = bibtex({
    ...plain,
    authors: [{ name: "Ink and Paper, Ltd", isOrganization: true }, person("周以宁")],
    title: "50% of {R&D}_1 \\ ~",
  });
  assert.match(record, /^@online\{liang-he-2026,\n/u);
  assert.ok(record.includes("  author = {{Ink and Paper, Ltd} and 周以宁},\n"));
  assert.ok(record.includes(String.raw`  title = {{50\% of \{R\&D\}\_1 \textbackslash{} \textasciitilde{}}},`));
  assert.ok(record.includes("  date = {2026-05-20},\n"));
  assert.doesNotMatch(record, /urldate/u);
});

test("RIS has one tag a line, an AU for each author, and ends with ER", () => {
  const record = ris({ ...plain, authors: [person("周以宁"), person("陆川野")], title: "上行\nER  - 下行" });
  assert.equal(
    record,
    [
      "TY  - ELEC",
      "AU  - 周以宁",
      "AU  - 陆川野",
      "TI  - 上行 ER - 下行",
      "T2  - 版心周刊",
      "PB  - 版心周刊社",
      "PY  - 2026",
      "DA  - 2026/05/20/",
      "LA  - zh-Hans",
      "UR  - https://banxin.example/city/2026/05/liang-he/",
      "ER  - ",
    ].join("\n"),
  );
});

test("a reprint is cited at the address where it was read, its original told besides", () => {
  const cited = citedArticle(sampleFrame(), samplePaths.article, richArticle());
  assert.equal(cited.url, "https://banxin.example/city/river/2026/05/liang-he-ji/");
  assert.equal(
    cited.origin,
    "转载自：慢走的人看见邻居. 南方观察, 2026-05-18(7), https://nanfang.example/2026/river?a=1&b=2",
  );
  assert.equal(cited.updated, "2026-05-22");
  assert.equal(citedArticle(sampleFrame(), samplePaths.article, bareArticle).origin, undefined);
});
