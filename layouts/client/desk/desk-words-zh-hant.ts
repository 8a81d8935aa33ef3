import type { DeskWords } from "./desk-words.ts";

const units = { day: "天", hour: "小時", minute: "分", second: "秒" } as const;

/** The preview's words in Traditional Chinese. */
export const deskZhHant: DeskWords = {
  desk: "編輯台",
  fold: "收起編輯台",
  unfold: "展開編輯台",

  problems: "問題",
  severity: { error: "錯誤", warning: "警告" },
  remedy: "改法：",
  totals: (errors, warnings) =>
    [errors > 0 ? `錯誤${errors}個` : "", warnings > 0 ? `警告${warnings}個` : ""].filter(Boolean).join("，"),
  moreProblems: (count) => `另有${count}處，見終端機裡的報告。`,
  mended: "都改好了",
  here: "本頁",
  elsewhere: "別處",
  noneHere: "本頁沒有發現問題。",
  noSite: "內容裡有錯誤，網站還出不來。改好存檔以後，這裡就是網站。",

  draft: "草稿，不會發布",
  published: (time) => `${time} 發布`,
  retracted: "已撤稿",
  embargoed: (time) => `定於 ${time} 發布`,
  left: (time) => `還有${time.map(([count, unit]) => count + units[unit]).join("")}`,
  due: "時間已到，下次建置即發布",

  related: "相關",
  noRelated: "這篇文章沒有相關文章。",
  relatedRules: { pinned: "編輯指定", series: "同一系列", alike: "文字相近", recent: "本欄最新" },
  score: (score) => `相近度${score}`,
  shared: (terms) => `都寫到：${terms.join("、")}`,

  changes: "變動",
  whenPublished: (count) => `本文發布時，另有${count}頁隨之變動：`,
  isPublished: (count) => `本文已經發布。若沒有它，另有${count}頁會不同：`,
  noChanges: "沒有別的頁面隨之變動，或到時列表裡不會有這篇文章（過期、撤稿）。",
  groups: {
    front: "首頁",
    column: "欄目頁",
    archive: "年月彙整",
    topic: "專題頁",
    person: "作者頁",
    source: "來源頁",
    directory: "專題、作者、來源總目",
    related: "相關文章列表變了的文章",
    neighbour: "上一篇、下一篇變了的文章",
    link: "正文連到本文的頁面",
    feed: "訂閱",
    siteMap: "網站地圖",
    redirect: "舊網址",
    other: "其他",
  },
  how: { new: "新增", gone: "消失" },
  morePages: (count) => `另有${count}頁`,

  wechat: "微信",
  wechatAbout: ({ pictures, links, footnotes }) =>
    `樣式寫在行內，可直接貼進公眾號編輯器。圖${pictures}幅，連結${links}條（改為文末註），註釋${footnotes}條；來源、責編、版權說明附在文末。`,
  wechatPictures: "圖片用的是正式網址：文章發布之前公眾號取不到，請在那裡另行上傳。",
  copyBody: "複製正文",
  copyTitle: "標題",
  copySummary: "提要",
  copyAddress: "原文連結",
  copied: (what) => `已複製：${what}`,
  copyFailed: "瀏覽器不許複製。請展開下面的文字稿，自行選取。",
  plainText: "文字稿",

  asking: "正在查…",
  failed: "沒有查到。存檔後或稍後再打開。",
};
