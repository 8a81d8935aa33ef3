import type { EditionArticle } from "../edition/edition.ts";
import type { Content } from "../edition/load-content.ts";
import type { OutputFile } from "../edition/output-file.ts";
import { type Frame, type Page, type PlannedPage, printable } from "../edition/page.ts";
import type { PageMaker } from "../edition/page-maker.ts";
import type { RelatedMemory } from "../edition/related/related-memory.ts";
import type { Terms } from "../edition/related/terms.ts";
import { renderOutput } from "./render-output.ts";

/** What a site is printed from. Whatever is asked of it is worked out then: a build asks nothing. */
export interface SiteMatter {
  readonly content: Content;
  /** Prints pages as they are published, and throws `LostText` where what was remembered of a text is lost. */
  readonly maker: PageMaker;
  readonly frame: Frame;
  readonly termsOf: (article: EditionArticle) => Terms;
  readonly memory: RelatedMemory;
}

/** A page that can be told from what it was without being printed. */
export interface SitePage {
  readonly kind: Page["kind"];
  readonly path: Page["path"];
  /** Another for any other text. Told once: of all pages it takes time. */
  readonly key: () => string;
  readonly text: () => string;
}

/** All that is to be published. */
export interface Site {
  readonly pages: readonly SitePage[];
  readonly files: readonly OutputFile[];
}

/** With what pages are told apart and printed. */
interface Printing {
  readonly keys: PageMaker;
  readonly printing: PageMaker;
  readonly frame: Frame;
  readonly code: string;
}

/** The planned pages as they can be published: none is made before it is asked for. */
export function sitePages(
  planned: readonly PlannedPage[],
  { keys, printing, frame, code }: Printing,
): readonly SitePage[] {
  const { digests } = keys.plan;
  const around = digests.of({ code, frame });
  return planned.map((page) => ({
    kind: page.kind,
    path: page.path,
    key: once(() => digests.of([around, page.kind, page.path, page.props(keys)])),
    text: () => renderOutput(printable(page, printing), frame),
  }));
}

function once(tell: () => string): () => string {
  let told: string | undefined;
  return () => {
    told ??= tell();
    return told;
  };
}
