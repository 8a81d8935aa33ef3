import type { UrlPath } from "../text/brands.ts";
import type { Language } from "../text/language.ts";

/** A moment as readers see it and as machines do: `datetime` is ISO 8601 with the publication's offset. */
export interface PrintedTime {
  readonly datetime: string;
  readonly text: string;
}

/** A name that leads to a page of the site. */
export interface Link {
  readonly title: string;
  readonly path: UrlPath;
}

/** What stands around every page: masthead, navigation, colophon. One value for a whole edition. */
export interface Frame {
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: Language;
  /** The site's absolute URL, ending in `/`; everything that must be absolute begins with it. */
  readonly address: string;
  /** The path of `address`, ending in `/`: what root-relative links begin with. */
  readonly base: string;
  readonly owner: string;
  /** Editor in chief. */
  readonly editor?: string | undefined;
  readonly contact?: string | undefined;
  /** Year of the first issue. */
  readonly since?: string | undefined;
  readonly licences: readonly {
    readonly text: string;
    readonly url?: string | undefined;
  }[];
  readonly navigation: readonly Link[];
  readonly icon?: UrlPath | undefined;
  /** The publication's social card, for pages that have no picture. */
  readonly card?: Picture | undefined;
  readonly logo?: UrlPath | undefined;
  readonly stylesheet: UrlPath;
  /** Declares the headline face; absent where headlines are set in the readers' own fonts. */
  readonly headlineFace?: UrlPath | undefined;
  readonly searchScript: UrlPath;
  /** What readers chose before, put into force before anything is painted. */
  readonly choicesScript: UrlPath;
  /** The controls with which they choose. */
  readonly controlsScript: UrlPath;
  /** Sets the feeds for those who open one in a browser. */
  readonly feedStyles?: UrlPath | undefined;
  /** The content security policy. */
  readonly policy: string;
  /** True in the preview, where drafts and embargoed articles are shown and marked. */
  readonly isPreview: boolean;
}

/** A picture of this site, re-encoded, or of another one where those are allowed (then without size). */
export interface Picture {
  /** Root-relative without the site's sub-folder, or an absolute URL. */
  readonly src: UrlPath | `http${string}`;
  readonly alt: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** The same picture in other files, the best form first and that of `src` last; none of another site's picture. */
  readonly forms?: readonly PictureForm[] | undefined;
  /** Its mean colour, red, green and blue from 0 to 15: what stands in its place until it is there. Absent where the page shows through. */
  readonly tone?: readonly [red: number, green: number, blue: number] | undefined;
}

/** A picture in one form. `files` narrowest first, widths in pixels. */
export interface PictureForm {
  /** Its media type: `image/avif`. */
  readonly type: string;
  /** True for an animation's first frame, for readers who want no motion. */
  readonly isStill: boolean;
  readonly files: readonly { readonly path: UrlPath; readonly width: number }[];
}

/** One article in a list: enough to choose by. */
export interface Teaser {
  readonly path: UrlPath;
  /** The headline for lists. */
  readonly title: string;
  /** Names to print before the headline (作者：标题); empty where the column does not list authors. */
  readonly authors: readonly string[];
  readonly published: PrintedTime;
  /** Whole sentences, escaped by whoever prints them; may be empty. */
  readonly excerpt: string;
  readonly column: Link;
  readonly isPinned: boolean;
  /** BCP 47, where it differs from the publication's. */
  readonly language?: string | undefined;
  readonly picture?: Picture | undefined;
  /** Preview only. */
  readonly hidden?: "draft" | "embargoed" | undefined;
}

/** One page of a list, and its neighbours. */
export interface Leaf {
  readonly teasers: readonly Teaser[];
  /** Articles in the whole list. */
  readonly total: number;
  /** This page's number, from 1. */
  readonly number: number;
  /** Addresses of all pages of the list, first to last; at least one. */
  readonly paths: readonly UrlPath[];
}

/** An author as the byline prints one. */
export interface BylineAuthor {
  readonly name: string;
  /** The author's page. */
  readonly path: UrlPath;
  readonly affiliation?: string | undefined;
  readonly role?: string | undefined;
  readonly isOrganization: boolean;
}

/** A source as the article page prints it. */
export interface PrintedSource {
  readonly name: string;
  /** The source's own list on this site. */
  readonly path: UrlPath;
  /** True where the source is the publication itself. */
  readonly isOwn: boolean;
  /** Home page of that publication. */
  readonly home?: string | undefined;
  /** The original text. */
  readonly url?: string | undefined;
  /** The original headline, only when it differs from ours. */
  readonly originalTitle?: string | undefined;
  readonly date?: PrintedTime | undefined;
  readonly page?: string | undefined;
  /** An archived copy of the original text, for when that is gone. */
  readonly archive?: string | undefined;
}
