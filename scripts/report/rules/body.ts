import { rule } from "../rule.ts";
import { markupRules } from "./markup.ts";

/** Rules about links and other people's marks in a body; those about its Markdown and HTML stand beside them. */
export const bodyRules = {
  ...markupRules,

  "link-scheme": rule<{ scheme: string; address: string }>({
    severity: "error",
    reason:
      "Only web, mail, telephone and own addresses may be links: anything else runs code or opens what a reader cannot check.",
    zh: ({ scheme, address }) => ({
      message: `链接地址“${address}”以“${scheme}”开头，这里不能用。`,
      remedy: "换成以 https:// 或 http:// 开头的地址，或删去这个链接。",
    }),
    en: ({ scheme, address }) => ({
      message: `The link address “${address}” begins with “${scheme}”, which cannot be used here.`,
      remedy: "Give an address that begins with https:// or http://, or take the link out.",
    }),
  }),

  "table-cells": rule<{ cell: string }>({
    severity: "warning",
    reason: "A row with more cells than its table has columns loses the rest, which must not happen in silence.",
    zh: ({ cell }) => ({
      message: `表格这一行的栏比表头多，“${cell}”不会印出来。`,
      remedy: "给表头补上一栏，或去掉多出来的竖线；文字里的竖线写成“\\|”。",
    }),
    en: ({ cell }) => ({
      message: `This row has more cells than its table has columns; “${cell}” is not printed.`,
      remedy: "Add a column to the table's head, or remove the bar; a bar that is text is written “\\|”.",
    }),
  }),
  "link-textless": rule<{ href: string }>({
    severity: "warning",
    reason: "A link without words cannot be seen, heard or clicked.",
    zh: ({ href }) => ({
      message: `链接“${href}”没有文字，读者看不见它。`,
      remedy: "在方括号里写上链接文字，或删去它。",
    }),
    en: ({ href }) => ({
      message: `The link “${href}” has no words; readers cannot see it.`,
      remedy: "Write its words between the square brackets, or remove it.",
    }),
  }),
  "link-empty": rule<{ text: string }>({
    severity: "warning",
    reason: "A link without an address leads back to its own page, which no editor means.",
    zh: ({ text }) => ({ message: `链接“${text}”没有写地址。`, remedy: "在圆括号里写上地址，或删去方括号和圆括号。" }),
    en: ({ text }) => ({
      message: `The link “${text}” has no address.`,
      remedy: "Write the address between the parentheses, or take the brackets out.",
    }),
  }),

  "link-text-host": rule<{ text: string; named: string; host: string }>({
    severity: "warning",
    reason: "A link that names one site and opens another misleads readers; it is how phishing links look.",
    zh: ({ text, named, host }) => ({
      message: `链接文字“${text}”写的是 ${named}，打开的却是 ${host}。`,
      remedy: `核对后把文字或地址改成一致，例如把文字改成 ${host}。`,
    }),
    en: ({ text, named, host }) => ({
      message: `The link text “${text}” names ${named}, but the link opens ${host}.`,
      remedy: `Check which is meant and make the two agree, for example by writing ${host} as the text.`,
    }),
  }),

  "look-alike-host": rule<{ host: string; real: string }>({
    severity: "warning",
    reason:
      "Hosts with letters of mixed scripts, or with another host before an @ sign, pass themselves off as sites readers trust.",
    zh: ({ host, real }) => ({
      message: `链接里的“${host}”容易被当成别的网站，它实际打开的是 ${real}。`,
      remedy: "到对方网站核对地址，换成真正的网址；核对不了就删去链接。",
    }),
    en: ({ host, real }) => ({
      message: `The “${host}” of this link is easily taken for another site; it really opens ${real}.`,
      remedy: "Copy the address anew from the site itself, or take the link out.",
    }),
  }),

  "link-spam": rule<{ count: string; text: string }>({
    severity: "warning",
    reason:
      "Short links to unrelated sites, in rows or one that sells, are pasted in by advertisers, often through a contributor's manuscript.",
    zh: ({ count, text }) => ({
      message:
        count === "1"
          ? `通往外站的链接“${text}”像是夹带的广告。`
          : `从“${text}”起有 ${count} 个通往外站的链接连在一起，像是夹带的广告。`,
      remedy: "删去与正文无关的链接。",
    }),
    en: ({ count, text }) => ({
      message:
        count === "1"
          ? `The link “${text}” to another site looks like advertising.`
          : `From “${text}” on, ${count} links to other sites stand in a row; they look like advertising.`,
      remedy: "Take out the links that do not belong to the text.",
    }),
  }),

  "merge-marks": rule<{ mark: string }>({
    severity: "error",
    reason: "Marks that version control leaves where two people changed one place would be published as text.",
    zh: ({ mark }) => ({
      message: `这里留有合并稿件时的记号“${mark}”，两个版本还没有取舍。`,
      remedy: "在 <<<<<<< 与 >>>>>>> 之间留下要用的一版，删去另一版和这些记号。",
    }),
    en: ({ mark }) => ({
      message: `The mark “${mark}” was left here when two versions were merged.`,
      remedy: "Keep the version you want between <<<<<<< and >>>>>>>, and delete the other one and the marks.",
    }),
  }),

  "too-many-links": rule<{ limit: string }>({
    severity: "error",
    reason: "A text with that many links is a machine's; it would slow down every page that holds it.",
    zh: ({ limit }) => ({
      message: `这篇文字的链接和图片超过 ${limit} 个。`,
      remedy: "把它拆成几篇，或删去多余的链接。",
    }),
    en: ({ limit }) => ({
      message: `This text has more than ${limit} links and pictures.`,
      remedy: "Divide it into several, or take links out.",
    }),
  }),

  "body-too-long": rule<{ limit: string }>({
    severity: "error",
    reason: "A text of that size is pasted by mistake, and no reader's page could hold it.",
    zh: ({ limit }) => ({ message: `正文超过 ${limit}。`, remedy: "把它拆成几篇。" }),
    en: ({ limit }) => ({ message: `The text is longer than ${limit}.`, remedy: "Divide it into several." }),
  }),
} as const;
