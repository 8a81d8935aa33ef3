import type { HtmlPage } from "../../layouts/render-page.tsx";
import type { Link, PageProps } from "../../scripts/edition/page.ts";
import { type UrlPath, urlPath } from "../../scripts/text/brands.ts";
import {
  bareArticle,
  richArticle,
  richTeasers,
  sampleBreadcrumb,
  sampleLeaf,
  samplePicture,
  sampleTeasers,
} from "./sample-article.ts";
import { plainly, type Say } from "./sample-frame.ts";
import { richProse, shortProse } from "./sample-prose.ts";

/** The address of every sample, by its kind of page. */
export const samplePaths = {
  front: urlPath("/"),
  article: urlPath("/city/river/2026/05/liang-he-ji/"),
  expired: urlPath("/city/river/2020/01/gone/"),
  column: urlPath("/city/river/page/4/"),
  archive: urlPath("/city/river/2026/"),
  topic: urlPath("/topics/he-an-shi-ji/"),
  person: urlPath("/people/zhou-yi-ning/"),
  source: urlPath("/sources/nanfang/"),
  directory: urlPath("/topics/"),
  corrections: urlPath("/corrections/"),
  search: urlPath("/search/"),
  standing: urlPath("/contribute/"),
  notFound: urlPath("/404.html"),
  redirect: urlPath("/cn/theory/t20260520_1.html"),
} as const satisfies Record<HtmlPage["kind"], UrlPath>;

type Props = Pick<PageProps, HtmlPage["kind"]>;

/** One page of each kind with everything it can have. */
export function richPages(say: Say = plainly): readonly HtmlPage[] {
  const front: readonly Link[] = [{ title: say("版心周刊"), path: urlPath("/") }];
  const breadcrumb = sampleBreadcrumb(say);
  const years = ["2026", "2025", "2024"].map((year) => ({ title: say(year), path: urlPath(`/city/river/${year}/`) }));
  const river: Link = { title: say("河岸"), path: urlPath("/city/river/") };
  return pagesOf({
    front: {
      lead: richTeasers(say).slice(0, 3),
      columns: [
        { column: river, teasers: sampleTeasers(4, say) },
        { column: { title: say("读书"), path: urlPath("/books/") }, teasers: richTeasers(say) },
      ],
      about: shortProse,
    },
    article: richArticle(say),
    expired: { breadcrumb },
    column: {
      breadcrumb,
      title: say("河岸"),
      description: say("沿河走一走，记下来。"),
      introduction: shortProse,
      picture: samplePicture(say),
      layout: "digest",
      children: [{ title: say("桥"), path: urlPath("/city/river/bridge/") }],
      years,
      feed: urlPath("/city/river/feed.xml"),
      leaf: sampleLeaf(richTeasers(say), "/city/river/", 4, 12),
    },
    archive: {
      breadcrumb,
      column: river,
      year: 2026,
      months: [
        { month: 5, path: urlPath("/city/river/2026/05/"), count: 12 },
        { month: 4, path: urlPath("/city/river/2026/04/"), count: 1 },
      ],
      leaf: sampleLeaf(richTeasers(say), "/city/river/2026/", 1, 3),
    },
    topic: {
      breadcrumb: [...front, { title: say("专题"), path: urlPath("/topics/") }],
      title: say("河岸十记"),
      summary: say("十篇文章，沿着同一条河。"),
      picture: samplePicture(say),
      introduction: shortProse,
      sections: [
        { title: say("走"), teasers: richTeasers(say).slice(0, 2) },
        { title: say("看"), teasers: sampleTeasers(2, say) },
      ],
      leaf: sampleLeaf(richTeasers(say), "/topics/he-an-shi-ji/", 1, 2),
    },
    person: {
      breadcrumb: front,
      name: say("周以宁"),
      affiliation: say("青溪大学城乡规划系"),
      isOrganization: false,
      life: shortProse,
      leaf: sampleLeaf(richTeasers(say), "/people/zhou-yi-ning/"),
    },
    source: {
      breadcrumb: front,
      name: say("南方观察"),
      home: "https://nanfang.example/?a=1&b=2",
      leaf: sampleLeaf(richTeasers(say), "/sources/nanfang/"),
    },
    directory: {
      breadcrumb: front,
      of: "topics",
      names: [
        { title: say("河岸十记"), path: urlPath("/topics/he-an-shi-ji/"), count: 10 },
        { title: say("桥"), path: urlPath("/topics/qiao-1a2b/"), count: 1 },
      ],
    },
    corrections: {
      breadcrumb: front,
      notices: (["correction", "retraction"] as const).map((kind) => ({
        kind,
        article: { title: say("量河记"), path: samplePaths.article },
        time: { datetime: "2026-05-22T10:00:00+08:00", text: "2026-05-22" },
        text: say("南岸最长的空档应为 640 米。"),
      })),
    },
    search: { breadcrumb: front, columns: [{ column: river, years }] },
    standing: { breadcrumb: front, title: say("征稿启事"), description: say("怎样投稿。"), prose: richProse },
    notFound: { breadcrumb: front },
    redirect: { to: samplePaths.article },
  });
}

/** One page of each kind with nothing it can do without. */
export function barePages(): readonly HtmlPage[] {
  const leaf = sampleLeaf([]);
  const breadcrumb = sampleBreadcrumb();
  const column: Link = { title: "河岸", path: urlPath("/city/river/") };
  return pagesOf({
    front: { lead: [], columns: [] },
    article: bareArticle,
    expired: { breadcrumb: [] },
    column: {
      breadcrumb,
      title: "河岸",
      layout: "list",
      children: [],
      years: [],
      feed: urlPath("/city/river/feed.xml"),
      leaf,
    },
    archive: { breadcrumb, column, year: 2026, month: 5, months: [], leaf },
    topic: { breadcrumb: [], title: "河岸十记", sections: [], leaf },
    person: { breadcrumb: [], name: "周以宁", isOrganization: true, leaf },
    source: { breadcrumb: [], name: "南方观察", leaf },
    directory: { breadcrumb: [], of: "people", names: [] },
    corrections: { breadcrumb: [], notices: [] },
    search: { breadcrumb: [], columns: [] },
    standing: { breadcrumb: [], title: "征稿启事", prose: shortProse },
    notFound: { breadcrumb: [] },
    redirect: { to: samplePaths.article },
  });
}

function pagesOf(props: Props): readonly HtmlPage[] {
  return [
    { kind: "front", path: samplePaths.front, props: () => props.front },
    { kind: "article", path: samplePaths.article, props: () => props.article },
    { kind: "expired", path: samplePaths.expired, props: () => props.expired },
    { kind: "column", path: samplePaths.column, props: () => props.column },
    { kind: "archive", path: samplePaths.archive, props: () => props.archive },
    { kind: "topic", path: samplePaths.topic, props: () => props.topic },
    { kind: "person", path: samplePaths.person, props: () => props.person },
    { kind: "source", path: samplePaths.source, props: () => props.source },
    { kind: "directory", path: samplePaths.directory, props: () => props.directory },
    { kind: "corrections", path: samplePaths.corrections, props: () => props.corrections },
    { kind: "search", path: samplePaths.search, props: () => props.search },
    { kind: "standing", path: samplePaths.standing, props: () => props.standing },
    { kind: "notFound", path: samplePaths.notFound, props: () => props.notFound },
    { kind: "redirect", path: samplePaths.redirect, props: () => props.redirect },
  ];
}
