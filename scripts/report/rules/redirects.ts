import { rule } from "../rule.ts";

const lineZh = "每行两格，用英文逗号隔开：旧地址,新地址，如 /cn/t20200327_1.html,/theory/2020/news.md";
const lineEn =
  "Two cells a line, divided by a comma: the old address, the new one, as in /cn/t20200327_1.html,/theory/2020/news.md";

/** Rules about `redirects.csv`, the old addresses of a moved site. */
export const redirectRules = {
  "redirects-header": rule({
    severity: "error",
    reason:
      "The first line says which column is which; without it a list the wrong way round would send readers away from every page.",
    zh: () => ({
      message: "第一行没有写明哪一列是旧地址、哪一列是新地址。",
      remedy: "第一行写 from,to 或 旧地址,新地址，用英文逗号隔开。",
    }),
    en: () => ({
      message: "The first line does not say which column is which.",
      remedy: "Begin with the line from,to",
    }),
  }),
  "redirects-quote": rule({
    severity: "error",
    reason: "A double quote out of place would join cells, and with them addresses (RFC 4180).",
    zh: () => ({
      message: "这个双引号不成对，或不在一格的开头和末尾。",
      remedy: "删去它；地址不需要引号。一格里不能换行。",
    }),
    en: () => ({
      message: "This double quote has no partner, or stands within a cell.",
      remedy: "Delete it: addresses need no quotes. A cell stays on its line.",
    }),
  }),
  "redirects-cells": rule<{ count: string }>({
    severity: "error",
    reason: "Each line is one old address and one new one; anything else is a slip that only its editor can mend.",
    zh: ({ count }) => ({ message: `这一行不是两格（写了 ${count} 格，或空了一格）。`, remedy: `${lineZh}。` }),
    en: ({ count }) => ({
      message: `This line has not two cells (it has ${count}, or an empty one).`,
      remedy: `${lineEn}.`,
    }),
  }),
  "redirect-from": rule<{ from: string }>({
    severity: "error",
    reason:
      "An old address becomes a file of the site and a rule of its host; its path must be plain and stay inside (SAFETY item 13).",
    zh: ({ from }) => ({
      message: `“${from}”不是旧地址的路径。`,
      remedy: "从 / 写起，一个地址一行，不带空格（写 %20）、*、\\、// 和 ..，如 /cn/t20200327_1.html。",
    }),
    en: ({ from }) => ({
      message: `“${from}” is not the path of an old address.`,
      remedy:
        "Begin with /, one address a line, without spaces (write %20), *, \\, // or .., as in /cn/t20200327_1.html.",
    }),
  }),
  "redirect-from-host": rule<{ from: string; path: string }>({
    severity: "error",
    reason: "A site answers for its own host alone: an address of another one must be led here by that host.",
    zh: ({ from, path }) => ({
      message: `旧地址“${from}”带着域名。`,
      remedy: `旧域名已经指到本站的，只写路径 ${path}；没有指到本站的，转址要在旧域名那里设。`,
    }),
    en: ({ from, path }) => ({
      message: `The old address “${from}” names a host.`,
      remedy: `Write the path alone, ${path}, if that host leads here now; otherwise redirect it where that host is served.`,
    }),
  }),
  "redirect-from-query": rule<{ from: string; path: string }>({
    severity: "error",
    reason:
      "Static hosts find a file by its path: what stands behind ? never chooses it, and what stands behind # never reaches them.",
    zh: ({ from, path }) => ({
      message: `旧地址“${from}”带着 ? 或 #，静态网站分不清它们后面的部分。`,
      remedy: `只写 ${path}，整个地址转到一处；要按 ? 后面的参数分开转，须在服务器上设。`,
    }),
    en: ({ from, path }) => ({
      message: `The old address “${from}” has a ? or #, and a static site cannot tell what stands behind them.`,
      remedy: `Write ${path} alone, which leads to one place; only a server's own rules can go by what stands behind ?.`,
    }),
  }),
  "redirect-to": rule<{ to: string }>({
    severity: "error",
    reason:
      "A redirect never leaves the site: who holds an old address of ours must not be able to send our readers away (SAFETY item 13).",
    zh: ({ to }) => ({
      message: `“${to}”不是本站的网址或稿件。`,
      remedy:
        "写本站的网址或稿件的文件名，从 / 写起，不带别的域名、? 和 #，如 /theory/2020/news.md；要转到别的网站，须在主机上设。",
    }),
    en: ({ to }) => ({
      message: `“${to}” is no address or article of this site.`,
      remedy:
        "Write an address of this site or an article's file, from / on, without another host, ? or #, as in /theory/2020/news.md; redirects to other sites are set at the host.",
    }),
  }),
  "redirect-twice": rule<{ from: string; line: string }>({
    severity: "error",
    reason:
      "One address leads to one place; on many hosts case, Unicode form and a last slash tell no addresses apart.",
    zh: ({ from, line }) => ({
      message: `旧地址“${from}”在第 ${line} 行已经写过（大小写、末尾的 / 不算区别）。`,
      remedy: "两行留一行。",
    }),
    en: ({ from, line }) => ({
      message: `The old address “${from}” stands in line ${line} already (case and a last / make no difference).`,
      remedy: "Keep one of the two lines.",
    }),
  }),
  "redirect-loop": rule<{ loop: string }>({
    severity: "error",
    reason: "Redirects that lead back to where they began never end (SAFETY item 13).",
    zh: ({ loop }) => ({
      message: `这些旧地址绕成了圈：${loop}。`,
      remedy: "把其中一行的新地址改成真正的页面。",
    }),
    en: ({ loop }) => ({
      message: `These old addresses lead in a circle: ${loop}.`,
      remedy: "Let one of the lines lead to a real page.",
    }),
  }),
  "redirect-shadows": rule<{ from: string; holder: string }>({
    severity: "error",
    reason: "An old address in place of a page would hide the page (SAFETY item 13).",
    zh: ({ from, holder }) => ({
      message: `“${from}”不是旧地址：它属于 ${holder}。`,
      remedy:
        holder === "Banxin"
          ? "删去这一行：这个网址是程序自己用的。"
          : "删去这一行；确实要让这个地址转走的，先给那个文件改名或删去它的 aliases。",
    }),
    en: ({ from, holder }) => ({
      message: `“${from}” is no old address: it belongs to ${holder}.`,
      remedy:
        holder === "Banxin"
          ? "Remove this line: the site itself uses the address."
          : "Remove this line; to lead the address elsewhere, first rename that file or remove its alias.",
    }),
  }),
  "redirect-unpublished": rule<{ from: string; to: string }>({
    severity: "warning",
    reason: "A redirect to something hidden is passed over, so that nothing of it shows (SAFETY item 12).",
    zh: ({ from, to }) => ({
      message: `“${from}”要转到的“${to}”此刻没有发布，这一行先略过。`,
      remedy: "等它发布后再构建，转址会自己生效；不然就换一个新地址。",
    }),
    en: ({ from, to }) => ({
      message: `“${to}”, where “${from}” should lead, is not published at this time; the line is passed over.`,
      remedy: "It takes effect once that is published; otherwise choose another new address.",
    }),
  }),
} as const;
