import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { addSentence, changeHeadline, isEditable } from "./edit-article.ts";
import { newsroomFiles } from "./newsroom-files.ts";
import { cloneRepository, commitAll } from "./newsroom-repository.ts";
import { type Command, type Look, runProcess } from "./run-process.ts";
import { seededRandom } from "./seeded-random.ts";
import { UnfitNewsroom } from "./unfit-newsroom.ts";

/** Where one newsroom is measured with one Node. */
export interface WorkplaceOptions {
  /** The folder of this package. */
  readonly root: string;
  /** A folder of its own, absent or empty. */
  readonly folder: string;
  /** The newsroom, a repository of git, which is cloned. */
  readonly newsroom: string;
  /** The program `node`, as a path. */
  readonly node: string;
  /** Path and text of article number `number` that is not in the newsroom. */
  readonly newArticle: (number: number) => readonly [file: string, text: string];
}

/** An edit that can be recognised on its page. */
export interface Edit {
  readonly file: string;
  /** A word that nothing else in the newsroom holds. */
  readonly mark: string;
}

/** A newsroom with the output and the store of its builds, and what happens there: builds, and edits between them. */
export class Workplace {
  readonly #options: WorkplaceOptions;
  /** Articles whose text can be edited below, in an order of chance. */
  readonly #articles: readonly string[];
  #clones = 0;
  #edits = 0;
  #lastBody: Edit | undefined;

  constructor(options: WorkplaceOptions) {
    const { newsroom } = options;
    const articles = newsroomFiles(newsroom)
      .filter(({ kind, file }) => kind === "article" && isEditable(readFileSync(join(newsroom, file), "utf8")))
      .map(({ file }) => file);
    if (articles.length === 0) throw new UnfitNewsroom(`no article of ${newsroom} has prose to edit`);
    this.#articles = seededRandom("edits").shuffle(articles);
    this.#options = options;
  }

  /** Moves into a fresh clone of the newsroom as it is now, with an output folder that is not there yet. The store stays. */
  async moveToClone(): Promise<void> {
    const { content, out } = this;
    if (this.#clones > 0) await commitAll(content);
    this.#clones++;
    await cloneRepository(this.#clones === 1 ? this.#options.newsroom : content, this.content);
    for (const folder of [content, out]) if (folder !== this.content) rmSync(folder, { recursive: true, force: true });
  }

  /** The content folder. */
  get content(): string {
    return join(this.#options.folder, `content-${this.#clones}`);
  }

  /** The output folder. */
  get out(): string {
    return join(this.#options.folder, `out-${this.#clones}`);
  }

  /** Takes the output and the store away. */
  forget(): void {
    for (const folder of [this.out, this.#cache]) rmSync(folder, { recursive: true, force: true });
  }

  /** Builds the newsroom. */
  build(look: Look): Promise<number> {
    return runProcess(this.command("build", "--content", this.content, "--out", this.out), look);
  }

  /** A command of this package with the workplace's store, as a person would type it, run by the workplace's Node. */
  command(name: string, ...words: readonly string[]): Command {
    const { root, node } = this.#options;
    // What npm tells the commands that it runs, this bench among them, is not for those typed by a person.
    const told = Object.keys(process.env).filter((key) => /^(?:npm_|INIT_CWD$)/iu.test(key));
    return {
      words: ["npm", "run", "--silent", name, "--", ...words, "--cache", this.#cache],
      folder: root,
      environment: {
        ...Object.fromEntries(told.map((key) => [key, undefined])),
        PATH: [dirname(node), process.env["PATH"]].join(delimiter),
      },
    };
  }

  /** Adds a sentence in the middle of a body. */
  editBody(): void {
    this.#editBody(this.#chooseArticle());
  }

  /** Adds another sentence to the body that was edited last. */
  editSameBody(): Edit {
    return this.#editBody(this.lastBody.file);
  }

  /** The latest edit of a body; fails when there was none. */
  get lastBody(): Edit {
    if (this.#lastBody === undefined) throw new Error("no body has been edited yet");
    return this.#lastBody;
  }

  /** Changes the headline of an article that chance chooses. */
  editHeadline(): void {
    const words = `修订稿之${++this.#edits}`;
    this.#change(this.#chooseArticle(), (text) => changeHeadline(text, words));
  }

  /** Adds an article. */
  addArticle(): void {
    const [file, text] = this.#options.newArticle(++this.#edits);
    mkdirSync(dirname(join(this.content, file)), { recursive: true });
    writeFileSync(join(this.content, file), text);
  }

  get #cache(): string {
    return join(this.#options.folder, "cache");
  }

  #editBody(file: string): Edit {
    const mark = `measured${String(++this.#edits).padStart(4, "0")}`;
    this.#change(file, (text) => addSentence(text, `这一句是为测量加上的，编号 ${mark}。`));
    this.#lastBody = { file, mark };
    return this.#lastBody;
  }

  #chooseArticle(): string {
    return this.#articles[this.#edits % this.#articles.length] ?? "";
  }

  #change(file: string, change: (text: string) => string): void {
    const path = join(this.content, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
}
