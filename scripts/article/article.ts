import type { ArticleId, Instant } from "../text/brands.ts";

/** A file of `content/` as the editor left it, unread. */
export interface Manuscript {
  /** Below the content folder, `/` between names. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A moment in the publication's zone and how exactly the editor gave it: pages print no more than was given. */
export interface Moment {
  readonly instant: Instant;
  readonly precision: "day" | "minute" | "second";
}

/** Line and column of a value in its file, both from 1. */
export type Spot = readonly [line: number, column: number];

/** Where each value of a front matter stands, by dotted path: `source`, `author.0.person`, `topics.1`. */
export type Places = Readonly<Record<string, Spot>>;

/** Someone credited in the byline. */
export interface Author {
  readonly name: string;
  readonly affiliation?: string | undefined;
  readonly role?: string | undefined;
  /** Id of the person's file, where the name alone does not tell. */
  readonly person?: string | undefined;
  /** True for a body of people (编辑部, 课题组), not one person. */
  readonly organization?: boolean | undefined;
}

/** Where a text first appeared, as written: `name` may be an id of `sources.yaml`. */
export interface SourceCredit {
  readonly name: string;
  readonly url?: string | undefined;
  /** The original headline. */
  readonly title?: string | undefined;
  readonly date?: Moment | undefined;
  readonly page?: string | undefined;
  /** True when only a name or id was written, which `sources.yaml` must then know. */
  readonly mustBeRegistered: boolean;
}

/** A lead picture or a column's picture, as written. */
export interface PictureCredit {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A dated, public admission of an error. */
export interface Correction {
  readonly date: Moment;
  readonly text: string;
}

/** 撤稿. */
export interface Retraction {
  readonly date: Moment;
  readonly reason: string;
  readonly keepBody: boolean;
}

/** The editor's choice of related articles: references as written (files or addresses). */
export interface RelatedChoice {
  readonly pin: readonly string[];
  readonly block: readonly string[];
  /** True for `related: none`. */
  readonly none: boolean;
}

/** The front matter of an article, checked. Names are the front matter's own. */
export interface ArticleFields {
  readonly title: string;
  readonly kicker?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly listTitle?: string | undefined;
  readonly author: readonly Author[];
  readonly source: readonly SourceCredit[];
  readonly date: Moment;
  readonly editor: readonly string[];
  readonly summary?: string | undefined;
  /** Markdown. */
  readonly editorsNote?: string | undefined;
  /** Markdown. */
  readonly note?: string | undefined;
  readonly topics: readonly string[];
  readonly keywords: readonly string[];
  readonly image?: PictureCredit | undefined;
  readonly slug?: string | undefined;
  readonly related: RelatedChoice;
  readonly updated?: Moment | undefined;
  readonly corrections: readonly Correction[];
  readonly retracted?: Retraction | undefined;
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly expires?: Moment | undefined;
  readonly language?: string | undefined;
  readonly ai: "none" | "assisted" | "generated";
  readonly silence: readonly string[];
  readonly x?: unknown;
}

/** A manuscript read and found good. */
export interface Article extends ArticleFields {
  readonly id: ArticleId;
  readonly file: string;
  readonly places: Places;
  /** The Markdown after the front matter. */
  readonly body: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
}
