import { rule } from "../rule.ts";
import { fieldEn, fieldZh, formEn, formZh } from "./article-words.ts";

/** Rules about fields and the form of their values. `field` is a dotted path, `form` one of `fieldForms`, `group` a path with a dot after it. */
export const fieldRules = {
  "field-unknown": rule<{ group: string; field: string; nearest: string; known: string }>({
    severity: "error",
    reason: "A misspelt field would be lost in silence (DESIGN section 1: the list of fields is closed).",
    zh: ({ field, nearest, known }) => ({
      message: `没有名为“${field}”的字段。`,
      remedy: nearest === "" ? `可以写的字段有：${known}。` : `写成“${nearest}”（最接近）。`,
    }),
    en: ({ field, nearest, known }) => ({
      message: `There is no field called “${field}”.`,
      remedy: nearest === "" ? `The fields are: ${known}.` : `Write “${nearest}” (the nearest).`,
    }),
  }),
  "field-missing": rule<{ field: string; form: string }>({
    severity: "error",
    reason: "Pages, feeds and readers rely on this field.",
    zh: ({ field, form }) => ({
      message: `缺少 ${fieldZh(field)}。`,
      remedy: `写上“${lastOf(field)}: ”，内容是${formZh(form)}。`,
    }),
    en: ({ field, form }) => ({
      message: `${fieldEn(field)} is missing.`,
      remedy: `Add “${lastOf(field)}: ” with ${formEn(form)}.`,
    }),
  }),
  "field-empty": rule<{ field: string }>({
    severity: "error",
    reason: "An empty text prints as a gap.",
    zh: ({ field }) => ({ message: `${fieldZh(field)} 是空的。`, remedy: "写上内容，或删去它。" }),
    en: ({ field }) => ({ message: `${fieldEn(field)} is empty.`, remedy: "Give it a text, or delete it." }),
  }),
  "field-form": rule<{ field: string; text: string; form: string }>({
    severity: "error",
    reason: "A value of another form would be guessed at or dropped.",
    zh: ({ field, text, form }) => ({
      message: text === "" ? `${fieldZh(field)} 的写法不对。` : `${fieldZh(field)} 不能写成“${text}”。`,
      remedy: `写成${formZh(form)}。`,
    }),
    en: ({ field, text, form }) => ({
      message: text === "" ? `${fieldEn(field)} has another form.` : `${fieldEn(field)} cannot be “${text}”.`,
      remedy: `Write ${formEn(form)}.`,
    }),
  }),
  "field-long": rule<{ field: string; count: string; limit: string }>({
    severity: "error",
    reason: "Lists, cards and feeds are laid out for texts of ordinary length.",
    zh: ({ field, count, limit }) => ({
      message: `${fieldZh(field)} 有 ${count} 字，最多 ${limit} 字。`,
      remedy: "缩短它，其余的写进正文。",
    }),
    en: ({ field, count, limit }) => ({
      message: `${fieldEn(field)} is ${count} characters long; ${limit} are the most.`,
      remedy: "Shorten it, and put the rest into the text.",
    }),
  }),
  "field-lines": rule<{ field: string }>({
    severity: "error",
    reason: "A line break inside a name or a headline is lost in lists, feeds and search.",
    zh: ({ field }) => ({ message: `${fieldZh(field)} 里有换行或制表符。`, remedy: "把它写在一行里，用空格隔开。" }),
    en: ({ field }) => ({
      message: `There is a line break or a tab in ${fieldEn(field)}.`,
      remedy: "Write it on one line, with spaces.",
    }),
  }),
  "url-form": rule<{ field: string; url: string }>({
    severity: "error",
    reason: "What is no absolute address cannot be linked to.",
    zh: ({ field, url }) => ({
      message: `${fieldZh(field)}：“${url}”不是完整的网址。`,
      remedy: "从浏览器的地址栏复制以 https:// 开头的整个网址。",
    }),
    en: ({ field, url }) => ({
      message: `${fieldEn(field)}: “${url}” is not a whole address.`,
      remedy: "Copy the whole address that begins with https:// from the browser.",
    }),
  }),
  "url-scheme": rule<{ field: string; url: string }>({
    severity: "error",
    reason: "Schemes such as javascript: run code in the reader's browser (SAFETY item 7).",
    zh: ({ field, url }) => ({
      message: `${fieldZh(field)}：“${url}”不以 https:// 或 http:// 开头。`,
      remedy: "换成以 https:// 开头的网址，或删去它。",
    }),
    en: ({ field, url }) => ({
      message: `${fieldEn(field)}: “${url}” begins with neither https:// nor http://.`,
      remedy: "Use an address that begins with https://, or delete it.",
    }),
  }),
  "url-credentials": rule<{ field: string; host: string }>({
    severity: "error",
    reason: "A name or password before @ would be published, and is often there to hide the true host.",
    zh: ({ field, host }) => ({
      message: `${fieldZh(field)} 的网址在“${host}”前面带着用户名或密码。`,
      remedy: `删去 @ 和它前面的部分，从“${host}”写起。`,
    }),
    en: ({ field, host }) => ({
      message: `The address in ${fieldEn(field)} has a user name or password before “${host}”.`,
      remedy: `Delete @ and what stands before it, so that “${host}” follows https://.`,
    }),
  }),
  "alias-form": rule<{ alias: string }>({
    severity: "error",
    reason:
      "An old address becomes a file of the site; its path must be plain, and stay inside the site (SAFETY item 13).",
    zh: ({ alias }) => ({
      message: `aliases 里的“${alias}”不是旧地址的路径。`,
      remedy: "从 / 写起，只用英文字母、数字和 - _ . ~ 等符号，不带域名、空格、?、# 和 ..，如 /cn/t20200327_1.html。",
    }),
    en: ({ alias }) => ({
      message: `“${alias}” in aliases is not the path of an old address.`,
      remedy: "Begin with /, without host, spaces, ?, # or .., such as /cn/t20200327_1.html.",
    }),
  }),
  "silence-unknown": rule<{ name: string; nearest: string }>({
    severity: "error",
    reason: "A misspelt rule name silences nothing.",
    zh: ({ name, nearest }) => ({
      message: `没有名为“${name}”的规则。`,
      remedy: nearest === "" ? "从报告里照抄规则名，或删去它。" : `写成“${nearest}”（最接近）。`,
    }),
    en: ({ name, nearest }) => ({
      message: `There is no rule called “${name}”.`,
      remedy:
        nearest === "" ? "Copy the rule's name from the report, or delete it." : `Write “${nearest}” (the nearest).`,
    }),
  }),
  "silence-error": rule<{ name: string }>({
    severity: "error",
    reason: "Only warnings are a matter of judgement; an error is a fault in the published page.",
    zh: ({ name }) => ({ message: `“${name}”是错误，不能静音。`, remedy: "删去它，改正它所指的地方。" }),
    en: ({ name }) => ({
      message: `“${name}” is an error and cannot be silenced.`,
      remedy: "Delete it and mend what it points at.",
    }),
  }),
  "name-twice": rule<{ field: string; name: string }>({
    severity: "warning",
    reason: "A name that stands twice in one list is a slip of copying.",
    zh: ({ field, name }) => ({ message: `${field} 里“${name}”写了两次。`, remedy: "删去一个。" }),
    en: ({ field, name }) => ({ message: `“${name}” stands twice in ${field}.`, remedy: "Delete one of them." }),
  }),
  "name-joined": rule<{ field: string; name: string; list: string }>({
    severity: "warning",
    reason: "Several names in one text get one page, and no page of their own.",
    zh: ({ field, name, list }) => ({ message: `${field} 里的“${name}”像是几个名字。`, remedy: `写成列表：${list}。` }),
    en: ({ field, name, list }) => ({
      message: `“${name}” in ${field} looks like several names.`,
      remedy: `Write a list: ${list}.`,
    }),
  }),
} as const;

function lastOf(path: string): string {
  return path.split(".").at(-1) ?? path;
}
