import type { ArticlePage, Leaf, Link, Picture, Teaser } from "../../scripts/edition/page.ts";
import { trustedHtml, urlPath } from "../../scripts/text/brands.ts";
import { plainly, type Say } from "./sample-frame.ts";
import { richProse } from "./sample-prose.ts";

/** The columns the samples lie in, from the front page down. */
export function sampleBreadcrumb(say: Say = plainly): readonly Link[] {
  return [
    { title: say("版心周刊"), path: urlPath("/") },
    { title: say("城市"), path: urlPath("/city/") },
    { title: say("河岸"), path: urlPath("/city/river/") },
  ];
}

/** A picture with everything a picture can have. */
export function samplePicture(say: Say = plainly): Picture {
  return {
    src: urlPath("/pictures/river.svg"),
    alt: say("清晨的河岸，石阶上坐着三位老人"),
    width: 1200,
    height: 720,
    caption: say("青溪南岸的清晨。"),
    credit: say("方迟 摄"),
    tone: [3, 4, 2],
    forms: [
      {
        type: "image/avif",
        isStill: false,
        files: [
          { path: urlPath("/pictures/river-800.avif"), width: 800 },
          { path: urlPath("/pictures/river-1200.avif"), width: 1200 },
        ],
      },
      { type: "image/svg+xml", isStill: false, files: [{ path: urlPath("/pictures/river.svg"), width: 1200 }] },
    ],
  };
}

const headlines = [
  [
    "二百一十米：一张长椅应该摆在哪里",
    "量过一百二十七个测点之后，测绘队把结论写成了一句话：座椅属于折返的人。这篇短文记录他们怎样得到它。",
  ],
  [
    "谁来为一座桥写说明书",
    "桥有设计图，有竣工图，却没有给走过它的人看的说明。三位工程师试着写了一份，只用了八百个字。",
  ],
  ["旧码头的新棋桌", "棋友们自己选定的位置，比规划图上的位置往西挪了十一步。挪动的理由写在一张烟盒纸上。"],
  ["下雨天的公共空间", "屋檐、连廊和桥洞，是一座城市最便宜的善意。文章比较了四个街区在雨天的步行人数。"],
  ["读《青溪测记》", "这本内部印行的小册子只有四十六页，却几乎没有一个形容词。"],
] as const;

/** Invented teasers, newest first, as many as asked for. */
export function sampleTeasers(count: number, say: Say = plainly): readonly Teaser[] {
  return Array.from({ length: count }, (_, index) => {
    const [title, excerpt] = headlines[index % headlines.length] ?? headlines[0];
    const day = String(28 - (index % 27)).padStart(2, "0");
    return {
      path: urlPath(`/city/river/2026/05/article-${index + 1}/`),
      title: say(title),
      authors: [],
      published: { datetime: `2026-05-${day}T08:31:00+08:00`, text: `2026-05-${day}` },
      excerpt: say(excerpt),
      column: { title: say("河岸"), path: urlPath("/city/river/") },
      isPinned: false,
    };
  });
}

/** Teasers that show everything a teaser can: pinned, with authors, a picture, a language, a preview's mark. */
export function richTeasers(say: Say = plainly): readonly Teaser[] {
  return sampleTeasers(5, say).map((teaser, index) => {
    if (index === 0) return { ...teaser, isPinned: true, picture: samplePicture(say) };
    if (index === 1) return { ...teaser, authors: [say("周以宁"), say("陆川野")], hidden: "draft" };
    if (index === 2) return { ...teaser, language: "en", title: say("The Unhurried Surveyors"), hidden: "embargoed" };
    return teaser;
  });
}

/** A leaf of `teasers`: page `number` of `pages` of the list at `list`. */
export function sampleLeaf(teasers: readonly Teaser[], list = "/city/river/", number = 1, pages = 1): Leaf {
  const paths = Array.from({ length: pages }, (_, index) => urlPath(index === 0 ? list : `${list}page/${index + 1}/`));
  return { teasers, total: teasers.length * pages, number, paths };
}

/** An article with everything an article page can print. */
export function richArticle(say: Say = plainly): ArticlePage {
  return {
    breadcrumb: sampleBreadcrumb(say),
    kicker: say("公共空间笔记之三"),
    title: say("量河记：一条城市河道的一百二十七个测点"),
    subtitle: say("青溪两岸步行环境的一次慢调查"),
    authors: [
      {
        name: say("周以宁"),
        path: urlPath("/people/zhou-yi-ning/"),
        affiliation: say("青溪大学城乡规划系"),
        role: say("记者"),
        isOrganization: false,
      },
      {
        name: say("陆川野"),
        path: urlPath("/people/lu-chuan-ye/"),
        affiliation: say("南方水文研究所"),
        isOrganization: false,
      },
    ],
    published: { datetime: "2026-05-20T08:31:07+08:00", text: "2026-05-20 08:31:07" },
    updated: { datetime: "2026-05-22T10:00:00+08:00", text: "2026-05-22 10:00" },
    sources: [
      {
        name: say("南方观察"),
        path: urlPath("/sources/nanfang/"),
        isOwn: false,
        home: "https://nanfang.example/",
        url: "https://nanfang.example/2026/river?a=1&b=2",
        originalTitle: say("慢走的人看见邻居"),
        date: { datetime: "2026-05-18T00:00:00+08:00", text: "2026-05-18" },
        page: say("7"),
      },
    ],
    isReprint: true,
    leadImage: samplePicture(say),
    standfirst: say(
      "测绘队只想回答一个小问题：老人走多远需要坐一次？他们沿河停留了一百二十七次，得到的答案改动了六张长椅、两盏灯和一张棋桌的位置。",
    ),
    description: say("测绘队只想回答一个小问题：老人走多远需要坐一次？"),
    editorsNote: trustedHtml("<p>本刊自今年起记录城市里不起眼的公共空间。这是第三篇，下一篇写桥洞。</p>"),
    prose: richProse,
    affiliations: [say("青溪大学城乡规划系"), say("南方水文研究所")],
    note: trustedHtml("<p>本文系青溪市公共空间研究基金项目（QX-2025-07）阶段成果。</p>"),
    corrections: [
      {
        time: { datetime: "2026-05-22T10:00:00+08:00", text: "2026-05-22" },
        text: say("初版把南岸最长的空档误作 460 米，应为 640 米。"),
      },
    ],
    ai: "assisted",
    editors: [say("林知远"), say("何见微")],
    rights: say("本文转载自南方观察，版权归原作者与原刊所有。"),
    keywords: [say("城市"), say("步行"), say("公共空间")],
    topics: [{ title: say("河岸十记"), path: urlPath("/topics/he-an-shi-ji/") }],
    series: [],
    related: sampleTeasers(3, say),
    recent: sampleTeasers(2, say),
    canonical: "https://nanfang.example/2026/river?a=1&b=2",
    wordCount: 1204,
  };
}

/** An article with nothing an article can do without. */
export const bareArticle: ArticlePage = {
  breadcrumb: sampleBreadcrumb(),
  title: "短讯",
  authors: [],
  published: { datetime: "2026-05-20T00:00:00+08:00", text: "2026-05-20" },
  sources: [],
  isReprint: false,
  description: "",
  prose: trustedHtml("<p>今日无事。</p>"),
  affiliations: [],
  corrections: [],
  ai: "none",
  editors: [],
  rights: "",
  keywords: [],
  topics: [],
  series: [],
  related: [],
  recent: [],
  canonical: "https://banxin.example/city/river/2026/05/brief/",
  wordCount: 4,
};

/** What is left of an article that was withdrawn. */
export const retractedArticle: ArticlePage = {
  ...richArticle(),
  leadImage: undefined,
  standfirst: undefined,
  editorsNote: undefined,
  note: undefined,
  description: "",
  prose: trustedHtml(""),
  affiliations: [],
  corrections: [],
  retraction: {
    time: { datetime: "2026-06-01T09:00:00+08:00", text: "2026-06-01" },
    reason: "文中测点数据经复核不能成立，应作者与本刊要求撤稿。",
  },
};
