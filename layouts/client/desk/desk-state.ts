import type { ChangedPage } from "../../../scripts/edition/publication-changes.ts";
import type { WechatArticle } from "../../wechat/wechat-article.tsx";
import type { ToldProblems } from "../preview-state.ts";

/** What the desk bar says of a page without being asked. */
export interface DeskPage {
  /** Another whenever the content has been read anew, by whichever preview: what was answered before may not hold any more. */
  readonly revision: number;
  /** The file it is made from, below the content folder; absent where that is no single one. */
  readonly file?: string | undefined;
  /** What is wrong in the files it is made from. */
  readonly told: ToldProblems;
  readonly article?: DeskArticle | undefined;
}

/** Where an article stands on its way to readers. */
export interface DeskArticle {
  readonly state: "draft" | "embargoed" | "published" | "retracted";
  /** When it is published, as it is printed and in milliseconds since 1970. */
  readonly published: string;
  readonly publishedMs: number;
  /** Its length and reading time, in words; empty where there is no text. */
  readonly length: string;
}

/** One article of a related list, and why it is there: as `check --why` tells. */
export interface DeskReason {
  readonly title: string;
  readonly path: string;
  readonly rule: "pinned" | "series" | "alike" | "recent";
  /** 1 for the same text; absent where likeness did not count. */
  readonly score?: number;
  readonly terms: readonly string[];
}

/** The pages of one group that an article's publication changes. */
export interface DeskChanges {
  readonly group: ChangedPage["group"];
  readonly count: number;
  /** The first of them. */
  readonly pages: readonly Omit<ChangedPage, "group">[];
}

/** What can be asked of an article's page, and what is answered; undefined where there is nothing to tell. */
export interface DeskAnswers {
  readonly related: readonly DeskReason[] | undefined;
  readonly changes: readonly DeskChanges[] | undefined;
  readonly wechat: WechatArticle | undefined;
}

/** What can be asked. */
export type DeskQuestion = keyof DeskAnswers;
