import { type Instant, instant, type UrlPath } from "../text/brands.ts";
import type { EditionArticle } from "./edition.ts";
import { type PublishedPictures, textKeys } from "./fill-text.ts";
import { type Page, type PageOf, type PlannedPage, printable } from "./page.ts";
import { PageMaker } from "./page-maker.ts";
import { PagePlan } from "./page-plan.ts";
import { pagesOf } from "./pages-of.ts";
import { publishedEdition } from "./published-edition.ts";
import { compileRelatedLists, type RelatedDesk } from "./related-lists.ts";
import { isHidden, visibilityOf } from "./visibility.ts";

/** Which pages change; of other articles' pages, what on them does. In the order in which they are told. */
export const changeGroups = [
  "front",
  "column",
  "archive",
  "topic",
  "person",
  "source",
  "directory",
  "related",
  "neighbour",
  "link",
  "feed",
  "siteMap",
  "redirect",
  "other",
] as const;

/** One of `changeGroups`. */
export type ChangeGroup = (typeof changeGroups)[number];

/** A page that is another one with an article than without it. */
export interface ChangedPage {
  readonly group: ChangeGroup;
  readonly path: UrlPath;
  /** Empty where the group says it all. */
  readonly title: string;
  /** `gone`: only without the article. */
  readonly how: "new" | "changed" | "gone";
}

/** With what changes are found. */
export interface ChangesDesk extends RelatedDesk {
  readonly pictures: PublishedPictures;
  /** Asked from time to time: no longer true when the answer is of no use any more. */
  readonly isWanted: () => boolean;
}

/** So many pages are compared before others get their turn. */
const pagesAtATime = 50;

/**
 * The other pages that change when an article is published, or, where it is out already, that would be others without it.
 *
 * What a build publishes with the article is compared with what it publishes without, page by page, at one instant: now or, for an
 * article under embargo, its own. Nothing else that is hidden comes into it. Undefined where lists would not show the article then
 * (it has expired, or is withdrawn) or nobody wants to know any more.
 *
 * @param preview makes the pages of an edition in which `article` is listed
 */
export async function publicationChanges(
  preview: PageMaker,
  article: EditionArticle,
  desk: ChangesDesk,
): Promise<readonly ChangedPage[] | undefined> {
  const asOf = instant(Math.max(preview.edition.asOf, article.article.date.instant));
  if (visibilityOf({ ...article.article, draft: false }, asOf) !== "published") return undefined;
  const without = await pagesWhere(preview, asOf, desk, (each) => each !== article && !isHidden(each.visibility));
  const before = await without.keys();
  if (before === undefined) return undefined;
  const withIt = await pagesWhere(preview, asOf, desk, (each) => each === article || !isHidden(each.visibility));
  const after = await withIt.keys();
  if (after === undefined) return undefined;
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((path) => path !== article.path && before.get(path)?.key !== after.get(path)?.key)
    .map((path) => changedPage([before.get(path)?.page, without.maker], [after.get(path)?.page, withIt.maker]))
    .toSorted((a, b) => changeGroups.indexOf(a.group) - changeGroups.indexOf(b.group));
}

interface Keyed {
  readonly page: PlannedPage;
  readonly key: string;
}

/** The pages of an edition that shows some articles, and what tells each of them from any other. */
async function pagesWhere(
  preview: PageMaker,
  asOf: Instant,
  desk: ChangesDesk,
  isShown: (article: EditionArticle) => boolean,
) {
  const { edition, printText } = publishedEdition(preview.edition, { asOf, isShown });
  const plan = new PagePlan(edition);
  const related = await compileRelatedLists(edition, desk);
  const maker = new PageMaker(plan, { pictures: desk.pictures, related, printText: printText(textKeys) });
  const keys = async (): Promise<ReadonlyMap<UrlPath, Keyed> | undefined> => {
    const known = new Map<UrlPath, Keyed>();
    for (const page of pagesOf(plan)) {
      known.set(page.path, { page, key: plan.digests.of([page.kind, page.props(maker)]) });
      if (known.size % pagesAtATime === 0) await new Promise(setImmediate);
      if (!desk.isWanted()) return undefined;
    }
    return known;
  };
  return { maker, keys };
}

type Printed = readonly [page: PlannedPage | undefined, maker: PageMaker];

function changedPage([before, beforeMaker]: Printed, [after, afterMaker]: Printed): ChangedPage {
  const page = after ?? before;
  if (page === undefined) throw new Error("a page that is nowhere has changed");
  const old = before && printable(before, beforeMaker);
  const printed = after === undefined ? printable(page, beforeMaker) : printable(after, afterMaker);
  const how = after === undefined ? "gone" : before === undefined ? "new" : "changed";
  return { group: groupOf(printed, old), path: page.path, title: titleOf(printed, afterMaker.home.title), how };
}

function groupOf(page: Page, before: Page | undefined): ChangeGroup {
  switch (page.kind) {
    case "front":
    case "column":
    case "archive":
    case "topic":
    case "person":
    case "source":
    case "directory":
    case "redirect":
      return page.kind;
    case "atom":
    case "jsonFeed":
      return "feed";
    case "siteMap":
    case "siteMapIndex":
    case "newsSiteMap":
      return "siteMap";
    case "article":
      return before?.kind === "article" ? articleGroup(before, page) : "other";
    case "standing":
      return "link";
    case "corrections":
    case "search":
    case "expired":
    case "notFound":
    case "robots":
      return "other";
    default:
      return page satisfies never;
  }
}

/** What on an article's page has changed: the first that has, of what readers see first. */
function articleGroup(one: PageOf<"article">, other: PageOf<"article">): ChangeGroup {
  const [before, after] = [one.props(), other.props()];
  const differ = (...names: readonly (keyof typeof before)[]) =>
    names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (differ("prose", "editorsNote", "note")) return "link";
  if (differ("series", "related", "recent")) return "related";
  return differ("earlier", "later") ? "neighbour" : "other";
}

function titleOf(page: Page, home: string): string {
  switch (page.kind) {
    case "front":
      return home;
    case "article":
    case "standing":
      return page.props().title;
    case "column":
    case "topic": {
      const { title, leaf } = page.props();
      return numbered(title, leaf.number);
    }
    case "person":
    case "source": {
      const { name, leaf } = page.props();
      return numbered(name, leaf.number);
    }
    case "archive": {
      const { column, year, month, leaf } = page.props();
      const time = month === undefined ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
      return numbered(`${column.title} ${time}`, leaf.number);
    }
    default:
      return "";
  }
}

function numbered(title: string, number: number): string {
  return number === 1 ? title : `${title} (${number})`;
}
