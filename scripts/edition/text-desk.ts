import type { Article, Places } from "../article/article.ts";
import type { Fields } from "../article/yaml-fields.ts";
import type { Body } from "../markdown/body.ts";
import { renderBody } from "../markdown/render-body.ts";
import { silencedLines } from "../markdown/silenced-lines.ts";
import type { Problem } from "../report/problem.ts";
import { storeKey } from "../store/store.ts";
import type { CalendarDay } from "../text/copy/copy-finding.ts";
import { type CompiledWords, houseStyleProblems } from "../text/house-style.ts";
import { hygieneProblems } from "../text/hygiene.ts";
import { type ArticleFront, articleFindings } from "./copy-desk/article-findings.ts";
import { findingProblems, type Proof, proofread } from "./copy-desk/proofread.ts";
import { fieldOrigin, inPlace } from "./field-origin.ts";
import type { SetText } from "./newsroom.ts";
import { placeIn } from "./place-in.ts";
import type { Clockface } from "./printed-time.ts";
import type { WrittenSilence } from "./reading.ts";

/** What every file is read with: the masthead's zone and language, and the house style. */
export interface ReadingContext extends Clockface {
  readonly words: CompiledWords;
  readonly isProofread: boolean;
}

/** A file with a text that is to be set. */
export interface SetCopy {
  readonly file: string;
  readonly body: string;
  readonly bodyLine: number;
  /** The field that `body` stands in, where it does not stand below the fields. */
  readonly bodyField?: string | undefined;
  /** BCP 47, where it is not the publication's. */
  readonly language?: string | undefined;
  /** Where its fields stand, if it has any. */
  readonly places?: Places;
  /** Its fields as written, where they have errors. */
  readonly fields?: Fields;
}

/** A Markdown field of an article's front matter. */
type NoteField = "editorsNote" | "note";

/** Sets the texts of one file and points at what looks wrong in them. */
export class TextDesk {
  readonly context: ReadingContext;
  readonly problems: Problem[];
  /** What a copy editor would ask about. */
  readonly proofs: Problem[] = [];
  /** The HTML of the texts set, by key. */
  readonly htmls = new Map<string, string>();
  readonly #key: string;
  readonly #whole: string;
  #silence: WrittenSilence = { rules: [], lines: [] };

  /** @param whole the file's text from the first line on */
  constructor(context: ReadingContext, key: string, whole: string, problems: readonly Problem[]) {
    this.context = context;
    this.problems = [...problems];
    this.#key = key;
    this.#whole = whole;
  }

  /** What the file's editors have silenced; nothing where they have not. */
  get silence(): WrittenSilence | undefined {
    const { rules, lines } = this.#silence;
    return rules.length === 0 && lines.length === 0 ? undefined : this.#silence;
  }

  /** The key of something kept beside the reading. */
  keyOf(name: string): string {
    return storeKey(this.#key, name);
  }

  /** The text of `copy`, set and kept. */
  set(copy: SetCopy): SetText {
    if (this.context.isProofread) {
      const { findings } = this.#proofread(copy);
      this.proofs.push(...findingProblems(findings, this.#whole, copy.file));
    }
    return this.keep("body", this.render(copy));
  }

  /** Reads `article` as a copy editor does: its prose, and whether text and front matter agree. */
  proofreadArticle(article: SetCopy & ArticleFront, { pictures }: Body, published: CalendarDay | undefined): void {
    if (!this.context.isProofread) return;
    const whole = this.#whole;
    const { running, findings } = this.#proofread(article, published);
    const found = articleFindings({ article, running, pictures, published, whole });
    this.proofs.push(...findingProblems([...findings, ...found], whole, article.file));
  }

  #proofread(copy: SetCopy, published?: CalendarDay): Proof {
    const language = copy.language ?? this.context.language;
    const { places, bodyField, fields = copy } = copy;
    const whole = this.#whole;
    if (bodyField === undefined) return proofread({ whole, body: copy.body, language, fields, places, published });
    return proofread({ whole, body: "", language, fields: { ...fields, [bodyField]: copy.body }, places, published });
  }

  /** The text of `copy`, set. Places count from its first line or, where it stands in a field, from the file's. */
  render({ file, body, bodyLine, bodyField, language, places = {} }: SetCopy): Body {
    const spoken = { file, language: language ?? this.context.language, firstLine: 1 };
    this.problems.push(...hygieneProblems(this.#whole, spoken));
    this.problems.push(...houseStyleProblems(this.#whole, this.context.words, { file, firstLine: 1 }));
    const origin = bodyField === undefined ? undefined : fieldOrigin(this.#whole, placeIn({ file, places }, bodyField));
    const lineOf = (line: number) => origin?.(line, 1).line ?? line + bodyLine - 1;
    const lines = [...silencedLines(body)].map(([line, rules]) => [lineOf(line), [...rules]] as const);
    this.#silence = { ...this.#silence, lines };
    const rendered = renderBody(body, { file, idPrefix: "", language: this.context.language });
    const placed = origin && inPlace(rendered, origin);
    this.problems.push(
      ...(placed?.problems ?? rendered.problems.map((each) => ({ ...each, line: lineOf(each.line) }))),
    );
    return placed ?? rendered;
  }

  /** A Markdown field of the front matter, set and kept; unlike a body's, its places are those of the file already. */
  setNote(
    article: Pick<Article, "file" | "places"> & { readonly [field in NoteField]?: string | undefined },
    field: NoteField,
  ): SetText {
    const body = renderBody(article[field] ?? "", {
      file: article.file,
      // No heading of the body can have an anchor with a colon.
      idPrefix: field === "note" ? "note:" : "editors-note:",
      language: this.context.language,
    });
    const rendered = inPlace(body, fieldOrigin(this.#whole, placeIn(article, field)));
    this.problems.push(...rendered.problems);
    return this.keep(field, rendered);
  }

  /** Notes the rules that the front matter silences. */
  silenceRules(rules: readonly string[]): void {
    this.#silence = { ...this.#silence, rules };
  }

  /** `body` without its HTML, which is kept under a key of its own. */
  keep(name: string, { html, links, pictures, anchors }: Body): SetText {
    const key = this.keyOf(name);
    const isEmpty = html.trim() === "";
    if (!isEmpty) this.htmls.set(key, html);
    return {
      ...{ key, isEmpty, anchors },
      links: links.map(({ href, title, line, column }) => ({
        href,
        line,
        column,
        ...(title !== undefined && { title }),
      })),
      pictures: pictures.map(({ isFigure: _, ...picture }) => picture),
    };
  }
}
