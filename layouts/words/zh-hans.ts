import type { Words } from "../words.ts";

/** Fixed words in Simplified Chinese, with the mainland's newsroom terms. */
export const zhHans: Words = {
  locale: "zh_CN",
  bylineSeparator: " ",
  nameSeparator: "、",
  sourceSeparator: "、",

  skipToContent: "跳到正文",
  mainNavigation: "栏目导航",
  breadcrumb: "所在位置",
  home: "首页",

  by: "作者：",
  published: "发布时间：",
  updated: "更新：",
  source: "来源：",
  sourcePage: (page) => (/^\d+$/u.test(page) ? `第${page}版` : page),
  original: "原文",
  originalTitle: "原标题：",
  reprint: "转载",
  editorsNote: "编者按",
  editor: (names) => `责编：${names.join("、")}`,
  affiliation: (affiliation) => `（作者系${affiliation}）`,
  affiliations: (affiliations) => `（作者分别系${listed(affiliations)}）`,
  namedAffiliations: (authors) => `（${listed(authors.map(({ name, affiliation }) => `${name}系${affiliation}`))}）`,
  aiAssisted: "本文在写作中使用了人工智能辅助",
  aiGenerated: "本文由人工智能生成",
  topics: "专题：",
  keywords: "关键词：",

  corrections: "更正",
  correction: "更正",
  retraction: "撤稿说明",
  hasCorrections: "本文有更正",
  isRetracted: "本文已撤稿",
  noCorrections: "目前没有更正。",

  related: "相关文章",
  recent: "本栏最新",
  more: "详细",
  moreAbout: (headline) => `：${headline}`,
  moreOf: (column) => `更多${column}`,
  pinned: "置顶",
  listAuthors: (names) => `${names.join("、")}：`,
  noArticles: "这里还没有文章。",
  articleCount: (count) => `${count}篇`,
  allArticles: "全部文章",
  lead: "头条",

  pager: "翻页",
  firstPage: "第一页",
  previousPage: "上一页",
  nextPage: "下一页",
  page: (number) => `第${number}页`,

  children: "子栏目",
  years: "年份",
  months: "月份",
  year: (year) => `${year}年`,
  month: (month) => `${month}月`,
  yearAndMonth: (year, month) => `${year}年${month}月`,
  subscribe: "订阅",
  feedOf: (title) => `${title}：订阅`,

  directory: { topics: "专题", people: "作者", sources: "来源" },
  emptyDirectory: "这里还没有条目。",
  topic: "专题",
  visitSource: (name) => `访问${name}`,

  search: "搜索",
  searchFor: "搜索标题、作者、来源和提要",
  searchNone: "没有找到。换一个词试试，或从下面按栏目和年份查找。",
  searchSome: "找到{n}篇",
  searchFailed: "搜索目录没有取到，请稍后再试，或从下面按栏目和年份查找。",
  searchNeedsScript: "搜索需要浏览器运行 JavaScript；也可以从下面按栏目和年份查找。",
  browse: "按栏目和年份查找",

  about: (publication) => `关于${publication}`,
  colophon: "版权页",
  owner: "主办：",
  editorInChief: "主编：",
  contact: "联系：",
  since: (year) => `创办于${year}年`,

  expired: "已下线",
  expiredText: "这篇文章的刊登期限已过，不再提供。",
  notFound: "页面不存在",
  notFoundText: "这个地址没有页面。可能是地址抄写有误，请从首页或栏目重新查找。",
  redirect: "页面已移到新地址",
  redirectText: "请到新地址阅读：",
  draft: "草稿",
  embargoed: "未到发布时间",
  draftRibbon: "预览：这是草稿，不会发布",
  embargoedRibbon: "预览：未到发布时间，读者还看不到",
};

/** 、 joins what holds no 、 itself; else ； does (GB/T 15834-2011, 4.6.3: ； parts what is already parted inside). */
function listed(parts: readonly string[]): string {
  return parts.join(parts.some((part) => /[、，]/u.test(part)) ? "；" : "、");
}
