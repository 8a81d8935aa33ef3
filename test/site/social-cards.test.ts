import assert from "node:assert/strict";
import { test } from "node:test";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { articleText, contentWith, printSite, sessionOf, usualInstant } from "../newsroom.ts";

const cardIn = (html: string) =>
  /<meta property="og:image" content="https:\/\/banxin\.example([^"]+)"/u.exec(html)?.[1];
const articlePath = "/theory/news/2026/03/a/";

test("a new article without a picture has a card with its headline, which page and data name", async () => {
  const site = await printSite(contentWith({ "theory/news/a.md": articleText() }));
  const page = site.page(articlePath);
  const card = cardIn(page) ?? assert.fail("no card");
  assert.match(card, /^\/cards\/[0-9a-f]{16}\.jpg$/u);
  assert.ok(site.files.includes(card));
  assert.match(page, /<meta property="og:image:width" content="1200"/u);
  assert.match(page, /<meta property="og:image:alt" content="河边书屋 · /u);
  assert.match(page, /summary_large_image/u);
  assert.ok(page.includes(`"url":"https://banxin.example${card}"`));
});

test("another headline is another card at another address; other pages keep theirs", async () => {
  const before = await printSite(contentWith({ "theory/news/a.md": articleText() }));
  const after = await printSite(contentWith({ "theory/news/a.md": articleText({ title: "河边茶馆" }) }));
  assert.notEqual(cardIn(before.page(articlePath)), cardIn(after.page(articlePath)));
  assert.equal(cardIn(before.page("/search/")), cardIn(after.page("/search/")));
});

test("a headline that the face cannot draw gets its column's card, with a warning", async () => {
  const site = await printSite(contentWith({ "theory/news/a.md": articleText({ title: "书屋的茶🍵" }) }));
  assert.deepEqual(
    site.problems.map(({ rule }) => rule),
    ["card-glyph"],
  );
  assert.equal(cardIn(site.page(articlePath)), cardIn(site.page("/theory/news/")));
});

test("column pages show their column, all others the publication", async () => {
  const site = await printSite(contentWith({}));
  const cards = ["/", "/theory/", "/theory/news/"].map((path) => cardIn(site.page(path)));
  assert.equal(new Set(cards).size, 3);
  assert.equal(cardIn(site.page("/search/")), cards[0]);
});

test("a card and a slice that were made once are known by their bytes, and not made again", async () => {
  const content = contentWith({ "theory/news/a.md": articleText({ title: "河边岑屋" }) });
  const load = async () => {
    const { site } = await sessionOf(content).load({ asOf: usualInstant, isPreview: false }, Date.now());
    return (site?.files ?? []).filter(({ path }) => /\.(?:jpg|woff2)$/u.test(path));
  };
  for (const file of await load()) await file.bytes();
  const again = await load();
  assert.ok(again.length > 3);
  for (const { path, key, bytes } of again) assert.equal(key, contentHash(await bytes()), path);
});
