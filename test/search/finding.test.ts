import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { phrasesOf } from "../../layouts/client/search-query.ts";
import { SearchRun } from "../../layouts/client/search-run.ts";
import type { BuiltArticle } from "../../scripts/bench/read-built-article.ts";
import { instant } from "../../scripts/text/brands.ts";
import { simplifiedForms, traditionalForms } from "../../scripts/text/simplified.ts";
import { articleText, contentWith } from "../newsroom.ts";
import { type SearchedSite, searchedSite } from "./searched-site.ts";

const late = instant(Date.parse("2027-01-01T00:00:00Z"));
let site: SearchedSite;
before(async () => {
  site = await searchedSite(undefined, late);
});

/** The letters of a text, as someone who knows nothing of the index would compare them. */
function lettersOf(text: string): string {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return Array.from(letters, (one) => simplifiedForms().get(one) ?? one).join("");
}

function holds(article: BuiltArticle, run: string): boolean {
  return article.fields.some((text) => lettersOf(text).includes(lettersOf(run)));
}

/** A run of Han characters from any field of any article, marks and line breaks left out. */
const hanRuns = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 2, max: 14 }));

function runAt([articleAt, fieldAt, runAt_, from, length]: readonly [number, number, number, number, number]) {
  const article = site.articles[articleAt % site.articles.length];
  const text = article?.fields[fieldAt % article.fields.length] ?? "";
  const runs = text.replace(/[\s\p{P}\p{S}]/gu, "").match(/\p{Script=Han}{2,}/gu) ?? [];
  const run = runs[runAt_ % (runs.length || 1)] ?? "";
  const start = from % Math.max(1, run.length - length + 1);
  return { article, run: run.slice(start, start + length) };
}

test("any run of Han characters of any field finds its article, and all that is found holds it", async () => {
  await fc.assert(
    fc.asyncProperty(hanRuns, async (place) => {
      const { article, run } = runAt(place);
      if (run.length < 2 || article === undefined) return;
      const found = await site.find(run);
      assert.ok(found.includes(article), `「${run}」 does not find ${article.path}`);
      for (const each of found) assert.ok(holds(each, run), `「${run}」 is not in ${each.path}`);
    }),
    { numRuns: 400 },
  );
});

test("what no article holds finds nothing, though all its pairs of characters may occur", async () => {
  await fc.assert(
    fc.asyncProperty(hanRuns, hanRuns, async (one, other) => {
      const run = runAt(one).run.slice(0, 2) + runAt(other).run.slice(0, 2);
      if (run.length < 2) return;
      const expected = site.articles.filter((article) => holds(article, run));
      const found = await site.find(`“${run}”`);
      assert.deepEqual(new Set(found.map(({ path }) => path)), new Set(expected.map(({ path }) => path)), run);
    }),
    { numRuns: 100 },
  );
});

test("any beginning of a Latin word, of two letters or more, finds its article", async () => {
  const words = site.articles.flatMap((article) =>
    article.fields.flatMap((text) =>
      (text.match(/(?<![\p{L}\p{N}\p{M}])[A-Za-z]{2,}/gu) ?? []).map((word) => ({ article, word })),
    ),
  );
  assert.ok(words.length > 20);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...words), fc.integer({ min: 2, max: 8 }), async ({ article, word }, length) => {
      const start = word.slice(0, length).toUpperCase();
      const found = await site.find(start);
      assert.ok(found.includes(article), `${start} does not find ${article.path}`);
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${start}`, "iu");
      for (const each of found)
        assert.ok(
          each.fields.some((text) => pattern.test(text.normalize("NFKC"))),
          `${start} ${each.path}`,
        );
    }),
    { numRuns: 100 },
  );
});

test("Traditional characters find Simplified ones", async () => {
  const forms = traditionalForms();
  await fc.assert(
    fc.asyncProperty(hanRuns, async (place) => {
      const { article, run } = runAt(place);
      const traditional = Array.from(run, (one) => forms.get(one) ?? one).join("");
      if (run.length < 2 || article === undefined || Array.from(traditional).length !== traditional.length) return;
      assert.ok((await site.find(traditional)).includes(article), `${traditional} does not find ${run}`);
    }),
    { numRuns: 100 },
  );
});

const small = {
  "theory/news/a.md": articleText(
    { title: "河长的一天", date: "2026-05-01 08:00" },
    "清晨六点，从老桥\n开始。用 Linux 内核的{漢字|hàn zì}。\n\nCafé ﬁne ＡＢＣ",
  ),
  "theory/news/b.md": articleText({ title: "桥的重量", date: "2026-05-02 08:00" }, "河长走过第三座桥。"),
  "theory/news/c.md": articleText({ title: "桥与河长", date: "2026-05-03 08:00", draft: "true" }, "绝不可见的草稿。"),
  "theory/news/d.md": articleText({ title: "一座桥", date: "2026-05-04 08:00" }, "河水很长。桥，河都在。"),
};
const { "theory/news/c.md": _draft, ...published } = small;
const cases: readonly (readonly [query: string, titles: readonly string[], reason: string])[] = [
  ["河长", ["河长的一天", "桥的重量"], "the headline counts more than the body"],
  ["老桥开始", ["河长的一天"], "line breaks do not count"],
  ["六点从老桥", ["河长的一天"], "marks do not count"],
  ["汉字", ["河长的一天"], "ruby does not count, Traditional is Simplified"],
  ["hàn", [], "the reading above a character is not searched"],
  ["cafe", ["河长的一天"], "accents do not count"],
  ["CAFÉ fi", ["河长的一天"], "nor do case and ligatures"],
  ["abc", ["河长的一天"], "nor does width"],
  ["linux内核", ["河长的一天"], "words and characters make one phrase"],
  ["用lin", ["河长的一天"], "and its last word may be a beginning"],
  ["inux", [], "a word is found by its beginning only"],
  ["桥", ["一座桥", "桥的重量"], "one character is looked for in headlines, the newest first"],
  ["长河", [], "the order counts"],
  ["桥 河长", ["桥的重量", "河长的一天"], "two runs may stand apart; the headline counts"],
  ["“桥河”", ["一座桥"], "a quoted phrase must stand together"],
  ["草稿", [], "drafts are not there"],
  ["，。", [], "marks alone find nothing"],
  ["", [], "nothing finds nothing"],
];

test("searches find what they should, in order", async () => {
  const { find } = await searchedSite(contentWith(small));
  for (const [query, titles, reason] of cases) {
    assert.deepEqual(
      (await find(query)).map(({ headline }) => headline),
      titles,
      `${query}: ${reason}`,
    );
  }
});

test("nothing of a hidden article is in any file of the search", async () => {
  const withDraft = await searchedSite(contentWith(small));
  const without = await searchedSite(contentWith(published));
  assert.deepEqual(withDraft.files, without.files);
});

const shorterCases: readonly (readonly [query: string, offered: readonly string[], reason: string])[] = [
  ["河长走过饕餮", ["河长走过"], "the part that is there"],
  ["清晨六点河水很长", ["清晨六点", "河水很长"], "parts of two articles, neither of both"],
  ["河长 第九座", ["河长"], "one of two runs"],
  ["zebra linux", ["linux"], "a word"],
  ["饕餮鼋鼍", [], "nothing where nothing is there"],
  ["饕河餮长", [], "no character alone"],
];

test("where nothing is found, parts of what was typed are offered that find something", async () => {
  const { find, shorter } = await searchedSite(contentWith(small));
  for (const [query, offered, reason] of shorterCases) {
    assert.deepEqual(await find(query), [], query);
    assert.deepEqual(await shorter(query), offered, `${query}: ${reason}`);
    for (const each of offered) assert.notDeepEqual(await find(each), [], each);
  }
});

test("articles as long as books come after all others, and are looked into when a reader asks for more", async () => {
  const long = "城南的渡口每天清晨六点开船。".repeat(3500);
  const { desk } = await searchedSite(
    contentWith({
      "theory/news/long.md": articleText({ date: "2026-05-10 08:00:00", title: "渡口志" }, `${long}钟楼敲了十三下。`),
      "theory/news/longer.md": articleText(
        { date: "2026-05-11 08:00:00", title: "渡口续志" },
        `${long}钟楼敲了十三下。`,
      ),
      "theory/news/short.md": articleText({ date: "2026-05-09 08:00:00", title: "钟楼" }, "钟楼敲了十三下。"),
    }),
  );
  const run = await SearchRun.start(desk, phrasesOf("敲了十三下", desk.fold));
  const pages: (readonly string[])[] = [];
  while (!run.isOver) pages.push((await run.next(10)).map(({ article }) => article.headline));
  assert.deepEqual(pages, [["钟楼"], ["渡口续志"], ["渡口志"]]);
});
