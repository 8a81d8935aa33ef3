import assert from "node:assert/strict";
import { before, test } from "node:test";
import { resultOf } from "../../../layouts/client/search-excerpt.ts";
import { type LoadBytes, NotThere, SearchIndex } from "../../../layouts/client/search-index.ts";
import { phrasesOf } from "../../../layouts/client/search-query.ts";
import { SearchRun } from "../../../layouts/client/search-run.ts";
import { SearchFold } from "../../../scripts/text/search-fold.ts";
import { sampleTest } from "../../newsroom.ts";
import { type SearchedSite, searchedSite } from "../../search/searched-site.ts";

let site: SearchedSite;
before(async () => {
  site = await searchedSite();
});

/** A search whose files come by `load`, which gets those of the site to pass on. */
function started(load: (name: string, bytes: Uint8Array) => Uint8Array): Promise<SearchRun> {
  const loadBytes: LoadBytes = async (name) => load(name, site.files.get(name) ?? new Uint8Array());
  const desk = { index: new SearchIndex(site.articles.length, loadBytes), fold: site.desk.fold };
  return SearchRun.start(desk, phrasesOf("一天", desk.fold));
}

/** The paths of all that is left, taken out `count` at a time. */
async function rest(run: SearchRun, count: number): Promise<readonly string[]> {
  const paths: string[] = [];
  while (!run.isOver) paths.push(...(await run.next(count)).map(({ article }) => article.path));
  return paths;
}

sampleTest("results that could not be loaded come when they are asked for again", async () => {
  const all = await rest(await started((_, bytes) => bytes), 2);
  assert.ok(all.length > 4, String(all.length));
  let isDown = false;
  const run = await started((name, bytes) => {
    if (isDown && name.startsWith("texts/")) throw new Error("no network");
    return bytes;
  });
  const first = (await run.next(2)).map(({ article }) => article.path);
  isDown = true;
  await assert.rejects(run.next(2), /no network/u);
  assert.equal(run.isOver, false);
  isDown = false;
  assert.deepEqual([...first, ...(await rest(run, 2))], all);
});

sampleTest("an article that is gone since the index was loaded is left out, and hides no other", async () => {
  const all = await rest(await started((_, bytes) => bytes), 10);
  for (const gone of [all[1] ?? "", all.at(-1) ?? ""]) {
    const run = await started((name, bytes) => {
      if (name.startsWith("texts/") && `/${name}`.includes(gone.replace(/\/$/u, ""))) throw new NotThere(name);
      return bytes;
    });
    assert.deepEqual(
      await rest(run, 1),
      all.filter((path) => path !== gone),
    );
  }
});

sampleTest(
  "where everything that is sought is gone, the search fails and does not say that nothing is there",
  async () => {
    const run = await started((name, bytes) => {
      if (name.startsWith("texts/")) throw new NotThere(name);
      return bytes;
    });
    await assert.rejects(run.next(10), NotThere);
    assert.equal(run.isOver, false);
  },
);

test("an excerpt neither begins nor ends with half a character", () => {
  const fold = new SearchFold(new Map());
  for (const before of ["", "甲", "𠮷".repeat(40), `甲${"𠮷".repeat(40)}`]) {
    const article = {
      ...({ path: "/a/", headline: "题", published: ["2026-03-01", "2026年3月1日"], credits: "" } as const),
      fields: [`${before}寻找${"𠮷".repeat(120)}`],
    };
    const excerpt = resultOf(article, phrasesOf("寻找", fold), fold)?.excerpt.map(({ text }) => text) ?? [];
    assert.ok(excerpt.includes("寻找"), excerpt.join("|"));
    assert.doesNotMatch(excerpt.join(""), /\p{Surrogate}/u);
  }
});
