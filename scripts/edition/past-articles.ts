import { posix } from "node:path";
import type { Article } from "../article/article.ts";
import { readFrontMatter } from "../article/front-matter.ts";
import { isoMoment } from "../article/moment.ts";
import { readArticle } from "../article/read-article.ts";
import { articleId, type UrlPath } from "../text/brands.ts";
import { readText } from "../text/read-text.ts";
import { articlePath, articleSlug, columnPath, yearAndMonth } from "./addresses.ts";
import { nearestFolder } from "./columns.ts";
import type { CompiledEdition } from "./compile-edition.ts";
import { contentKind } from "./content-kinds.ts";
import type { EditionArticle } from "./edition.ts";
import { blobId } from "./file-ids.ts";
import { heirsOf, isAnother } from "./heirs.ts";
import { committedBytes } from "./last-commit.ts";
import { type Content, isPassedOver } from "./load-content.ts";
import { ownFolder } from "./place-articles.ts";
import { isHidden, visibilityOf } from "./visibility.ts";

/** An article that readers could open at another address, as of the last commit. */
export interface PastArticle {
  /** Where it was. */
  readonly path: UrlPath;
  /** What it is now. */
  readonly now: EditionArticle;
}

/** An article's file in the last commit, and the id of its bytes. */
interface Committed {
  readonly file: string;
  readonly blob: string;
}

/** The same, and what became of it. */
interface Followed extends Committed {
  readonly now: EditionArticle;
}

/** What an address follows from, and whether it had readers. */
type Addressed = Pick<Article, "id" | "slug" | "date" | "draft" | "expires" | "retracted">;

/** The articles of the last commit beside those of an edition. Only what was changed is read, and all of it at once. */
export class PastArticles {
  readonly #compiled: CompiledEdition;
  readonly #content: Content;
  readonly #articles: readonly Committed[];
  /** Addresses of the columns there were, by folder. */
  readonly #columns: ReadonlyMap<string, UrlPath>;

  /** @param files what the last commit has below the content folder, as `committedFiles` tells it */
  constructor(files: ReadonlyMap<string, string>, compiled: CompiledEdition, content: Content) {
    this.#compiled = compiled;
    this.#content = content;
    // A tree that was forged may have names with slashes in them, and so `//`.
    const seen = [...files].filter(([file]) => file.split("/").every((name) => name !== "" && !isPassedOver(name)));
    this.#articles = seen.flatMap(([file, blob]) => (contentKind(file) === "article" ? [{ file, blob }] : []));
    const folders = seen.flatMap(([file]) => (contentKind(file) === "column" ? [posix.dirname(file)] : []));
    this.#columns = new Map(folders.map((folder) => [folder, columnPath(folder)]));
  }

  /** Those that have another address now, in the order of their old files; hidden ones had none. */
  get elsewhere(): readonly PastArticle[] {
    const now = new Map(this.#compiled.articles.map((each) => [each.article.file, each]));
    const listed = new Set(this.#content.manuscripts.map(({ file }) => file));
    const stayed = this.#articles.flatMap((each): readonly Followed[] => {
      const article = now.get(each.file);
      return article === undefined ? [] : [{ ...each, now: article }];
    });
    const then = new Set(this.#articles.map(({ file }) => file));
    const edited = stayed.filter((each) => !this.#isSame(each));
    const editedBytes = this.#bytesOf(edited);
    // A name may be handed on: 1.md is 2.md now, and 2.md is 3.md.
    const refilled = edited.filter((each) => this.#isRefilled(each, editedBytes));
    const gone = [...this.#articles.filter(({ file }) => !listed.has(file)), ...refilled];
    const fresh = this.#compiled.articles.filter(({ article }) => !then.has(article.file));
    const renamed = this.#renamed(gone, [...fresh, ...edited.map(({ now: heir }) => heir)]);
    const found = new Set<unknown>(renamed.flatMap(({ file, now: heir }) => [file, heir]));
    const lost = gone.filter(({ file }) => !found.has(file));
    const free = [...fresh, ...refilled.map(({ now: heir }) => heir)].filter((each) => !found.has(each));
    const bytes = new Map([...editedBytes, ...(free.length === 0 ? [] : this.#bytesOf(lost))]);
    const followed = [...renamed, ...this.#rewritten(lost, free, bytes)];
    // Who has found a text elsewhere, or another one in its place, does not look for it under its old name.
    const settled = new Set<unknown>(followed.flatMap(({ file, now: heir }) => [file, heir]));
    const stayedOn = stayed.filter((each) => !settled.has(each.file) && !settled.has(each.now));
    return [...stayedOn, ...followed].flatMap((each) => {
      const path = this.#pathOf(each, bytes);
      return path === undefined || path === each.now.path ? [] : [{ path, now: each.now }];
    });
  }

  #bytesOf(committed: readonly Committed[]): ReadonlyMap<string, Buffer> {
    return committedBytes(
      this.#content.root,
      committed.map(({ blob }) => blob),
    );
  }

  /** True where another text stands under the file's name now. */
  #isRefilled({ file, blob }: Committed, bytes: ReadonlyMap<string, Buffer>): boolean {
    const [from] = namedText(file, bytes.get(blob));
    const [to] = namedText(file, this.#content.ids.load(file).bytes);
    return from !== undefined && to !== undefined && isAnother(from, to);
  }

  /** Those of `gone` whose bytes are in another file now, one of `heirs`. */
  #renamed(gone: readonly Committed[], heirs: readonly EditionArticle[]): readonly Followed[] {
    const byBlob = new Map<string, readonly EditionArticle[]>();
    for (const each of heirs) {
      const blob = this.#content.ids.blobOf(each.article.file);
      byBlob.set(blob, [...(byBlob.get(blob) ?? []), each]);
    }
    return gone.flatMap(({ file, blob }) => {
      const same = byBlob.get(blob) ?? [];
      const slug = articleSlug({ id: articleId(file), slug: undefined });
      const now = same.find(({ article }) => articleSlug(article) === slug) ?? same[0];
      if (now === undefined) return [];
      byBlob.set(
        blob,
        same.filter((each) => each !== now),
      );
      return [{ file, blob, now }];
    });
  }

  /** Those of `gone` that were renamed and changed at once. */
  #rewritten(
    gone: readonly Committed[],
    fresh: readonly EditionArticle[],
    bytes: ReadonlyMap<string, Buffer>,
  ): readonly Followed[] {
    if (fresh.length === 0) return [];
    const byFile = new Map(fresh.map((each) => [each.article.file, each]));
    const heirs = heirsOf(
      gone.flatMap(({ file, blob }) => namedText(file, bytes.get(blob))),
      fresh.flatMap(({ article: { file } }) => namedText(file, this.#content.ids.load(file).bytes)),
    );
    return gone.flatMap((each) => {
      const now = byFile.get(heirs.get(each.file) ?? "");
      return now === undefined ? [] : [{ ...each, now }];
    });
  }

  #pathOf(followed: Followed, bytes: ReadonlyMap<string, Buffer>): UrlPath | undefined {
    const { file } = followed;
    const column = nearestFolder(ownFolder(file), this.#columns);
    if (column === undefined) return undefined;
    const { now } = followed;
    if (file === now.article.file && column === now.column.path && this.#isSame(followed)) return undefined;
    const past = this.#past(followed, bytes.get(followed.blob));
    const slug = past && articleSlug(past);
    const { masthead, asOf } = this.#compiled.edition;
    if (!past || !slug || isHidden(visibilityOf(past, asOf))) return undefined;
    return articlePath(column, yearAndMonth(isoMoment(past.date.instant, masthead.timeZone)), slug);
  }

  /** What is known of the article as it was; nothing where it cannot be read. */
  #past(followed: Followed, bytes: Buffer | undefined): Addressed | undefined {
    const { file, now } = followed;
    const blob = this.#content.ids.blobOf(now.article.file);
    const isSame = this.#isSame(followed) || (bytes !== undefined && checkedOut(bytes).includes(blob));
    if (isSame) return { ...now.article, id: articleId(file) };
    if (bytes === undefined) return undefined;
    return readArticle({ file, text: readText(bytes, file).text }, this.#compiled.edition.masthead.timeZone).value;
  }

  #isSame({ blob, now }: Followed): boolean {
    return this.#content.ids.blobOf(now.article.file) === blob;
  }
}

/** The ids of `bytes` as git may check them out: with the line ends they have, or with those of Windows. */
function checkedOut(bytes: Buffer): readonly string[] {
  return [blobId(bytes), blobId(Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r\n"), "latin1"))];
}

/** Headline and body; what else articles have, many have alike. */
function namedText(file: string, bytes: Uint8Array | undefined) {
  if (bytes === undefined) return [];
  const { fields, body } = readFrontMatter({ file, text: readText(bytes, file).text });
  const slug = articleSlug({ id: articleId(file), slug: undefined });
  return [{ file, slug, text: `${fields?.["title"] ?? ""}\n${body}` }];
}
