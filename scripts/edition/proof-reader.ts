import type { Article } from "../article/article.ts";
import type { Body } from "../markdown/body.ts";
import { renderBody } from "../markdown/render-body.ts";
import { silencedLines } from "../markdown/silenced-lines.ts";
import type { Problem } from "../report/problem.ts";
import { type CompiledWords, houseStyleProblems } from "../text/house-style.ts";
import { hygieneProblems } from "../text/hygiene.ts";
import type { Language } from "../text/language.ts";
import { fieldOrigin, inPlace } from "./field-origin.ts";
import type { ArticleText } from "./newsroom.ts";
import { placeIn } from "./place-in.ts";
import type { Silence } from "./silence.ts";

/** A file with a text that is to be set. */
export interface Copy {
  readonly file: string;
  readonly body: string;
  readonly bodyLine: number;
  /** BCP 47, where it is not the publication's. */
  readonly language?: string | undefined;
}

/** Sets the texts of all files and points at what looks wrong in them. */
export class ProofReader {
  readonly problems: Problem[] = [];
  readonly silences = new Map<string, Silence>();
  readonly #language: Language;
  readonly #words: CompiledWords;

  constructor(language: Language, words: CompiledWords) {
    this.#language = language;
    this.#words = words;
  }

  /** The text of `copy`, set; `whole` is its file's text from the first line on. */
  text(copy: Copy, whole: string): Body {
    const { file } = copy;
    this.problems.push(
      ...hygieneProblems(whole, {
        file,
        language: copy.language ?? this.#language,
        firstLine: 1,
      }),
    );
    this.problems.push(...houseStyleProblems(whole, this.#words, { file, firstLine: 1 }));
    this.#silence(copy, []);
    return this.#set(copy, "");
  }

  /** An article and its texts, set. */
  article(article: Article, whole: string): ArticleText {
    const body = this.text(article, whole);
    this.#silence(article, article.silence);
    const { editorsNote, note } = article;
    return {
      article,
      body,
      editorsNote: editorsNote === undefined ? undefined : this.#note(article, whole, "editorsNote"),
      note: note === undefined ? undefined : this.#note(article, whole, "note"),
    };
  }

  #set({ file, body, bodyLine }: Copy, idPrefix: string): Body {
    const rendered = renderBody(body, { file, idPrefix, language: this.#language });
    this.problems.push(
      ...rendered.problems.map((each) => ({
        ...each,
        line: each.line + bodyLine - 1,
      })),
    );
    return rendered;
  }

  /** A Markdown field of the front matter, set; unlike a body's, its places are those of the file already. */
  #note(article: Article, whole: string, field: "editorsNote" | "note"): Body {
    const body = renderBody(article[field] ?? "", {
      file: article.file,
      // No heading of the body can have an anchor with a colon.
      idPrefix: field === "note" ? "note:" : "editors-note:",
      language: this.#language,
    });
    const rendered = inPlace(body, fieldOrigin(whole, placeIn(article, field)));
    this.problems.push(...rendered.problems);
    return rendered;
  }

  #silence({ file, body, bodyLine }: Copy, rules: readonly string[]): void {
    const lines = new Map([...silencedLines(body)].map(([line, names]) => [line + bodyLine - 1, names]));
    if (rules.length > 0 || lines.size > 0) this.silences.set(file, { rules, lines });
  }
}
