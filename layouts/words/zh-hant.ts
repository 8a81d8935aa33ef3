import type { Words } from "../words.ts";

/** Fixed words in Traditional Chinese, with the terms of newsrooms in Taiwan and Hong Kong. */
export const zhHant: Words = {
  locale: "zh_TW",
  bylineSeparator: " ",
  nameSeparator: "、",
  sourceSeparator: "、",

  skipToContent: "跳到正文",
  mainNavigation: "欄目導覽",
  breadcrumb: "所在位置",
  home: "首頁",

  by: "作者：",
  published: "發布時間：",
  updated: "更新：",
  source: "來源：",
  sourcePage: (page) => (/^\d+$/u.test(page) ? `第${page}版` : page),
  original: "原文",
  originalTitle: "原標題：",
  reprint: "轉載",
  editorsNote: "編者按",
  editor: (names) => `責編：${names.join("、")}`,
  affiliation: (affiliation) => `（作者係${affiliation}）`,
  affiliations: (affiliations) => `（作者分別係${listed(affiliations)}）`,
  namedAffiliations: (authors) => `（${listed(authors.map(({ name, affiliation }) => `${name}係${affiliation}`))}）`,
  aiAssisted: "本文在寫作中使用了人工智慧輔助",
  aiGenerated: "本文由人工智慧生成",
  topics: "專題：",
  keywords: "關鍵詞：",

  corrections: "更正",
  correction: "更正",
  retraction: "撤稿說明",
  hasCorrections: "本文有更正",
  isRetracted: "本文已撤稿",
  noCorrections: "目前沒有更正。",

  related: "相關文章",
  recent: "本欄最新",
  more: "詳細",
  moreAbout: (headline) => `：${headline}`,
  moreOf: (column) => `更多${column}`,
  pinned: "置頂",
  listAuthors: (names) => `${names.join("、")}：`,
  noArticles: "這裡還沒有文章。",
  articleCount: (count) => `${count}篇`,
  allArticles: "全部文章",
  lead: "頭條",

  pager: "翻頁",
  firstPage: "第一頁",
  previousPage: "上一頁",
  nextPage: "下一頁",
  page: (number) => `第${number}頁`,

  children: "子欄目",
  years: "年份",
  months: "月份",
  year: (year) => `${year}年`,
  month: (month) => `${month}月`,
  yearAndMonth: (year, month) => `${year}年${month}月`,
  subscribe: "訂閱",
  feedOf: (title) => `${title}：訂閱`,

  directory: { topics: "專題", people: "作者", sources: "來源" },
  emptyDirectory: "這裡還沒有條目。",
  topic: "專題",
  visitSource: (name) => `造訪${name}`,

  search: "搜尋",
  searchFor: "搜尋標題、作者、來源和提要",
  searchNone: "沒有找到。換一個詞試試，或從下面按欄目和年份查找。",
  searchSome: "找到{n}篇",
  searchFailed: "搜尋目錄沒有取到，請稍後再試，或從下面按欄目和年份查找。",
  searchNeedsScript: "搜尋需要瀏覽器執行 JavaScript；也可以從下面按欄目和年份查找。",
  browse: "按欄目和年份查找",

  about: (publication) => `關於${publication}`,
  colophon: "版權頁",
  owner: "主辦：",
  editorInChief: "主編：",
  contact: "聯絡：",
  since: (year) => `創辦於${year}年`,

  expired: "已下線",
  expiredText: "這篇文章的刊登期限已過，不再提供。",
  notFound: "頁面不存在",
  notFoundText: "這個地址沒有頁面。可能是地址抄寫有誤，請從首頁或欄目重新查找。",
  redirect: "頁面已移到新地址",
  redirectText: "請到新地址閱讀：",
  draft: "草稿",
  embargoed: "未到發布時間",
  draftRibbon: "預覽：這是草稿，不會發布",
  embargoedRibbon: "預覽：未到發布時間，讀者還看不到",
};

/** 、 joins what holds no 、 itself; else ； does. */
function listed(parts: readonly string[]): string {
  return parts.join(parts.some((part) => /[、，]/u.test(part)) ? "；" : "、");
}
