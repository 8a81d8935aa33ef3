import { previewAddresses } from "../preview-addresses.ts";
import type { PreviewState } from "../preview-state.ts";
import type { DeskSection } from "./desk-section.ts";
import type { DeskAnswers, DeskArticle, DeskQuestion } from "./desk-state.ts";
import type { DeskWords } from "./desk-words.ts";
import { element, filled } from "./elements.ts";

/** What an answer is shown with. */
export interface Answered {
  readonly article: DeskArticle;
  readonly words: DeskWords;
}

/** How the answers to one question are shown. */
export interface AnswerForm<Q extends DeskQuestion> {
  readonly question: Q;
  readonly label: (words: DeskWords) => string;
  /** Whether an article in this state has an answer. */
  readonly isFor: (article: DeskArticle) => boolean;
  readonly none: (words: DeskWords) => string;
  readonly fill: (answer: NonNullable<DeskAnswers[Q]>, answered: Answered) => readonly HTMLElement[];
}

/** Something about an article that the server works out when it is asked, which is when it is opened. */
export class AnswerSection<Q extends DeskQuestion> implements DeskSection {
  readonly panel = element("div");
  readonly #form: AnswerForm<Q>;
  /** What was asked last: the same is not asked twice. */
  #asked = -1;

  constructor(form: AnswerForm<Q>) {
    this.#form = form;
    this.panel.className = `desk-${form.question}`;
  }

  get name(): Q {
    return this.#form.question;
  }

  label(words: DeskWords): string {
    return this.#form.label(words);
  }

  badge(): undefined {
    return undefined;
  }

  isOffered({ desk }: PreviewState): boolean {
    return desk?.article !== undefined && this.#form.isFor(desk.article);
  }

  show({ desk }: PreviewState, words: DeskWords): void {
    if (desk?.article === undefined || desk.revision === this.#asked) return;
    const { article, revision } = desk;
    if (this.#asked === -1) this.#say(words.asking);
    this.#asked = revision;
    // What was asked before that is of no use any more.
    const isLast = () => this.#asked === revision;
    void this.#ask()
      .then((answer) => {
        if (!isLast()) return;
        const filledIn = answer === null ? [] : this.#form.fill(answer, { article, words });
        if (filledIn.length === 0) this.#say(this.#form.none(words));
        else this.panel.replaceChildren(...filledIn);
      })
      .catch(() => {
        if (!isLast()) return;
        this.#asked = -1;
        this.#say(words.failed);
      });
  }

  async #ask(): Promise<NonNullable<DeskAnswers[Q]> | null> {
    const asked = new URLSearchParams({ ask: this.#form.question, page: location.pathname });
    const response = await fetch(`${previewAddresses.desk}?${asked}`);
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  #say(text: string): void {
    this.panel.replaceChildren(filled("p", "desk-none", text));
  }
}
