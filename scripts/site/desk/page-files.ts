import type { Edition, EditionArticle, EditionColumn } from "../../edition/edition.ts";
import type { PagePlan } from "../../edition/page-plan.ts";

/** What a page is made from. */
export interface PageFiles {
  /** The one file that an editor opens to change it; absent where there is none. */
  readonly file?: string | undefined;
  readonly article?: EditionArticle | undefined;
  /** Whether a mistake in a file is one of this page. */
  readonly holds: (file: string) => boolean;
}

/** The files of the page at `path`, an address below the root of the site, without `index.html`. */
export function pageFiles(plan: PagePlan, path: string): PageFiles {
  const { edition } = plan;
  const article = [...edition.articles, ...edition.retracted, ...edition.expired].find((each) => each.path === path);
  if (article !== undefined) return articleFiles(article);
  const file = listFile(edition, path);
  return { file, holds: (other) => other === file };
}

/** The article's own file, its pictures, and in a folder of its own whatever lies there. */
function articleFiles(each: EditionArticle): PageFiles {
  const { file } = each.article;
  const folder = /(?:^|\/)index\.md$/u.test(file) ? file.slice(0, -"index.md".length) : undefined;
  const sources = [each.leadImage?.source, ...each.body.pictures];
  const pictures = new Set(sources.flatMap((source) => (source?.kind === "own" ? source.file : [])));
  return {
    file,
    article: each,
    holds: (other) =>
      other === file || pictures.has(other) || (folder !== undefined && folder !== "" && other.startsWith(folder)),
  };
}

function listFile(edition: Edition, path: string): string | undefined {
  if (path === "/") return edition.masthead.file;
  const first = path.replace(/page\/\d+\/$/u, "");
  const topic = edition.topics.find((each) => each.path === first)?.life?.topic.file;
  const person = edition.people.find((each) => each.path === first)?.life?.person.file;
  const standing = edition.standingPages.find((each) => each.path === path)?.page.file;
  const source = edition.sources.some((each) => each.path === first) ? "sources.yaml" : undefined;
  return topic ?? person ?? standing ?? source ?? columnOf(edition.columns, path)?.column.file;
}

/** What a column's own lists have behind its address: a year, a month, the number of a page. */
const listInColumn = /^(?:\d{4}\/(?:\d{2}\/)?)?(?:page\/\d+\/)?$/u;

/** The innermost column that a list or archive belongs to; none for an address below a column where no list can be. */
function columnOf(columns: readonly EditionColumn[], path: string): EditionColumn | undefined {
  const own = columns.filter((each) => path.startsWith(each.path) && listInColumn.test(path.slice(each.path.length)));
  return own.toSorted((a, b) => b.path.length - a.path.length)[0];
}
