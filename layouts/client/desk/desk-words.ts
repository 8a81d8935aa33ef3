import type { ChangeGroup } from "../../../scripts/edition/publication-changes.ts";
import type { Language } from "../../../scripts/text/language.ts";
import type { DeskReason } from "./desk-state.ts";
import { deskEn } from "./desk-words-en.ts";
import { deskZhHans } from "./desk-words-zh-hans.ts";
import { deskZhHant } from "./desk-words-zh-hant.ts";

/** A stretch of time, rounded down; the largest unit that is not 0 comes first, and only it and the next are told. */
export type TimeLeft = readonly (readonly [count: number, unit: "day" | "hour" | "minute" | "second"])[];

/** What the preview says to editors, in one language. Nothing of it is ever published. */
export interface DeskWords {
  /** The name of the bar. */
  readonly desk: string;
  readonly fold: string;
  readonly unfold: string;

  readonly problems: string;
  readonly severity: Readonly<Record<"error" | "warning", string>>;
  readonly remedy: string;
  /** How many there are; at least one of the two is not 0. */
  readonly totals: (errors: number, warnings: number) => string;
  /** How many more there are than are shown. */
  readonly moreProblems: (count: number) => string;
  readonly mended: string;
  readonly here: string;
  readonly elsewhere: string;
  readonly noneHere: string;
  /** Stands in place of a site that has had errors from the beginning. */
  readonly noSite: string;

  readonly draft: string;
  readonly published: (time: string) => string;
  readonly retracted: string;
  readonly embargoed: (time: string) => string;
  readonly left: (time: TimeLeft) => string;
  readonly due: string;

  readonly related: string;
  readonly noRelated: string;
  readonly relatedRules: Readonly<Record<DeskReason["rule"], string>>;
  readonly score: (score: string) => string;
  readonly shared: (terms: readonly string[]) => string;

  readonly changes: string;
  readonly whenPublished: (count: number) => string;
  readonly isPublished: (count: number) => string;
  readonly noChanges: string;
  readonly groups: Readonly<Record<ChangeGroup, string>>;
  readonly how: Readonly<Record<"new" | "gone", string>>;
  readonly morePages: (count: number) => string;

  readonly wechat: string;
  readonly wechatAbout: (counts: Readonly<Record<"pictures" | "links" | "footnotes", number>>) => string;
  /** Where readers cannot fetch the pictures yet. */
  readonly wechatPictures: string;
  readonly copyBody: string;
  readonly copyTitle: string;
  readonly copySummary: string;
  readonly copyAddress: string;
  readonly copied: (what: string) => string;
  readonly copyFailed: string;
  readonly plainText: string;

  readonly asking: string;
  readonly failed: string;
}

const byLanguage: Readonly<Record<Language, DeskWords>> = { "zh-Hans": deskZhHans, "zh-Hant": deskZhHant, en: deskEn };

/** The preview's words for a publication in `language`. */
export function deskWordsIn(language: Language): DeskWords {
  return byLanguage[language];
}
