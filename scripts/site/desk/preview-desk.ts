import type { DeskAnswers, DeskArticle, DeskChanges, DeskPage } from "../../../layouts/client/desk/desk-state.ts";
import { textLength } from "../../../layouts/parts/reading-time.tsx";
import { wechatArticle } from "../../../layouts/wechat/wechat-article.tsx";
import { wordsIn } from "../../../layouts/words.ts";
import { articlePage } from "../../edition/article-page.ts";
import type { EditionArticle, ResolvedBody } from "../../edition/edition.ts";
import { type ChangedPage, changeGroups, publicationChanges } from "../../edition/publication-changes.ts";
import { RelatedMemory } from "../../edition/related/related-memory.ts";
import type { Problem } from "../../report/problem.ts";
import type { Shelves } from "../../store/shelves.ts";
import { urlPath } from "../../text/brands.ts";
import type { Language } from "../../text/language.ts";
import { tellProblems } from "../preview-problems.ts";
import type { SiteMatter } from "../site.ts";
import { explainRelated } from "../why-related.ts";
import { type PageFiles, pageFiles } from "./page-files.ts";

/** So many pages of a group are told; of the others how many there are. */
const pagesPerGroup = 12;

/** What has been read, as a desk takes it. */
export interface ReadContent {
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** Absent where errors stand in the way: then the last good one stays. */
  readonly matter?: SiteMatter | undefined;
}

/**
 * What the preview knows of its pages beyond what they print: their problems and state at once, the rest when it is asked for.
 *
 * Nothing is worked out when content is read, so that a saved page does not wait for it.
 */
export class PreviewDesk {
  /** Apart from the session's: it relates editions without what is hidden. */
  readonly #memory: RelatedMemory;
  #read: ReadContent = { problems: [], language: "zh-Hans" };
  #matter: SiteMatter | undefined;
  #revision: number;
  readonly #byFile = new Map<string, Problem[]>();
  /** What was compared since the content was read last, by the address of the article. */
  readonly #changes = new Map<string, Promise<DeskAnswers["changes"]>>();

  /**
   * @param code a hash of the code that reads
   * @param startedMs when the preview began: pages that were open before ask anew what an earlier one had answered
   */
  constructor(shelves: Shelves, code: string, startedMs: number) {
    this.#memory = new RelatedMemory(shelves, code);
    this.#revision = startedMs;
  }

  /** Takes what has been read in place of what was read before. */
  take(read: ReadContent): void {
    this.#read = read;
    this.#matter = read.matter ?? this.#matter;
    this.#revision++;
    this.#byFile.clear();
    this.#changes.clear();
    for (const problem of read.problems) {
      const known = this.#byFile.get(problem.file);
      if (known === undefined) this.#byFile.set(problem.file, [problem]);
      else known.push(problem);
    }
  }

  /** What is known of the page at `address`, a path as browsers send it. */
  pageAt(address: string): DeskPage {
    const { language } = this.#read;
    const files = this.#filesAt(address);
    const own = [...this.#byFile].filter(([file]) => files?.holds(file)).flatMap(([, problems]) => problems);
    const told = tellProblems(own, language);
    return {
      revision: this.#revision,
      file: files?.file,
      told,
      article: files?.article && this.#article(files.article),
    };
  }

  /** Why each article is on the related list of the one at `address`; nothing where lists do not show that one. */
  async related(address: string): Promise<DeskAnswers["related"]> {
    const matter = this.#matter;
    const each = matter?.maker.plan.articleAt(urlPath(address));
    return each && matter && explainRelated(each, matter);
  }

  /** What else changes when the article at `address` is published; nothing where that cannot be said, or is not wanted any more. */
  changes(address: string): Promise<DeskAnswers["changes"]> {
    const made = this.#changes.get(address) ?? this.#compare(address);
    this.#changes.set(address, made);
    // Whoever asks again has another try.
    made.catch(() => this.#changes.delete(address));
    return made;
  }

  /** The article at `address` for WeChat; nothing where there is none that may be passed on. */
  wechat(address: string): DeskAnswers["wechat"] {
    const matter = this.#matter;
    const each = matter?.maker.plan.articleAt(urlPath(address));
    if (matter === undefined || each === undefined) return undefined;
    const { maker, frame } = matter;
    const html = (text: ResolvedBody) => maker.absoluteHtml(text, each.path);
    const htmlOrNothing = (text: ResolvedBody | undefined) => (text?.body.isEmpty === false ? html(text) : undefined);
    const page = {
      ...articlePage(each, maker),
      prose: html(each.body),
      editorsNote: htmlOrNothing(each.editorsNote),
      note: htmlOrNothing(each.note),
    };
    return wechatArticle(frame, { path: each.path, page }, maker.edition.masthead.address);
  }

  async #compare(address: string): Promise<DeskAnswers["changes"]> {
    const matter = this.#matter;
    const each = matter?.maker.plan.articleAt(urlPath(address));
    if (matter === undefined || each === undefined) return undefined;
    const revision = this.#revision;
    const changes = await publicationChanges(matter.maker, each, {
      ...{ memory: this.#memory, termsOf: matter.termsOf, pictures: matter.maker.pictures },
      isWanted: () => this.#revision === revision,
    });
    return changes && inGroups(changes);
  }

  #filesAt(address: string): PageFiles | undefined {
    return this.#matter && pageFiles(this.#matter.maker.plan, address.replace(/index\.html$/u, ""));
  }

  #article({ article, visibility, published, wordCount }: EditionArticle): DeskArticle | undefined {
    if (visibility === "expired") return undefined;
    const words = wordsIn(this.#read.language);
    // Of what is withdrawn readers see the notice, no text.
    const isShown = visibility !== "retracted" || article.retracted?.keepBody === true;
    return {
      state: visibility,
      published: published.text,
      publishedMs: article.date.instant,
      length:
        wordCount === 0 || !isShown
          ? ""
          : textLength({ wordCount, language: article.language ?? this.#read.language, words }),
    };
  }
}

function inGroups(changes: readonly ChangedPage[]): readonly DeskChanges[] {
  return changeGroups.flatMap((group) => {
    const pages = changes.filter((each) => each.group === group);
    const told = pages.slice(0, pagesPerGroup).map(({ path, title, how }) => ({ path, title, how }));
    return pages.length === 0 ? [] : [{ group, count: pages.length, pages: told }];
  });
}
