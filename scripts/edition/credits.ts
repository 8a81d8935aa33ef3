import type { Article } from "../article/article.ts";
import { urlPath } from "../text/brands.ts";
import type { Names } from "./names.ts";
import type { Front } from "./newsroom.ts";
import type { BylineAuthor, Link, PrintedSource } from "./page.ts";
import { placeIn } from "./place-in.ts";
import { type Clockface, printedTime } from "./printed-time.ts";

/** Who and what an article is credited to, and what follows from its sources. */
export interface Credits {
  readonly authors: readonly BylineAuthor[];
  readonly sources: readonly PrintedSource[];
  readonly topics: readonly Link[];
  /** True where no source is the publication itself. */
  readonly isReprint: boolean;
  /** True where feeds may carry the whole text: every source is ours or allows it (`fullText`). */
  readonly isWholeInFeeds: boolean;
  /** The copyright notice of the source, where it has its own. */
  readonly sourceRights: string | undefined;
}

/** `links`, each address once: a topic may be named by its id and by its title. */
export function uniqueLinks(links: readonly Link[]): readonly Link[] {
  return [...new Map(links.map((link) => [link.path, link])).values()];
}

/** The credits of `article`; what it names wrongly is reported by `names`. */
export function creditsOf(article: Front<Article>, names: Names, clockface: Clockface): Credits {
  const sources = article.source.map((credit, index) => ({
    credit,
    named: names.source(credit, placeIn(article, `source.${index}.name`, `source.${index}`, "source.name", "source")),
  }));
  return {
    authors: article.author.map((author, index) => {
      const paths = [`author.${index}.person`, `author.${index}.name`, `author.${index}`, "author.person", "author"];
      const { id, name } = names.person(author, placeIn(article, ...paths));
      const { affiliation, role, organization } = author;
      return {
        name,
        path: urlPath(`/people/${id}/`),
        affiliation,
        role,
        isOrganization: organization === true,
      };
    }),
    sources: sources.map(({ credit, named }) => ({
      name: named.name,
      path: urlPath(`/sources/${named.id}/`),
      isOwn: named.registered?.own === true,
      home: named.registered?.url,
      url: credit.url,
      originalTitle: credit.title === article.title ? undefined : credit.title,
      date: credit.date && printedTime(credit.date, clockface),
      page: credit.page,
      archive: credit.archive,
    })),
    topics: uniqueLinks(
      article.topics.map((topic, index) => {
        const { id, name } = names.topic(topic, placeIn(article, `topics.${index}`, "topics"));
        return { title: name, path: urlPath(`/topics/${id}/`) };
      }),
    ),
    isReprint: !sources.some(({ named }) => named.registered?.own === true),
    isWholeInFeeds: sources.every(({ named }) => named.registered?.own === true || named.registered?.fullText === true),
    sourceRights: sources.map(({ named }) => named.registered?.rights).find((rights) => rights !== undefined),
  };
}
