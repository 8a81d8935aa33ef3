import type { Feed, FeedArticle } from "../../scripts/edition/page.ts";

/** Our own article, whole. */
export const ownArticle: FeedArticle = {
  id: "tag:banxin.example,2026:theory/news/2026/river-wardens",
  url: "https://banxin.example/theory/news/2026/05/river-wardens/",
  title: "河长的一天",
  authors: ["顾晓棠", "沈其昌"],
  published: "2026-05-18T09:30:00+08:00",
  updated: "2026-05-19T10:00:00+08:00",
  summary: "清晨六点，巡河从老桥开始。",
  html: '<p>清晨六点，<a href="https://banxin.example/topics/rivers/">巡河</a>从老桥开始。</p>',
  sources: [{ name: "版心周刊" }],
  keywords: ["巡河", "基层"],
  language: "zh-Hans",
};

/** A reprint that may be carried by its summary only, with the original's address. */
export const reprint: FeedArticle = {
  id: "tag:banxin.example,2026:theory/essays/old-maps",
  url: "https://banxin.example/theory/essays/2026/05/old-maps/",
  title: "Reading old maps",
  authors: [],
  published: "2026-05-17T00:00:00+08:00",
  updated: "2026-05-17T00:00:00+08:00",
  summary: "A map is an argument about what matters.",
  sources: [{ name: "南方观察", url: "https://nanfang.example/maps?id=7&page=2" }],
  keywords: [],
  language: "en",
};

/** A feed of two articles. */
export const sampleFeed: Feed = {
  title: "版心周刊",
  description: "一份写给普通读者的理论刊物",
  language: "zh-Hans",
  id: "tag:banxin.example,2024:feed",
  home: "https://banxin.example/",
  atom: "https://banxin.example/feed.xml",
  json: "https://banxin.example/feed.json",
  owner: "版心周刊社",
  icon: "https://banxin.example/favicon.png",
  updated: "2026-05-19T10:00:00+08:00",
  articles: [ownArticle, reprint],
};

/** The same publication before its first article. */
export const emptyFeed: Feed = { ...sampleFeed, updated: "2024-01-01T00:00:00+08:00", articles: [] };

/** Text that tries to end an element, an attribute, a script or a section, or that a format forbids. */
export const hostileText = `]]> & < > " ' </script><script>alert(1)</script> <!-- &amp; &#0; {{ x }} \u2028\u2029 \u{1f600}`;

/** `hostileText` with what XML 1.0 has no way to write: control characters, noncharacters and half a surrogate pair. */
export const unwritableText = `${hostileText}\u0000\u0008\u000b\u001f\ufffe\uffff\ud800`;

/** `article` with `text` in every field that holds text an editor writes. */
export function hostileArticle(text: string): FeedArticle {
  return {
    ...ownArticle,
    title: text,
    authors: [text, "沈其昌"],
    summary: text,
    html: `<p>${text}</p>`,
    sources: [{ name: text, url: `https://nanfang.example/?q="'<>&${encodeURIComponent(hostileText)}` }],
    keywords: [text],
  };
}
