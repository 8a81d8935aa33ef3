import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { enlargeNewsroom } from "../../scripts/bench/enlarge-newsroom.ts";
import { Likeness } from "../../scripts/bench/likeness.ts";
import { newsroomFiles } from "../../scripts/bench/newsroom-files.ts";
import { openQuarry } from "../../scripts/bench/quarry.ts";
import { UnfitNewsroom } from "../../scripts/bench/unfit-newsroom.ts";
import { hasErrors } from "../../scripts/report/render-report.ts";
import { contentWith, deskFolder, newsroomFolder, ownContent, printSite, sampleTest } from "../newsroom.ts";
import { emptyFolder, filesIn } from "../site/command.ts";

const sample = ownContent;

function resized(from: string, count: number): string {
  const folder = emptyFolder();
  enlargeNewsroom(from, folder, count);
  return folder;
}

function articlesIn(folder: string): readonly string[] {
  return newsroomFiles(folder).flatMap(({ file, kind }) => (kind === "article" ? [file] : []));
}

sampleTest("the same newsroom and number make the same bytes, and a larger newsroom holds a smaller one", () => {
  const small = filesIn(resized(sample, 44));
  assert.deepEqual(filesIn(resized(sample, 44)), small);
  const large = filesIn(resized(sample, 60));
  assert.deepEqual(
    [...small].filter(([file, hash]) => large.get(file) !== hash),
    [],
  );
});

sampleTest("a newsroom made larger or smaller has exactly as many articles and no errors", async () => {
  for (const [from, count] of [
    [newsroomFolder, 5],
    [newsroomFolder, 40],
    [sample, 32],
    [sample, 120],
  ] as const) {
    const folder = resized(from, count);
    const { problems, pages } = await printSite(folder);
    assert.equal(articlesIn(folder).length, count);
    assert.ok(!hasErrors(problems), JSON.stringify(problems, null, 1));
    assert.ok(pages.size > 0);
  }
});

sampleTest(
  "no two articles of an enlarged newsroom share a headline, and no new one has half its text from one before it",
  () => {
    const { articles } = openQuarry(resized(sample, 120));
    const headlines = articles.map(({ fields }) => fields["title"]);
    assert.equal(new Set(headlines).size, 120);
    const before = new Likeness();
    for (const { pieces, file } of [...articles].sort((a, b) => numberOf(a.file) - numberOf(b.file))) {
      const compared = pieces.map(withoutNumbers);
      const alike = numberOf(file) === 0 ? 0 : before.nearest(compared);
      // Numbers of links and notes are not text, so the part is not exactly the one that was measured.
      assert.ok(alike < 0.55, `${file} has ${alike} of its text from one other`);
      before.add(compared);
    }
  },
);

sampleTest("what other files name stays in a smaller newsroom, and everything that is no article", () => {
  const folder = resized(sample, 32);
  const rest = (from: string) => newsroomFiles(from).filter(({ kind }) => kind !== "article");
  assert.deepEqual(rest(folder), rest(sample));
  const named = readFileSync(join(sample, "masthead.md"), "utf8").match(/\S+\/\S+\.md/gu) ?? [];
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((file) => !articlesIn(folder).includes(file.replace(/^\//u, ""))),
    [],
  );
});

sampleTest("a new article brings its pictures and links along from wherever its paragraphs come", () => {
  const folder = resized(sample, 120);
  const made = articlesIn(folder)
    .filter((file) => numberOf(file) > 0)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  assert.match(made, /!\[[^\]]*\]\(\/culture\//u);
  assert.doesNotMatch(made, /\]\((?![a-z]+:|\/)/u);
});

sampleTest("a newsroom that cannot be made is refused in words", () => {
  assert.throws(() => resized(deskFolder, 3), UnfitNewsroom);
  assert.throws(() => resized(newsroomFolder, 5000), UnfitNewsroom);
  const pinned = contentWith({}, sample);
  assert.throws(() => resized(pinned, 2), UnfitNewsroom);
});

/** The number of a new article; 0 for a real one. */
function numberOf(file: string): number {
  return Number(/-r(\d{6})\.md$/u.exec(file)?.[1] ?? 0);
}

/** Labels of links and notes are numbered anew in every article. */
function withoutNumbers(piece: string): string {
  return piece.replace(/\[\^?\d+\]/gu, "[]");
}
