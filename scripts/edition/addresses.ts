import type { Article } from "../article/article.ts";
import { type Place, type Problem, problem } from "../report/problem.ts";
import { type UrlPath, urlPath } from "../text/brands.ts";
import { slugOf } from "../text/slug.ts";
import { hostFileNames } from "./output-names.ts";

/** The address of the column whose folder is `folder` (`theory/news` below `content/`): each name as a slug. */
export function columnPath(folder: string): UrlPath {
  return urlPath(`/${folder.split("/").map(slugOf).join("/")}/`);
}

/** The last part of an article's address: its `slug` field, else its file's (or own folder's) name as a slug. */
export function articleSlug(article: Pick<Article, "id" | "slug">): string {
  return article.slug ?? slugOf(article.id.split("/").at(-1) ?? "");
}

/** The address of an article: column, year and month of publication in `zone`, slug. */
export function articlePath(column: UrlPath, date: YearAndMonth, slug: string): UrlPath {
  return urlPath(`${monthPath(column, date)}${slug}/`);
}

/** A calendar month in the publication's zone; `month` is 1 to 12. */
export interface YearAndMonth {
  readonly year: number;
  readonly month: number;
}

/** The archive of one year of a column. */
export function yearPath(column: UrlPath, date: Pick<YearAndMonth, "year">): UrlPath {
  return urlPath(`${column}${String(date.year).padStart(4, "0")}/`);
}

/** The archive of one month of a column. */
export function monthPath(column: UrlPath, date: YearAndMonth): UrlPath {
  return urlPath(`${yearPath(column, date)}${String(date.month).padStart(2, "0")}/`);
}

/** The year and month of `moment`, given its ISO form in the publication's zone. */
export function yearAndMonth(iso: string): YearAndMonth {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) };
}

/** The addresses of a list's pages: the list's own, then `page/2/` and on. At least one. */
export function leafPaths(list: UrlPath, total: number, perPage: number): readonly UrlPath[] {
  const count = Math.max(1, Math.ceil(total / perPage));
  return Array.from({ length: count }, (_, index) => (index === 0 ? list : urlPath(`${list}page/${index + 1}/`)));
}

/**
 * The file that a page's address is written to, below the output folder. A folder's address is its `index.html`, and so is
 * one without an ending: hosts lead `/old` on to `/old/`, while a file called `old` would be offered for download.
 */
export function outputFile(path: UrlPath): string {
  // Servers decode `%E4%B8%AD` before they look for the file.
  const file = decodeURIComponent(path).slice(1);
  if (path.endsWith("/")) return `${file}index.html`;
  return isFile(path) ? file : `${file}/index.html`;
}

function isFile(path: string): boolean {
  return hostFileNames.some((name) => path === `/${name}`) || /[^/]\.[^/.]+$|\/\.[^/]+$/u.test(path);
}

/** Who holds which address. Two that claim one, also by case or Unicode form, are a problem naming both. */
export class Claims {
  readonly #claims = new Map<string, { readonly path: UrlPath; readonly holder: string; readonly place: Place }>();
  readonly #problems: Problem[] = [];

  /** Claims `path` for `holder` (a file of the content folder, or the site itself), reported at `place` when taken. */
  claim(path: UrlPath, holder: string, place: Place): void {
    const key = addressKey(path);
    const first = this.#claims.get(key);
    if (first === undefined) this.#claims.set(key, { path, holder, place });
    else this.#problems.push(problem("address-taken", place, { address: path, holder: first.holder }));
  }

  /** True when somebody holds `path`. */
  has(path: UrlPath): boolean {
    return this.#claims.has(addressKey(path));
  }

  /** Who holds `path`; nothing where nobody does. */
  holderOf(path: UrlPath): string | undefined {
    return this.#claims.get(addressKey(path))?.holder;
  }

  /** One `address-taken` for each claim that came second. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** One `output-nested` for each address that would be a file on the disk and has another address below it. */
  get nested(): readonly Problem[] {
    // Folders hold many addresses each, and the last one of a folder stands for all.
    const folders = new Map<string, UrlPath>();
    for (const { path } of this.#claims.values())
      folders.set(path.slice(0, path.lastIndexOf("/", path.length - 2)), path);
    const below = new Map<string, UrlPath>();
    for (const [folder, path] of folders) {
      for (const above of selfAndAncestors(folder)) below.set(addressKey(above), path);
    }
    return [...this.#claims].flatMap(([key, { path, place }]) => {
      const address = below.get(key);
      if (address === undefined || outputFile(path).endsWith("index.html")) return [];
      return [problem("output-nested", place, { address, holder: path })];
    });
  }
}

/** The same for addresses that cannot both be on a disk: neither case, Unicode form, the last slash nor `index.html` counts. */
export function addressKey(path: string): string {
  const plain = /^[a-z0-9/._-]*$/u.test(path) ? path : decodeURIComponent(path).normalize("NFKC").toLowerCase();
  if (plain.endsWith("/")) return plain.slice(0, -1);
  return plain.endsWith("/index.html") ? plain.slice(0, -"/index.html".length) : plain;
}

/** `/a/b` → `/a`, `/a/b`. */
function selfAndAncestors(folder: string): readonly string[] {
  const names = folder.split("/").filter((name) => name !== "");
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
}
