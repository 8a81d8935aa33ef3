import type { Frame, Leaf, Link, Picture } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { type Words, wordsIn } from "../words.ts";
import type { HeadProps } from "./head.tsx";
import { breadcrumbJsonLd, jsonLdScript } from "./json-ld.ts";
import { collectionJsonLd, profileJsonLd } from "./list-json-ld.ts";
import { enclosing, pageTitle } from "./page-title.ts";

/** What the head of any page but an article's is made from. */
export interface PlainHead {
  readonly path: UrlPath;
  readonly title: string;
  readonly breadcrumb: readonly Link[];
  readonly description?: string | undefined;
  readonly image?: Picture | undefined;
  readonly feed?: Link | undefined;
  readonly leaf?: Leaf | undefined;
  readonly type?: HeadProps["type"];
  readonly script?: UrlPath | undefined;
}

/** The head of a list, a directory or a standing page: page numbers in the title, neighbours as links. */
export function listHead(frame: Frame, plain: PlainHead): HeadProps {
  const { path, title, breadcrumb, leaf } = plain;
  const words = wordsIn(frame.language);
  return {
    path,
    title: pageTitle(frame, [title, leafTitle(leaf, words), enclosing(breadcrumb, leaf?.paths[0] ?? path)?.title]),
    cardTitle: title,
    description: plain.description ?? "",
    type: plain.type ?? "website",
    image: plain.image,
    feed: plain.feed,
    isIndexed: true,
    previous: leaf === undefined ? undefined : leaf.paths[leaf.number - 2],
    next: leaf === undefined ? undefined : leaf.paths[leaf.number],
    jsonLd: jsonLdScript([
      ...listJsonLd(frame, plain),
      ...(breadcrumb.length === 0 ? [] : [breadcrumbJsonLd(frame, breadcrumb)]),
    ]),
    script: plain.script,
  };
}

/** The head of a page that search engines should not keep. */
export function unindexedHead(frame: Frame, path: UrlPath, title: string): HeadProps {
  return {
    path,
    title: pageTitle(frame, [title]),
    cardTitle: title,
    description: "",
    type: "website",
    isIndexed: false,
    jsonLd: jsonLdScript([]),
  };
}

/** A person's page is theirs; any other page that lists articles is a collection. */
function listJsonLd(frame: Frame, plain: PlainHead): readonly object[] {
  if (plain.type === "profile") return [profileJsonLd(frame, plain)];
  return plain.leaf === undefined ? [] : [collectionJsonLd(frame, plain, plain.leaf)];
}

function leafTitle(leaf: Leaf | undefined, words: Words): string | undefined {
  return leaf === undefined || leaf.number === 1 ? undefined : words.page(leaf.number);
}
