import type { UrlPath } from "../text/brands.ts";
import { cardPicture, publicationCard } from "./cards.ts";
import { contentPolicy } from "./content-policy.ts";
import type { Edition } from "./edition.ts";
import type { Frame } from "./page.ts";

/** Addresses of the files that pages load. */
export interface PageAssets {
  readonly stylesheet: UrlPath;
  /** Declares the headline face; absent where headlines are set in the readers' own fonts. */
  readonly headlineFace?: UrlPath | undefined;
  readonly searchScript: UrlPath;
  readonly choicesScript: UrlPath;
  readonly controlsScript: UrlPath;
  readonly feedStyles?: UrlPath | undefined;
}

/** What stands around every page of `edition`. */
export function frameOf(edition: Edition, assets: PageAssets): Frame {
  const { masthead, address, navigation, isPreview } = edition;
  const { title, description, language, owner, editor, contact, since, licences } = masthead;
  return {
    title,
    description,
    language,
    owner,
    editor,
    contact,
    since,
    licences,
    address,
    base: new URL(address).pathname,
    navigation,
    card: cardPicture(publicationCard(edition)),
    icon: siteFile(edition, /^favicon\.(?:svg|png|ico)$/u),
    logo: siteFile(edition, /^logo\.(?:svg|png|webp|jpg)$/u),
    ...assets,
    policy: contentPolicy(edition),
    isPreview,
  };
}

function siteFile({ siteFiles }: Edition, name: RegExp): UrlPath | undefined {
  return [...siteFiles.values()].find((path) => name.test(path.slice(1)));
}
