import type { Language } from "../scripts/text/language.ts";
import { en } from "./words/en.ts";
import { zhHans } from "./words/zh-hans.ts";
import { zhHant } from "./words/zh-hant.ts";

/** A thing counted in a directory: a topic, a person, a source. */
export type DirectoryOf = "topics" | "people" | "sources";

/**
 * Every fixed word readers see, in one language.
 *
 * A word that carries a number or a name is a function of it; labels hold their own colon, so that a page needs no
 * punctuation of its own.
 */
export interface Words {
  /** Open Graph's `locale`. */
  readonly locale: string;
  /** What stands between the names of a byline, of an editors' line, and between two sources. */
  readonly bylineSeparator: string;
  readonly nameSeparator: string;
  readonly sourceSeparator: string;

  readonly skipToContent: string;
  readonly mainNavigation: string;
  /** The switch to light letters on a dark ground, and the controls of the text's size. */
  readonly dark: string;
  readonly textSize: string;
  /** One letter, printed small and large. */
  readonly textSizeLetter: string;
  readonly smallerText: string;
  readonly largerText: string;
  /** In print: the address a clipping was printed from. */
  readonly printedFrom: string;
  readonly breadcrumb: string;
  readonly home: string;

  /** Labels before what they name, with their own colon or space. */
  readonly by: string;
  readonly published: string;
  readonly updated: string;
  readonly source: string;
  /** A page of a newspaper or a journal, as the editor wrote it. */
  readonly sourcePage: (page: string) => string;
  readonly original: string;
  /** Leads to an archived copy of the original text. */
  readonly archived: string;
  readonly originalTitle: string;
  readonly reprint: string;
  readonly editorsNote: string;
  readonly editor: (names: readonly string[]) => string;
  readonly affiliation: (affiliation: string) => string;
  readonly affiliations: (affiliations: readonly string[]) => string;
  /** Where only some authors have one. */
  readonly namedAffiliations: (authors: readonly { readonly name: string; readonly affiliation: string }[]) => string;
  readonly aiAssisted: string;
  readonly aiGenerated: string;
  readonly topics: string;
  readonly keywords: string;

  /** 篇幅: 字 or words, and minutes. */
  readonly readingTime: (count: number, minutes: number, isChinese: boolean) => string;
  readonly contents: string;
  readonly neighbours: string;
  readonly earlier: string;
  readonly later: string;
  readonly share: string;
  readonly address: string;
  readonly qrCode: string;
  readonly scanToShare: string;
  readonly cite: string;
  /** Where, in a reference, its writer puts the day of access. */
  readonly accessed: string;
  readonly reprintedFrom: (originals: string) => string;
  readonly copyShort: string;
  /** The whole name of a button that shows `copyShort`, which it begins with (WCAG 2.2, 2.5.3). */
  readonly copy: (what: string) => string;
  readonly copied: string;
  /** Over the notes of an article that is pasted elsewhere, and over the addresses that its text leads to. */
  readonly footnotes: string;
  readonly linkNotes: string;

  readonly corrections: string;
  readonly correction: string;
  readonly retraction: string;
  /** At the head of an article, leading to its foot. */
  readonly hasCorrections: string;
  readonly isRetracted: string;
  readonly noCorrections: string;

  readonly related: string;
  readonly series: string;
  readonly recent: string;
  readonly more: string;
  /** Heard after `more` and not seen. */
  readonly moreAbout: (headline: string) => string;
  readonly moreOf: (column: string) => string;
  readonly pinned: string;
  /** Before a headline, in columns that list their authors. */
  readonly listAuthors: (names: readonly string[]) => string;
  readonly noArticles: string;
  readonly articleCount: (count: number) => string;
  readonly allArticles: string;
  readonly lead: string;

  readonly pager: string;
  readonly firstPage: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly page: (number: number) => string;

  readonly children: string;
  readonly years: string;
  readonly months: string;
  readonly year: (year: number) => string;
  readonly month: (month: number) => string;
  readonly yearAndMonth: (year: number, month: number) => string;
  readonly subscribe: string;
  readonly feedOf: (title: string) => string;

  readonly directory: Readonly<Record<DirectoryOf, string>>;
  readonly emptyDirectory: string;
  readonly topic: string;
  readonly person: string;
  readonly organization: string;
  readonly column: string;
  readonly visitSource: (name: string) => string;

  readonly search: string;
  readonly searchFor: string;
  readonly searchNone: string;
  /** Before parts of the query that do find something. */
  readonly searchShorter: string;
  /** `{n}` stands for the number of articles found. */
  readonly searchSome: string;
  /** Where not all of them have been looked into. */
  readonly searchAbout: string;
  readonly searchMore: string;
  readonly searchNarrow: string;
  readonly searchFilters: Readonly<Record<"column" | "year" | "author" | "source", string>>;
  readonly searchAll: string;
  readonly searchFailed: string;
  readonly searchNeedsScript: string;
  readonly browse: string;

  readonly about: (publication: string) => string;
  readonly colophon: string;
  readonly owner: string;
  readonly editorInChief: string;
  readonly contact: string;
  readonly since: (year: string) => string;

  readonly expired: string;
  readonly expiredText: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly redirect: string;
  readonly redirectText: string;
  readonly draft: string;
  readonly embargoed: string;
  readonly draftRibbon: string;
  readonly embargoedRibbon: string;
}

const byLanguage: Readonly<Record<Language, Words>> = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };

/** The fixed words of a publication in `language`. */
export function wordsIn(language: Language): Words {
  return byLanguage[language];
}
