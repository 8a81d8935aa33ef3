import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import { renderAtom } from "../../scripts/feeds/atom.ts";
import { childrenOf, parseXml, textOf } from "./parse-xml.ts";
import {
  emptyFeed,
  hostileArticle,
  hostileText,
  ownArticle,
  reprint,
  sampleFeed,
  unwritableText,
} from "./sample-feed.ts";

test("an independent reader finds every field of the feed and of its articles", () => {
  const feed = parseAtomFeed(renderAtom(sampleFeed));
  assert.equal(feed.id, sampleFeed.id);
  assert.deepEqual(feed.title, { value: sampleFeed.title });
  assert.deepEqual(feed.subtitle, { value: sampleFeed.description });
  assert.equal(feed.updated, sampleFeed.updated);
  assert.equal(feed.icon, sampleFeed.icon);
  assert.deepEqual(feed.authors, [{ name: sampleFeed.owner }]);
  assert.deepEqual(feed.links, [
    { rel: "alternate", type: "text/html", href: sampleFeed.home },
    { rel: "self", type: "application/atom+xml", href: sampleFeed.atom },
    { rel: "alternate", type: "application/feed+json", href: sampleFeed.json },
  ]);
  const [own, other] = feed.entries ?? [];
  assert.equal(feed.entries?.length, 2);
  assert.equal(own?.id, ownArticle.id);
  assert.deepEqual(own?.title, { value: ownArticle.title });
  assert.equal(own?.published, ownArticle.published);
  assert.equal(own?.updated, ownArticle.updated);
  assert.deepEqual(own?.summary, { type: "text", value: ownArticle.summary });
  assert.deepEqual(own?.content, { type: "html", value: ownArticle.html });
  assert.deepEqual(
    own?.authors?.map((author) => author.name),
    ownArticle.authors,
  );
  assert.deepEqual(
    own?.categories?.map((category) => category.term),
    ownArticle.keywords,
  );
  assert.deepEqual(other?.title, { value: reprint.title });
});

test("a reprint carries its summary only, its source by name and the original's address", () => {
  const entry = parseAtomFeed(renderAtom(sampleFeed)).entries?.[1];
  assert.equal(entry?.content, undefined);
  assert.deepEqual(entry?.summary, { type: "text", value: reprint.summary });
  assert.deepEqual(entry?.dc?.sources, ["南方观察"]);
  assert.deepEqual(entry?.links, [
    { rel: "alternate", type: "text/html", href: reprint.url },
    { rel: "via", href: reprint.sources[0]?.url, title: "南方观察" },
  ]);
});

test("an unsigned article has no author of its own, so that the feed's stands for it", () => {
  const [, entry] = childrenOf(parseXml(renderAtom(sampleFeed)), "entry");
  assert.ok(entry);
  assert.deepEqual(childrenOf(entry, "author"), []);
});

test("the feed says its language once and an article only where it differs", () => {
  const root = parseXml(renderAtom(sampleFeed));
  assert.equal(root.attributes["xml:lang"], "zh-Hans");
  assert.deepEqual(
    childrenOf(root, "entry").map((entry) => entry.attributes["xml:lang"]),
    [undefined, "en"],
  );
});

test("the page itself is not its own original", () => {
  const article = { ...ownArticle, sources: [{ name: "版心周刊", url: ownArticle.url }] };
  assert.doesNotMatch(renderAtom({ ...sampleFeed, articles: [article] }), /rel="via"/u);
});

test("a feed without articles has all that RFC 4287 demands", () => {
  const root = parseXml(renderAtom(emptyFeed));
  for (const name of ["id", "title", "updated", "author"]) assert.equal(childrenOf(root, name).length, 1, name);
  assert.deepEqual(parseAtomFeed(renderAtom(emptyFeed)).title, { value: emptyFeed.title });
});

test("hostile words in every field stay words", () => {
  const article = hostileArticle(hostileText);
  const feed = { ...sampleFeed, title: hostileText, owner: hostileText, articles: [article] };
  const root = parseXml(renderAtom(feed));
  const [entry] = childrenOf(root, "entry");
  assert.ok(entry);
  assert.deepEqual(childrenOf(root, "title").map(textOf), [hostileText]);
  assert.deepEqual(childrenOf(root, "author").map(textOf), [hostileText]);
  assert.deepEqual(childrenOf(entry, "title").map(textOf), [hostileText]);
  assert.deepEqual(childrenOf(entry, "author").map(textOf), article.authors);
  assert.deepEqual(childrenOf(entry, "summary").map(textOf), [hostileText]);
  assert.deepEqual(childrenOf(entry, "content").map(textOf), [article.html]);
  assert.deepEqual(childrenOf(entry, "dc:source").map(textOf), [hostileText]);
  assert.deepEqual(childrenOf(entry, "category")[0]?.attributes, { term: hostileText });
  const via = { rel: "via", href: article.sources[0]?.url, title: hostileText };
  assert.deepEqual(childrenOf(entry, "link")[1]?.attributes, via);
});

test("characters XML has no way to write are left out and the rest is kept", () => {
  const [entry] = childrenOf(
    parseXml(renderAtom({ ...sampleFeed, articles: [hostileArticle(unwritableText)] })),
    "entry",
  );
  assert.ok(entry);
  assert.deepEqual(childrenOf(entry, "title").map(textOf), [hostileText]);
});

test("the same feed is always the same text", () => {
  assert.equal(renderAtom(sampleFeed), renderAtom(structuredClone(sampleFeed)));
});

test("a feed with a style sheet is the same feed to a reader's program, and has a link for each headline in a browser", () => {
  const plain = renderAtom(sampleFeed);
  const styled = renderAtom(sampleFeed, "/sub/assets/feed.css");
  assert.deepEqual(parseAtomFeed(styled), parseAtomFeed(plain));
  assert.match(
    styled,
    /^<\?xml [^>]+\?>\n<\?xml-stylesheet type="text\/css" href="\/sub\/assets\/feed\.css"\?>\n<feed /u,
  );
  assert.equal(
    styled.match(/<a xmlns="http:\/\/www\.w3\.org\/1999\/xhtml" href=/gu)?.length,
    sampleFeed.articles.length,
  );
});
