import { rule } from "../rule.ts";

/** Rules about what links, pins and other references point at. */
export const referenceRules = {
  "reference-missing": rule<{ reference: string; nearest: string }>({
    severity: "error",
    reason: "Pins, leads, sections and navigation that lead nowhere are mistakes (SAFETY item 14).",
    zh: ({ reference, nearest }) => ({
      message: `没有“${reference}”这篇文章或这个页面。`,
      remedy: nearest === "" ? "改成存在的文件或网址，或删去这一项。" : `改成“${nearest}”（最接近），或删去这一项。`,
    }),
    en: ({ reference, nearest }) => ({
      message: `There is no article or page “${reference}”.`,
      remedy:
        nearest === ""
          ? "Name a file or address that exists, or remove this line."
          : `Write “${nearest}” (the nearest), or remove this line.`,
    }),
  }),
  "reference-unpublished": rule<{ reference: string }>({
    severity: "warning",
    reason: "What is hidden is passed over, and the editor should know (DESIGN section 1).",
    zh: ({ reference }) => ({
      message: `“${reference}”此刻不在任何列表里（未发布、已撤稿或已下线），这一项会被略过。`,
      remedy: "如果它以后会发布，到时自然生效；否则删去这一项。",
    }),
    en: ({ reference }) => ({
      message: `“${reference}” is in no list at this time (not published, retracted or expired) and is passed over.`,
      remedy: "It takes effect if that is published later; otherwise remove the line.",
    }),
  }),
  "reference-twice": rule<{ reference: string }>({
    severity: "warning",
    reason: "An article stands in a list once.",
    zh: ({ reference }) => ({ message: `“${reference}”在这里写了两次，只算一次。`, remedy: "删去多出来的一项。" }),
    en: ({ reference }) => ({
      message: `“${reference}” is named twice here and counts once.`,
      remedy: "Remove one of the two.",
    }),
  }),
  "related-itself": rule<{ reference: string }>({
    severity: "error",
    reason: "An article is never related to itself.",
    zh: ({ reference }) => ({ message: `“${reference}”就是这篇文章自己。`, remedy: "从 related 里删去这一项。" }),
    en: ({ reference }) => ({ message: `“${reference}” is this very article.`, remedy: "Remove it from related." }),
  }),
  "link-broken": rule<{ href: string; nearest: string }>({
    severity: "error",
    reason: "A link inside the site that leads nowhere fails readers (SAFETY item 14).",
    zh: ({ href, nearest }) => ({
      message: `链接“${href}”指向的文件或页面不存在。`,
      remedy:
        nearest === "" ? "改成存在的文件或网址，或去掉这个链接。" : `改成“${nearest}”（最接近），或去掉这个链接。`,
    }),
    en: ({ href, nearest }) => ({
      message: `The link “${href}” leads to a file or page that does not exist.`,
      remedy:
        nearest === ""
          ? "Name a file or address that exists, or remove the link."
          : `Write “${nearest}” (the nearest), or remove the link.`,
    }),
  }),
  "link-own-unknown": rule<{ href: string }>({
    severity: "warning",
    reason: "An address of our own host without a page is broken, or belongs to something else that lives there.",
    zh: ({ href }) => ({
      message: `“${href}”是本站的网址，可是本站没有这个页面。`,
      remedy: "核对网址；指本刊文章的，改成它的文件名更稳妥。",
    }),
    en: ({ href }) => ({
      message: `“${href}” is an address of this site, which has no such page.`,
      remedy: "Check the address; to point at one of our articles, name its file.",
    }),
  }),
  "link-unpublished": rule<{ href: string }>({
    severity: "warning",
    reason: "A link to something hidden becomes plain text, so that nothing of it shows (SAFETY item 12).",
    zh: ({ href }) => ({
      message: `链接“${href}”指向的文章此刻没有发布，先印成普通文字。`,
      remedy: "等它发布后再构建，链接会自己恢复；不然就去掉这个链接。",
    }),
    en: ({ href }) => ({
      message: `The article behind the link “${href}” is not published at this time; the link is printed as plain text.`,
      remedy: "Build again once it is published, or remove the link.",
    }),
  }),
  "anchor-missing": rule<{ anchor: string; nearest: string }>({
    severity: "error",
    reason: "An anchor that is not there drops the reader at the top of the page (SAFETY item 14).",
    zh: ({ anchor, nearest }) => ({
      message: `那一页里没有“#${anchor}”这个位置。`,
      remedy: nearest === "" ? "改成那一页里有的小标题，或去掉“#”和后面的字。" : `写成“#${nearest}”（最接近）。`,
    }),
    en: ({ anchor, nearest }) => ({
      message: `That page has no place called “#${anchor}”.`,
      remedy:
        nearest === ""
          ? "Name a heading of that page, or remove “#” and what follows."
          : `Write “#${nearest}” (the nearest).`,
    }),
  }),
} as const;
