import type * as z from "zod";
import type { ArticleId, Instant } from "../text/brands.ts";
import type { ArticleSchema } from "./schema.ts";

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

/** The front matter of an article, checked. Names and forms are those of `articleSchema`, which declares them. */
export interface ArticleFields extends Unchangeable<z.output<ArticleSchema>> {}

/** Someone credited in the byline. `person` is the id of a file of `people/`; `organization` is true for a body of people (编辑部, 课题组). */
export type Author = ArticleFields["author"][number];

/** Where a text first appeared, as written: `name` may be an id of `sources.yaml`, and is one or a name there if `mustBeRegistered`. */
export type SourceCredit = ArticleFields["source"][number];

/** A lead picture or a column's picture, as written. */
export type PictureCredit = NonNullable<ArticleFields["image"]>;

/** A dated, public admission of an error. */
export type Correction = ArticleFields["corrections"][number];

/** 撤稿. */
export type Retraction = NonNullable<ArticleFields["retracted"]>;

/** The editor's choice of related articles: references as written (files or addresses). */
export type RelatedChoice = ArticleFields["related"];

type Unchangeable<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Unchangeable<Each>[]
    : T extends object
      ? { readonly [Key in keyof T]: Unchangeable<T[Key]> }
      : T;

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
