import type { DeskWords } from "./desk-words.ts";

const units = { day: "天", hour: "小时", minute: "分", second: "秒" } as const;

/** The preview's words in Simplified Chinese. */
export const deskZhHans: DeskWords = {
  desk: "编辑台",
  fold: "收起编辑台",
  unfold: "展开编辑台",

  problems: "问题",
  severity: { error: "错误", warning: "警告" },
  remedy: "改法：",
  totals: (errors, warnings) =>
    [errors > 0 ? `错误${errors}个` : "", warnings > 0 ? `警告${warnings}个` : ""].filter(Boolean).join("，"),
  moreProblems: (count) => `另有${count}处，见终端里的报告。`,
  mended: "都改好了",
  here: "本页",
  elsewhere: "别处",
  noneHere: "本页没有发现问题。",
  noSite: "内容里有错误，网站还出不来。改好存盘以后，这里就是网站。",

  draft: "草稿，不会发布",
  published: (time) => `${time} 发布`,
  retracted: "已撤稿",
  embargoed: (time) => `定于 ${time} 发布`,
  left: (time) => `还有${time.map(([count, unit]) => count + units[unit]).join("")}`,
  due: "时间已到，下次构建即发布",

  related: "相关",
  noRelated: "这篇文章没有相关文章。",
  relatedRules: { pinned: "编辑指定", series: "同一系列", alike: "文字相近", recent: "本栏最新" },
  score: (score) => `相近度${score}`,
  shared: (terms) => `都写到：${terms.join("、")}`,

  changes: "变动",
  whenPublished: (count) => `本文发布时，另有${count}页随之变动：`,
  isPublished: (count) => `本文已经发布。若没有它，另有${count}页会不同：`,
  noChanges: "没有别的页面随之变动，或到时列表里不会有这篇文章（过期、撤稿）。",
  groups: {
    front: "首页",
    column: "栏目页",
    archive: "年月归档",
    topic: "专题页",
    person: "作者页",
    source: "来源页",
    directory: "专题、作者、来源总目",
    related: "相关文章列表变了的文章",
    neighbour: "上一篇、下一篇变了的文章",
    link: "正文链到本文的页面",
    feed: "订阅",
    siteMap: "站点地图",
    redirect: "旧地址",
    other: "其他",
  },
  how: { new: "新增", gone: "消失" },
  morePages: (count) => `另有${count}页`,

  wechat: "微信",
  wechatAbout: ({ pictures, links, footnotes }) =>
    `样式写在行内，可直接粘贴进公众号编辑器。图${pictures}幅，链接${links}条（改为文末注），注释${footnotes}条；来源、责编、版权说明附在文末。`,
  wechatPictures: "图片用的是正式网址：文章发布之前公众号取不到，请在那里另行上传。",
  copyBody: "复制正文",
  copyTitle: "标题",
  copySummary: "提要",
  copyAddress: "原文链接",
  copied: (what) => `已复制：${what}`,
  copyFailed: "浏览器不许复制。请展开下面的文字稿，自行选取。",
  plainText: "文字稿",

  asking: "正在查…",
  failed: "没有查到。存盘后或稍后再打开。",
};
