import assert from "node:assert/strict";
import { test } from "node:test";
import { textKeys } from "../../scripts/edition/fill-text.ts";
import { PageMaker } from "../../scripts/edition/page-maker.ts";
import { PagePlan } from "../../scripts/edition/page-plan.ts";
import { pagesOf } from "../../scripts/edition/pages-of.ts";
import { publishedEdition } from "../../scripts/edition/published-edition.ts";
import { compileRelatedLists } from "../../scripts/edition/related-lists.ts";
import { isHidden } from "../../scripts/edition/visibility.ts";
import type { SiteMatter } from "../../scripts/site/site.ts";
import { articleText, contentWith, newsroomFolder, sessionOf, usualInstant } from "../newsroom.ts";

/** Everything the pages of `content` are printed from, as a build or as a preview reads it. */
async function matterOf(content: string, isPreview: boolean): Promise<SiteMatter> {
  const { matter, problems } = await sessionOf(content).load({ asOf: usualInstant, isPreview }, Date.now());
  assert.ok(matter, JSON.stringify(problems));
  return matter;
}

function keysOf(maker: PageMaker): ReadonlyMap<string, string> {
  return new Map(
    pagesOf(maker.plan).map((page) => [page.path, `${page.kind} ${JSON.stringify(page.props(maker))}`] as const),
  );
}

async function assertSame(content: string): Promise<void> {
  const built = await matterOf(content, false);
  const preview = await matterOf(content, true);
  assert.ok(preview.maker.edition.articles.some(({ visibility }) => isHidden(visibility)));
  const { edition, printText } = publishedEdition(preview.maker.edition, {
    asOf: usualInstant,
    isShown: ({ visibility }) => !isHidden(visibility),
  });
  const related = await compileRelatedLists(edition, preview);
  const pictures = preview.maker.pictures;
  const derived = new PageMaker(new PagePlan(edition), { pictures, related, printText: printText(textKeys) });
  const { edition: own } = built.maker;
  const real = new PageMaker(new PagePlan(own), { pictures, related: built.maker.related, printText: textKeys });
  assert.deepEqual(keysOf(derived), keysOf(real));
}

test("a preview's edition without what is hidden has the pages that a build has, to the last word", async () => {
  await assertSame(newsroomFolder);
});

test("so it has where hidden articles alone use a topic, are pinned, linked to, or the only ones of a month", async () => {
  const hidden = { draft: "true", topics: "[暗处]", author: "无名氏", aliases: "[/old.html]", date: "2025-01-02" };
  await assertSame(
    contentWith({
      "theory/news/hidden.md": articleText(hidden),
      "theory/news/shown.md": articleText({ related: "[hidden.md]" }, "见[那一篇](hidden.md)和[这一篇](other.md)。"),
      "theory/news/other.md": articleText({ title: "另一篇", topics: "[明处]" }, "桥头的钟敲了九下。"),
      "theory/news/later.md": articleText({ title: "以后", date: "2027-01-02", topics: "[明处, 暗处]" }),
      "topics/alone.md": "---\ntitle: 独自\n---\n\n没有文章。\n",
      "topics/dark.md": "---\ntitle: 暗处\nsections: [{ title: 一, articles: [/theory/news/hidden.md] }]\n---\n",
      "people/wu.md": "---\nname: 无名氏\n---\n\n生平。\n",
    }),
  );
});
