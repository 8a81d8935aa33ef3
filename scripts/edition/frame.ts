import type { UrlPath } from "../text/brands.ts";
import type { Edition } from "./edition.ts";
import type { Frame } from "./page.ts";

/** Addresses of the files that pages load. */
export interface PageAssets {
  readonly stylesheet: UrlPath;
  readonly searchScript: UrlPath;
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
    icon: siteFile(edition, /^favicon\.(?:svg|png|ico)$/u),
    logo: siteFile(edition, /^logo\.(?:svg|png|webp|jpg)$/u),
    ...assets,
    isPreview,
  };
}

function siteFile({ siteFiles }: Edition, name: RegExp): UrlPath | undefined {
  return [...siteFiles.values()].find((path) => name.test(path.slice(1)));
}
