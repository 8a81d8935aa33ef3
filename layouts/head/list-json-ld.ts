import type { CollectionPage, NewsMediaOrganization, ProfilePage, WithContext } from "schema-dts";
import type { Frame, Leaf } from "../../scripts/edition/page.ts";
import type { UrlPath } from "../../scripts/text/brands.ts";
import { absolute } from "../href.ts";

const context = "https://schema.org";

/** What a list's data block says: no more than its page prints. */
interface ListFacts {
  readonly path: UrlPath;
  readonly title: string;
  readonly description?: string | undefined;
}

/** A page of a list as schema.org's `CollectionPage`: the articles that this page prints, in their order. */
export function collectionJsonLd(frame: Frame, facts: ListFacts, leaf: Leaf): WithContext<CollectionPage> {
  return {
    "@context": context,
    "@type": "CollectionPage",
    url: absolute(frame, facts.path),
    name: facts.title,
    ...described(facts.description),
    inLanguage: frame.language,
    mainEntity: {
      "@type": "ItemList",
      numberOfItems: leaf.total,
      itemListElement: leaf.teasers.map((teaser, place) => ({
        "@type": "ListItem",
        position: place + 1,
        url: absolute(frame, teaser.path),
        name: teaser.title,
      })),
    },
  };
}

/** The page of a person as schema.org's `ProfilePage`; what they wrote is the list's own affair. */
export function profileJsonLd(frame: Frame, { path, title, description }: ListFacts): WithContext<ProfilePage> {
  const url = absolute(frame, path);
  return {
    "@context": context,
    "@type": "ProfilePage",
    url,
    inLanguage: frame.language,
    mainEntity: {
      "@type": "Person",
      "@id": url,
      name: title,
      url,
      ...(description === undefined ? {} : { affiliation: { "@type": "Organization", name: description } }),
    },
  };
}

/** The publication itself, for its front page. */
export function publicationJsonLd(frame: Frame): WithContext<NewsMediaOrganization> {
  return {
    "@context": context,
    "@type": "NewsMediaOrganization",
    "@id": frame.address,
    name: frame.title,
    url: frame.address,
    ...described(frame.description),
    ...(frame.logo === undefined ? {} : { logo: absolute(frame, frame.logo) }),
    ...(frame.since === undefined ? {} : { foundingDate: frame.since }),
    ...(frame.owner === frame.title ? {} : { parentOrganization: { "@type": "Organization", name: frame.owner } }),
  };
}

function described(description: string | undefined): { readonly description?: string } {
  return description === undefined || description === "" ? {} : { description };
}
