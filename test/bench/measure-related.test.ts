import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { measureRelated } from "../../scripts/bench/measure-related.ts";
import { readLabels } from "../../scripts/bench/related-labels.ts";
import { renderRelated } from "../../scripts/bench/render-related.ts";
import { instant } from "../../scripts/text/brands.ts";

const asOf = instant(Date.parse("2026-11-22T00:00:00+08:00"));

function article(title: string, day: number, body: string): string {
  return `---\ntitle: ${title}\nauthor: []\nsource: banxin\ndate: 2024-05-${day}\neditor: 顾既明\n---\n\n${body}\n`;
}

/** A newsroom in which one article cites another, and resembles a third. */
function newsroom(): string {
  const folder = mkdtempSync(join(tmpdir(), "banxin-related-test-"));
  const files = {
    "masthead.md": [
      "---\ntitle: 汀州周刊\nlanguage: zh-Hans\ntimeZone: Asia/Shanghai\naddress: https://tingzhou.example/",
      "description: 周刊\nowner: 汀州周刊社\neditor: 林知远\ncontact: editor@tingzhou.example\nsince: 2024",
      "rights: { own: '归{owner}', reprint: '归{source}' }\n---\n",
    ].join("\n"),
    "sources.yaml": "banxin: { name: 汀州周刊, own: true }\n",
    "theory/column.md": "---\ntitle: 理论\ndescription: 理论\n---\n",
  };
  mkdirSync(join(folder, "theory"));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const write = (name: string, text: string) => writeFileSync(join(folder, "theory", `${name}.md`), text);
  const locks = "船闸的水位由老师傅看着刻度尺放水，闸门外的船要等两刻钟，运河上下因此有了茶馆。";
  write("citing", article("运河边的等待", 11, `${locks}\n\n关于抄纸，见《竹帘抄纸的手势》一文。船闸仍在放水。`));
  write("cited", article("竹帘抄纸的手势", 10, "抄纸师傅把竹帘斜着插进纸浆，提起来时手腕要平。"));
  write("alike", article("放水的刻度", 12, `${locks}刻度尺换过三次。`));
  return folder;
}

test("lists are compared with what editors linked to, with and without the sentences that cite it", async () => {
  const content = newsroom();
  try {
    const labels = { citing: ["cited", "alike"], unknown: ["cited"] };
    const readings = await measureRelated({ content, asOf, labels });
    assert.equal(readings.articles, 3);
    assert.equal(readings.quality?.asWritten.articles, 1);
    assert.equal(readings.quality?.asWritten.recall5, 1);
    assert.equal(readings.quality?.asWritten.reciprocalRank, 1);
    assert.equal(readings.quality?.withoutCitations.recall5, 0.5);
    assert.match(readFileSync(join(content, "theory/citing.md"), "utf8"), /竹帘抄纸的手势/u);
    assert.match(renderRelated(readings), /\| as written \| 1\.000 \| 1\.000 \| 1\.000 \| 1\.000 \|/u);
  } finally {
    rmSync(content, { recursive: true });
  }
});

test("labels are names of articles in JSON, and nothing else is taken for labels", () => {
  assert.deepEqual(readLabels('{"a": ["b"]}'), { a: ["b"] });
  assert.equal(readLabels('{"a": "b"}'), undefined);
  assert.equal(readLabels("a: [b]"), undefined);
});
