/** The forms a field's value can have, as a problem or the field table names them: in Chinese and in English. */
export const fieldForms = {
  line: ["一行文字", "a line of text"],
  prose: ["一段文字", "text"],
  name: ["一个名字", "a name"],
  names: ["一个名字，或名字的列表，如 [许慎言, 陆明远]", "a name, or a list of names such as [Ann Lee, Tom Hale]"],
  list: ["列表，如 [城市更新, 公共空间]", "a list such as [rivers, bridges]"],
  authors: [
    "一个名字，或名字与 { name, affiliation, role, person, organization } 的列表；不署名写 []",
    "a name, or a list of names and { name, affiliation, role, person, organization }; [] for unsigned copy",
  ],
  author: [
    "一个名字，或 { name, affiliation, role, person, organization }",
    "a name, or { name, affiliation, role, person, organization }",
  ],
  sources: [
    "sources.yaml 里的代号或名称，或 { name, url, title, date, page, archive }，或它们的列表",
    "an id or a name from sources.yaml, or { name, url, title, date, page, archive }, or a list of these",
  ],
  source: [
    "sources.yaml 里的代号或名称，或 { name, url, title, date, page, archive }",
    "an id or a name from sources.yaml, or { name, url, title, date, page, archive }",
  ],
  date: ["日期，如 2020-03-27 08:31 或 2020年3月27日", "a date such as 2020-03-27 08:31"],
  truth: ["true 或 false", "true or false"],
  picture: ["图片的路径，或 { src, alt, caption, credit }", "the path of a picture, or { src, alt, caption, credit }"],
  related: ["文章的列表，或 { pin: [], block: [] }，或 none", "a list of articles, or { pin: [], block: [] }, or none"],
  reference: ["一篇文章的文件或地址", "the file or the address of an article"],
  corrections: ["{ date, text } 的列表", "a list of { date, text }"],
  correction: ["{ date, text }", "{ date, text }"],
  retraction: ["{ date, reason, keepBody }", "{ date, reason, keepBody }"],
  aliases: ["以 / 开头的旧地址的列表", "a list of old addresses, each beginning with /"],
  slug: ["小写字母、数字和连字符，如 four-balances", "lower-case letters, digits and hyphens, such as four-balances"],
  language: ["语言代码，如 zh-Hans、en、ja", "a language tag such as zh-Hans, en or ja"],
  ai: ["none、assisted 或 generated", "none, assisted or generated"],
  silence: ["规则名的列表", "a list of rule names"],
  anything: ["任意内容", "anything"],
  url: ["以 https:// 或 http:// 开头的网址", "an address that begins with https:// or http://"],
  publicationLanguage: ["zh-Hans、zh-Hant 或 en", "zh-Hans, zh-Hant or en"],
  zone: ["时区的名称，如 Asia/Shanghai", "the name of a time zone, such as Asia/Shanghai"],
  siteAddress: ["网站的网址，如 https://example.org/", "the site's address, such as https://example.org/"],
  year: ["四位数的年份，如 2013", "a year of four digits, such as 2013"],
  licences: ["{ text, url } 的列表", "a list of { text, url }"],
  licence: ["{ text, url }", "{ text, url }"],
  rights: ["{ own, reprint }", "{ own, reprint }"],
  navigation: ["栏目和页面的列表", "a list of columns and pages"],
  relatedCount: ["0 到 12 的整数", "a whole number from 0 to 12"],
  perPage: ["1 到 200 的整数", "a whole number from 1 to 200"],
  order: ["整数，如 1", "a whole number such as 1"],
  remotePictures: ["refuse 或 allow", "refuse or allow"],
  layout: ["list 或 digest", "list or digest"],
  sections: ["{ title, articles } 的列表", "a list of { title, articles }"],
  section: ["{ title, articles }", "{ title, articles }"],
  registered: ["{ name, url, own, rights, fullText }", "{ name, url, own, rights, fullText }"],
  houseWord: ["正确的写法，或 { use, why }", "the right wording, or { use, why }"],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

/** The name of a form a field's value can have. */
export type FieldForm = keyof typeof fieldForms;

/** What a form is called in Chinese, with a space before it where it begins in Latin letters; an unknown form is called by its name. */
export function formZh(form: string): string {
  const words = wordsOf(form)?.[0] ?? form;
  return /^[\x21-\x7e]/u.test(words) ? ` ${words}` : words;
}

/** What a form is called in English. */
export function formEn(form: string): string {
  return wordsOf(form)?.[1] ?? form;
}

/** A field by its dotted path, as Chinese editors say it: `author.0.person` → `author 第 1 项的 person`. */
export function fieldZh(path: string): string {
  return path
    .split(".")
    .map((step, index) => (isCount(step) ? `第 ${Number(step) + 1} 项` : index === 0 ? step : `的 ${step}`))
    .join(" ")
    .replaceAll("项 的", "项的");
}

/** A field by its dotted path in English: `author.0.person` → `author, number 1, person`. */
export function fieldEn(path: string): string {
  return path
    .split(".")
    .map((step) => (isCount(step) ? `number ${Number(step) + 1}` : step))
    .join(", ");
}

function wordsOf(form: string): readonly [string, string] | undefined {
  return Object.entries(fieldForms).find(([name]) => name === form)?.[1];
}

function isCount(step: string): boolean {
  return /^\d{1,9}$/u.test(step);
}
