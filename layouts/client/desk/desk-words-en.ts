import type { DeskWords } from "./desk-words.ts";

/** The preview's words in English. */
export const deskEn: DeskWords = {
  desk: "Desk",
  fold: "Fold the desk away",
  unfold: "Unfold the desk",

  problems: "Problems",
  severity: { error: "Error", warning: "Warning" },
  remedy: "Remedy: ",
  totals: (errors, warnings) =>
    [errors > 0 ? `Errors: ${errors}` : "", warnings > 0 ? `warnings: ${warnings}` : ""]
      .filter(Boolean)
      .join(", ")
      .replace(/^w/u, "W"),
  moreProblems: (count) => `${count} more: see the report in the terminal.`,
  mended: "All mended",
  here: "This page",
  elsewhere: "Elsewhere",
  noneHere: "Nothing found on this page.",
  noSite: "Errors in the content keep the site from appearing. Once they are mended and saved, it appears here.",

  draft: "Draft, will not be published",
  published: (time) => `Published ${time}`,
  retracted: "Retracted",
  embargoed: (time) => `To be published ${time}`,
  left: (time) => `in ${time.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ")}`,
  due: "Due: the next build publishes it",

  related: "Related",
  noRelated: "This article has no related list.",
  relatedRules: {
    pinned: "pinned by the editor",
    series: "same series",
    alike: "alike in text",
    recent: "new in its column",
  },
  score: (score) => `likeness ${score}`,
  shared: (terms) => `shared: ${terms.join(", ")}`,

  changes: "Changes",
  whenPublished: (count) => `When this is published, ${count} other ${count === 1 ? "page changes" : "pages change"}:`,
  isPublished: (count) =>
    `This is published. Without it, ${count} other ${count === 1 ? "page" : "pages"} would differ:`,
  noChanges: "No other page changes, or lists will not show this article then (expired, retracted).",
  groups: {
    front: "Front page",
    column: "Columns",
    archive: "Archives",
    topic: "Topics",
    person: "Authors",
    source: "Sources",
    directory: "Directories of topics, authors, sources",
    related: "Articles whose related list changes",
    neighbour: "Articles that get another neighbour",
    link: "Pages whose text links here",
    feed: "Feeds",
    siteMap: "Site maps",
    redirect: "Old addresses",
    other: "Others",
  },
  how: { new: "new", gone: "gone" },
  morePages: (count) => `${count} more`,

  wechat: "WeChat",
  wechatAbout: ({ pictures, links, footnotes }) =>
    `Styled inline, to be pasted into WeChat’s editor. Pictures: ${pictures}. Links, as notes at the end: ${links}. Footnotes: ${footnotes}. Source, editor and copyright notice are attached.`,
  wechatPictures:
    "Pictures have their public addresses: until this is published WeChat cannot fetch them; upload them there.",
  copyBody: "Copy the text",
  copyTitle: "Headline",
  copySummary: "Summary",
  copyAddress: "Address",
  copied: (what) => `Copied: ${what}`,
  copyFailed: "The browser does not allow copying. Open the plain text below and select it.",
  plainText: "Plain text",

  asking: "Looking…",
  failed: "No answer. Save, or open this again in a moment.",
};
