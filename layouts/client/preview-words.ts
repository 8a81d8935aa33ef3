import type { Language } from "../../scripts/text/language.ts";

/** What the preview says of problems, in one language. Nothing of it is ever published. */
export interface PreviewWords {
  /** The name of the region. */
  readonly problems: string;
  readonly severity: Readonly<Record<"error" | "warning", string>>;
  readonly remedy: string;
  /** How many there are; at least one of the two is not 0. */
  readonly totals: (errors: number, warnings: number) => string;
  /** How many more there are than are shown. */
  readonly more: (count: number) => string;
  readonly mended: string;
  /** Stands in place of a site that has had errors from the beginning. */
  readonly noSite: string;
}

const zh: PreviewWords = {
  problems: "内容问题",
  severity: { error: "错误", warning: "警告" },
  remedy: "改法：",
  totals: (errors, warnings) =>
    [errors > 0 ? `错误 ${errors} 个` : "", warnings > 0 ? `警告 ${warnings} 个` : ""].filter(Boolean).join("，"),
  more: (count) => `另有 ${count} 处，见终端里的报告。`,
  mended: "都改好了",
  noSite: "内容里有错误，网站还出不来。改好存盘以后，这里就是网站。",
};

const en: PreviewWords = {
  problems: "Problems in the content",
  severity: { error: "Error", warning: "Warning" },
  remedy: "Remedy: ",
  totals: (errors, warnings) =>
    [errors > 0 ? `Errors: ${errors}` : "", warnings > 0 ? `warnings: ${warnings}` : ""]
      .filter(Boolean)
      .join(", ")
      .replace(/^w/u, "W"),
  more: (count) => `${count} more: see the report in the terminal.`,
  mended: "All mended",
  noSite: "Errors in the content keep the site from appearing. Once they are mended and saved, it appears here.",
};

/** The preview's words for a publication in `language`: reports are told in Chinese or in English. */
export function previewWordsIn(language: Language): PreviewWords {
  return language === "en" ? en : zh;
}
