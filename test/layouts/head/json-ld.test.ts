import assert from "node:assert/strict";
import { test } from "node:test";
import { articleJsonLd, breadcrumbJsonLd, jsonLdScript } from "../../../layouts/head/json-ld.ts";
import type { ArticlePage, Frame } from "../../../scripts/edition/page.ts";
import { trustedHtml, urlPath } from "../../../scripts/text/brands.ts";

const frame: Frame = {
  title: "版心周刊",
  language: "zh-Hans",
  address: "https://banxin.example/paper/",
  base: "/paper/",
  owner: "版心周刊社",
  licences: [],
  navigation: [],
  logo: urlPath("/logo.png"),
  stylesheet: urlPath("/style.css"),
  searchScript: urlPath("/search.js"),
  choicesScript: urlPath("/choices.js"),
  controlsScript: urlPath("/controls.js"),
  policy: "default-src 'none'",
  isPreview: false,
};

const path = urlPath("/theory/news/2026/05/river-wardens/");
const url = "https://banxin.example/paper/theory/news/2026/05/river-wardens/";
const published = { datetime: "2026-05-18T09:30:00+08:00", text: "2026年5月18日 09:30" };
const later = { datetime: "2026-05-19T10:00:00+08:00", text: "2026年5月19日 10:00" };

const plain: ArticlePage = {
  breadcrumb: [
    { title: "版心周刊", path: urlPath("/") },
    { title: "理论", path: urlPath("/theory/") },
    { title: "资讯", path: urlPath("/theory/news/") },
  ],
  title: "河长的一天",
  authors: [{ name: "顾晓棠", path: urlPath("/people/gu-xiao-tang/"), isOrganization: false }],
  published,
  sources: [{ name: "版心周刊", path: urlPath("/sources/banxin/"), isOwn: true }],
  isReprint: false,
  description: "清晨六点，巡河从老桥开始。",
  prose: trustedHtml("<p>清晨六点，巡河从老桥开始。</p>"),
  affiliations: [],
  corrections: [],
  ai: "none",
  editors: ["林知远"],
  rights: "",
  keywords: [],
  topics: [],
  series: [],
  related: [],
  recent: [],
  canonical: url,
  wordCount: 11,
};

const full: ArticlePage = {
  ...plain,
  kicker: "治水手记",
  subtitle: "一条小河与看它的人",
  language: "zh-Hant",
  authors: [
    {
      name: "顾晓棠",
      path: urlPath("/people/gu-xiao-tang/"),
      isOrganization: false,
      role: "本报记者",
      affiliation: "江北大学",
    },
    { name: "课题组", path: urlPath("/people/ke-ti-zu-1a2b/"), isOrganization: true, affiliation: "治水研究所" },
  ],
  updated: later,
  leadImage: {
    src: urlPath("/p/river.jpg"),
    alt: "老桥",
    width: 800,
    height: 600,
    caption: "老桥清晨",
    credit: "周渡",
  },
  rights: "版权归版心周刊社所有。",
  keywords: ["巡河", "基层"],
  topics: [{ title: "河流", path: urlPath("/topics/rivers/") }],
  ai: "assisted",
};

const reprint: ArticlePage = {
  ...plain,
  isReprint: true,
  canonical: "https://nanfang.example/a?b=1&c=2",
  sources: [
    {
      name: "南方观察",
      path: urlPath("/sources/nanfang/"),
      isOwn: false,
      home: "https://nanfang.example/",
      url: "https://nanfang.example/a?b=1&c=2",
      originalTitle: "看河的人",
      date: { datetime: "2026-05-01T00:00:00+08:00", text: "2026年5月1日" },
      page: "第3版",
    },
  ],
};

const correction = { time: later, text: "老桥建于1957年，不是1975年。" };
const retracted: ArticlePage = {
  ...full,
  prose: trustedHtml(""),
  corrections: [correction],
  retraction: { time: later, reason: "数据来源无法核实。" },
};

/** What a machine reads: the value as written and parsed again. */
function written(value: object) {
  return JSON.parse(JSON.stringify(value));
}

/** The texts of the data blocks in `html`. */
function blocksIn(html: string): readonly string[] {
  return [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/gu)].map(([, json = ""]) => json);
}

test("a plain article says what its page prints and nothing else", () => {
  assert.deepEqual(written(articleJsonLd(frame, path, plain)), {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    headline: "河长的一天",
    description: "清晨六点，巡河从老桥开始。",
    wordCount: 11,
    inLanguage: "zh-Hans",
    articleSection: "资讯",
    datePublished: published.datetime,
    author: [{ "@type": "Person", name: "顾晓棠", url: "https://banxin.example/paper/people/gu-xiao-tang/" }],
    editor: [{ "@type": "Person", name: "林知远" }],
    publisher: {
      "@type": "NewsMediaOrganization",
      name: "版心周刊",
      url: "https://banxin.example/paper/",
      logo: { "@type": "ImageObject", url: "https://banxin.example/paper/logo.png" },
      parentOrganization: { "@type": "Organization", name: "版心周刊社" },
    },
    copyrightHolder: { "@type": "Organization", name: "版心周刊社" },
  });
});

test("an article with everything says everything", () => {
  const said = written(articleJsonLd(frame, path, full));
  assert.deepEqual(said.alternativeHeadline, ["治水手记", "一条小河与看它的人"]);
  assert.equal(said.inLanguage, "zh-Hant");
  assert.equal(said.dateModified, later.datetime);
  assert.equal(said.copyrightNotice, "版权归版心周刊社所有。");
  assert.deepEqual(said.keywords, ["巡河", "基层"]);
  assert.deepEqual(said.about, [
    { "@type": "Thing", name: "河流", url: "https://banxin.example/paper/topics/rivers/" },
  ]);
  assert.deepEqual(said.image, {
    "@type": "ImageObject",
    url: "https://banxin.example/paper/p/river.jpg",
    width: 800,
    height: 600,
    caption: "老桥清晨",
    creditText: "周渡",
  });
  assert.deepEqual(said.author, [
    {
      "@type": "Person",
      name: "顾晓棠",
      url: "https://banxin.example/paper/people/gu-xiao-tang/",
      jobTitle: "本报记者",
      affiliation: { "@type": "Organization", name: "江北大学" },
    },
    {
      "@type": "Organization",
      name: "课题组",
      url: "https://banxin.example/paper/people/ke-ti-zu-1a2b/",
      parentOrganization: { "@type": "Organization", name: "治水研究所" },
    },
  ]);
});

test("a picture of another site keeps its address", () => {
  const page: ArticlePage = { ...plain, leadImage: { src: "https://pictures.example/river.jpg", alt: "" } };
  const image = { "@type": "ImageObject", url: "https://pictures.example/river.jpg" };
  assert.deepEqual(written(articleJsonLd(frame, path, page)).image, image);
});

test("our own article is based on nothing and belongs to the publication's owner", () => {
  const said = written(articleJsonLd(frame, path, full));
  for (const name of ["isBasedOn", "sourceOrganization"]) assert.equal(said[name], undefined, name);
  assert.deepEqual(said["copyrightHolder"], { "@type": "Organization", name: "版心周刊社" });
});

test("a reprint names the original and whose it is, and keeps its own address", () => {
  const said = written(articleJsonLd(frame, path, reprint));
  const holder = { "@type": "Organization", name: "南方观察", url: "https://nanfang.example/" };
  assert.equal(said.url, url);
  assert.deepEqual(said.isBasedOn, {
    "@type": "CreativeWork",
    name: "看河的人",
    url: "https://nanfang.example/a?b=1&c=2",
    datePublished: "2026-05-01T00:00:00+08:00",
    pagination: "第3版",
    publisher: holder,
  });
  assert.deepEqual(said.copyrightHolder, holder);
  assert.deepEqual(said.sourceOrganization, holder);
});

test("a reprint under its original headline, from two sources, names both", () => {
  const sources = ["南方观察", "光明书评"].map((name) => ({ name, path: urlPath("/sources/x/"), isOwn: false }));
  const said = written(articleJsonLd(frame, path, { ...reprint, sources: [...plain.sources, ...sources] }));
  const organizations = sources.map(({ name }) => ({ "@type": "Organization", name }));
  assert.deepEqual(said.copyrightHolder, organizations);
  assert.deepEqual(
    said.isBasedOn,
    organizations.map((publisher) => ({ "@type": "CreativeWork", name: "河长的一天", publisher })),
  );
});

test("a correction is said in the words of the page", () => {
  const said = written(articleJsonLd(frame, path, { ...plain, corrections: [correction] }));
  assert.deepEqual(said.correction, [
    {
      "@type": "CorrectionComment",
      text: correction.text,
      datePublished: later.datetime,
      correctedWork: { "@id": url },
    },
  ]);
  assert.equal(said.creativeWorkStatus, undefined);
});

test("a retracted article says so and nothing of what was withdrawn", () => {
  const said = written(articleJsonLd(frame, path, retracted));
  assert.equal(said.creativeWorkStatus, "Retracted");
  assert.equal(said.headline, full.title);
  for (const name of ["description", "image", "wordCount"]) assert.equal(said[name], undefined, name);
  assert.match(JSON.stringify(said.correction), /数据来源无法核实。/u);
  assert.doesNotMatch(JSON.stringify(said), /清晨六点/u);
});

test("a retracted article that keeps its body keeps its length", () => {
  const said = written(articleJsonLd(frame, path, { ...retracted, prose: full.prose }));
  assert.equal(said.wordCount, full.wordCount);
  assert.equal(said.description, undefined);
});

test("machine-made text is named as the page labels it", () => {
  const typeOf = (ai: ArticlePage["ai"]) => written(articleJsonLd(frame, path, { ...plain, ai })).digitalSourceType;
  assert.equal(typeOf("none"), undefined);
  assert.equal(typeOf("assisted"), "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource");
  assert.equal(typeOf("generated"), "https://schema.org/TrainedAlgorithmicMediaDigitalSource");
});

test("unsigned copy has no author", () => {
  assert.equal(written(articleJsonLd(frame, path, { ...plain, authors: [] })).author, undefined);
});

test("the column is the innermost one, also when the breadcrumb ends in the article", () => {
  const breadcrumb = [...plain.breadcrumb, { title: plain.title, path }];
  assert.equal(written(articleJsonLd(frame, path, { ...plain, breadcrumb })).articleSection, "资讯");
});

test("the breadcrumb is numbered from 1 with absolute addresses", () => {
  assert.deepEqual(written(breadcrumbJsonLd(frame, plain.breadcrumb)), {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "版心周刊", item: "https://banxin.example/paper/" },
      { "@type": "ListItem", position: 2, name: "理论", item: "https://banxin.example/paper/theory/" },
      { "@type": "ListItem", position: 3, name: "资讯", item: "https://banxin.example/paper/theory/news/" },
    ],
  });
});

test("hostile words cannot end the data block and come back as they were", () => {
  const title = "</script><script>alert(1)</script><!-- & ]]> \u2028 \u2029 \u0000 \"'";
  const html = jsonLdScript([articleJsonLd(frame, path, { ...plain, title }), breadcrumbJsonLd(frame, [])]);
  const [article = "", breadcrumb = "", ...others] = blocksIn(html);
  assert.equal(html.match(/<\/?script/gu)?.length, 4);
  assert.doesNotMatch(article, /[<>&\u2028\u2029]/u);
  assert.equal(JSON.parse(article).headline, title);
  assert.deepEqual(JSON.parse(breadcrumb).itemListElement, []);
  assert.deepEqual(others, []);
});

test("nothing to say is no element", () => {
  assert.equal(jsonLdScript([]), "");
});

test("the lead picture and those of the body are told, each picture once; the card only where there is none", () => {
  const lead = { src: urlPath("/p/river.jpg"), alt: "老桥" };
  const boat = { src: urlPath("/p/boat.jpg"), alt: "渡船", credit: "周渡" };
  const card = { src: urlPath("/cards/a.jpg"), alt: "河长的一天" };
  const told = (page: Partial<ArticlePage>) => {
    const { image = [] }: { image?: object | readonly object[] } = articleJsonLd(frame, path, { ...plain, ...page });
    return JSON.stringify(image).match(/(?<="url":")[^"]*/gu) ?? [];
  };
  const address = "https://banxin.example/paper/p/";
  assert.deepEqual(told({ leadImage: lead, figures: [boat, lead], card }), [
    `${address}river.jpg`,
    `${address}boat.jpg`,
  ]);
  assert.deepEqual(told({ figures: [boat], card }), [`${address}boat.jpg`]);
  assert.deepEqual(told({ card }), ["https://banxin.example/paper/cards/a.jpg"]);
  assert.deepEqual(told({}), []);
});
