/** How a published file, or the whole site, differs from what was stated. */
export type DifferenceKind = keyof typeof differenceWords;

/** What a file is for. */
export type FileKind = keyof typeof fileWords;

/** Something in a file that the site's own pages never hold, or that is not what it was. */
export interface Finding {
  readonly kind: FindingKind;
  /** In bytes from the start of the file. */
  readonly offset: number;
  /** The bytes themselves as text, shortened, control characters escaped. */
  readonly excerpt: string;
}

/** What a finding is. */
export type FindingKind = keyof typeof findingWords;

/** One difference. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Below the site's folder; empty for the site as a whole. */
  readonly path: string;
  readonly file: FileKind;
  /** Another path or a release that the difference is about. */
  readonly other?: string | undefined;
  /** What else there is to say. */
  readonly detail?: string | undefined;
  readonly findings: readonly Finding[];
}

/** What differences are called. */
export const differenceWords = {
  changed: "被改动 changed",
  truncated: "被截断 truncated",
  missing: "缺失 missing",
  added: "多出 added",
  renamed: "被改名 renamed",
  swapped: "被调换 swapped",
  "rolled-back": "被换回旧版 rolled back",
  unreadable: "读不到 unreadable",
  injected: "含有外来内容 holds what our pages never hold",
  "site-rolled-back": "整站被换回旧版 the whole site is rolled back",
  "digests-corrected": "清单被改写 the manifest was rewritten",
  "statement-untrusted": "声明不可信 the statement is not trusted",
  "policy-missing": "缺少安全策略响应头 no Content-Security-Policy header",
  "policy-wrong": "安全策略响应头不对 wrong Content-Security-Policy header",
  "header-wrong": "响应头改变了页面 a header changes what readers see",
} as const;

/** What kinds of file are called. */
export const fileWords = {
  page: "页面 page",
  redirect: "转址页 redirect",
  feed: "订阅 feed",
  "site-map": "站点地图 site map",
  robots: "robots.txt",
  picture: "图片 picture",
  style: "样式 style sheet",
  script: "脚本 script",
  font: "字体 font",
  search: "搜索索引 search index",
  host: "主机规则 host rules",
  manifest: "清单 manifest",
  other: "文件 file",
  site: "网站 site",
} as const;

/** What findings are called. */
export const findingWords = {
  bytes: "改动的字节 bytes that differ",
  script: "脚本 script",
  frame: "框架 frame",
  style: "样式 style",
  handler: "事件脚本 event handler",
  link: "链接 link",
  form: "表单 form",
  picture: "图片 picture",
  redirect: "转址 redirect",
  hidden: "隐藏文字 hidden text",
  comment: "注释 comment",
  policy: "安全策略 security policy",
  digest: "摘要 digest",
} as const;

/** How many bytes an excerpt shows. */
const excerptBytes = 100;

/** The bytes from `start` to `end` as one line that is safe on a terminal. */
export function excerptOf(bytes: Buffer, start: number, end: number): string {
  const shown = bytes.subarray(start, Math.min(end, start + excerptBytes)).toString("utf8");
  const safe = shown.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, (character) => escaped(character));
  return end - start > excerptBytes ? `${safe}…` : safe;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
