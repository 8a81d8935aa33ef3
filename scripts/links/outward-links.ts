import { readSources } from "../article/sources.ts";
import type { Edition, EditionArticle, ResolvedBody } from "../edition/edition.ts";
import { type Content, loadFile } from "../edition/load-content.ts";
import { placeIn } from "../edition/place-in.ts";
import type { Place } from "../report/problem.ts";
import { readText } from "../text/read-text.ts";
import { plainAddress } from "./ask-link.ts";

/** Where an address stands: in a text, as a picture, as an article's source, in the register of sources or in the masthead. */
export type LinkKind = "text" | "picture" | "source" | "register" | "masthead";

/** One place where an address of another site stands. */
export interface LinkPlace extends Place {
  readonly kind: LinkKind;
  /** The address as it is written. */
  readonly href: string;
  /** The title of the article or page. */
  readonly title: string;
  /** When the article was published, in milliseconds since 1970; absent for other pages. */
  readonly citedMs?: number;
  /** The archived copy that the editor has put beside it. */
  readonly archive?: string | undefined;
}

/** An address of another site: without fragment, user and password. */
export interface OutwardLink {
  readonly address: string;
  readonly places: readonly LinkPlace[];
}

/** Archives keep addresses for ever, and ask programs to stay away. */
const archives = /^(?:web\.archive\.org|archive\.(?:today|ph|is|li|vn|md|fo))$/u;

/**
 * Every address of another site on the published pages of `edition`, in the order in which it is first met, with all its places.
 * Drafts, embargoed and expired articles and the texts of retracted ones are left out: to ask would tell of them.
 */
export function outwardLinks(edition: Edition, content: Pick<Content, "root" | "manuscripts">): readonly OutwardLink[] {
  const found = new Map<string, LinkPlace[]>();
  for (const place of placesIn(edition, content)) {
    if (!/^https?:/iu.test(place.href) || !URL.canParse(place.href)) continue;
    const url = plainAddress(new URL(place.href));
    if (url.href.length > 2000 || archives.test(url.hostname)) continue;
    const places = found.get(url.href);
    if (places === undefined) found.set(url.href, [place]);
    else places.push(place);
  }
  return [...found].map(([address, places]) => ({ address, places }));
}

function placesIn(edition: Edition, content: Pick<Content, "root" | "manuscripts">): readonly LinkPlace[] {
  const { masthead, about } = edition;
  const bodies = [
    ...edition.columns.map(({ column, introduction }) => inBody(introduction, column.bodyLine, column.title)),
    ...edition.topics.map(({ name, life }) => inBody(life?.introduction, life?.topic.bodyLine ?? 1, name)),
    ...edition.people.map(({ name, life }) => inBody(life?.life, life?.person.bodyLine ?? 1, name)),
    ...edition.standingPages.map(({ page, body }) => inBody(body, page.bodyLine, page.title)),
  ];
  const licences = masthead.licences.flatMap(({ url }, index) =>
    url === undefined
      ? []
      : [
          {
            ...placeIn(masthead, `licences.${index}.url`, `licences.${index}`, "licences"),
            ...{ kind: "masthead" as const, href: url, title: masthead.title },
          },
        ],
  );
  return [
    ...licences,
    ...inBody(about, masthead.bodyLine, masthead.title),
    ...inRegister(edition, content),
    ...bodies.flat(),
    ...edition.articles.flatMap(inArticle),
    ...edition.retracted.flatMap(inSources),
  ];
}

function inArticle(each: EditionArticle): readonly LinkPlace[] {
  const { article, body, editorsNote, note } = each;
  const inTexts = [
    ...inBody(editorsNote, 1, article.title),
    ...inBody(body, article.bodyLine, article.title),
    ...inBody(note, 1, article.title),
  ].map((place) => ({ ...place, citedMs: article.date.instant }));
  return [...inSources(each), ...inTexts];
}

function inSources({ article }: EditionArticle): readonly LinkPlace[] {
  return article.source.flatMap(({ url, archive }, index) =>
    url === undefined
      ? []
      : [
          {
            ...placeIn(article, `source.${index}.url`, "source.url", `source.${index}`, "source"),
            ...{ kind: "source" as const, href: url, title: article.title, citedMs: article.date.instant, archive },
          },
        ],
  );
}

function inBody(resolved: ResolvedBody | undefined, line: number, title: string): readonly LinkPlace[] {
  if (resolved === undefined) return [];
  const { file, body, links, pictures } = resolved;
  const places: LinkPlace[] = [];
  const add = (
    kind: "text" | "picture",
    href: string,
    spot: { readonly line: number; readonly column: number } | undefined,
  ) => {
    if (spot !== undefined) places.push({ file, line: line + spot.line - 1, column: spot.column, kind, href, title });
  };
  for (const [index, link] of links.entries()) if (link.kind === "foreign") add("text", link.url, body.links[index]);
  for (const [index, picture] of pictures.entries())
    if (picture.kind === "remote") add("picture", picture.url, body.pictures[index]);
  return places;
}

/** The homes of sources that the edition names. Their places are in the file alone, so it is read once more. */
function inRegister(edition: Edition, content: Pick<Content, "root" | "manuscripts">): readonly LinkPlace[] {
  const file = content.manuscripts.find((each) => each.kind === "sources")?.file;
  if (file === undefined) return [];
  const { value } = readSources({ file, text: readText(loadFile(content, file), file).text });
  const named = new Set(edition.sources.map(({ id }) => id));
  return (value?.sources ?? []).flatMap(({ id, name, url }) =>
    url === undefined || !named.has(id) || value === undefined
      ? []
      : [
          {
            ...placeIn(value, `${id}.url`, id),
            ...{ kind: "register" as const, href: url, title: name },
          },
        ],
  );
}
