import { type Place, type Problem, problem } from "../report/problem.ts";
import { nearest } from "../text/nearest.ts";
import { type AddressBook, contentFile, splitAnchor } from "./address-book.ts";
import type { PictureSource, ResolvedBody, ResolvedLink } from "./edition.ts";
import type { Content } from "./load-content.ts";
import type { Newsroom, SetText } from "./newsroom.ts";

/** What references are resolved against. */
export interface Surroundings {
  readonly book: AddressBook;
  /** Pictures of the content folder, by file. */
  readonly pictures: ReadonlySet<string>;
  readonly areRemotePicturesAllowed: boolean;
  /** Where pictures are used, for problems of the pictures themselves; filled as they are found. */
  readonly pictureUses: PictureUse[];
}

/** A picture of the content folder, and a place that shows it. */
export interface PictureUse {
  readonly file: string;
  readonly place: Place;
}

/** What the texts of `newsroom` are resolved against; no picture has been found yet. */
export function surroundingsOf(
  { masthead }: Pick<Newsroom, "masthead">,
  binaries: Content["binaries"],
  book: AddressBook,
): Surroundings {
  return {
    book,
    pictures: new Set(binaries.flatMap(({ file, kind }) => (kind === "picture" ? [file] : []))),
    areRemotePicturesAllowed: masthead.remotePictures === "allow",
    pictureUses: [],
  };
}

/** A text and where it stands. */
export interface Standing {
  readonly file: string;
  /** The line of `file` on which the text begins, from 1. */
  readonly line: number;
  /** What may stand behind `#` on the page it is printed on, where that holds more than this text. */
  readonly anchors?: readonly string[] | undefined;
  /** False while readers may not see it: what it lacks then is no loss to them yet. */
  readonly isPublished: boolean;
}

/** `body` with its links and pictures found; reports those that lead nowhere (`link-…`, `anchor-missing`, `picture-…`). */
export function resolveBody(
  body: SetText,
  standing: Standing,
  around: Surroundings,
): { readonly resolved: ResolvedBody; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const placeOf = (spot: { readonly line: number; readonly column: number }): Place => ({
    file: standing.file,
    line: standing.line + spot.line - 1,
    column: spot.column,
  });
  const links = body.links.map((link) => resolveLink(link, body, placeOf(link), { standing, around, problems }));
  const pictures = body.pictures.map((picture) => resolvePicture(picture.src, placeOf(picture), around, problems));
  return { resolved: { file: standing.file, body, links, pictures }, problems };
}

/** Where the picture `src`, written at `place`, comes from; reports what is missing or not allowed. */
export function resolvePicture(src: string, place: Place, around: Surroundings, problems: Problem[]): PictureSource {
  if (/^https?:/iu.test(src)) {
    // As a browser reads it: a slash too few after the colon does no harm there either.
    if (around.areRemotePicturesAllowed && URL.canParse(src)) return { kind: "remote", url: new URL(src).href };
    problems.push(problem("picture-remote", place, { src }));
    return { kind: "none" };
  }
  const file = ownPicture(src, place.file, around);
  if (file !== undefined) {
    around.pictureUses.push({ file, place });
    return { kind: "own", file };
  }
  const nearestPicture = around.book.suggestion(src, place.file, around.pictures) ?? "";
  problems.push(problem("picture-missing", place, { src, nearest: nearestPicture }));
  return { kind: "none" };
}

/** The picture that `reference`, written in `from`, names, also where one of the two spells é or が as two characters and the other as one. */
function ownPicture(reference: string, from: string, { pictures }: Surroundings): string | undefined {
  const file = contentFile(reference, from);
  if (file === undefined || pictures.has(file)) return file;
  const [whole, parted] = [file.normalize("NFC"), file.normalize("NFD")];
  return whole === parted ? undefined : [...pictures].find((picture) => picture.normalize("NFC") === whole);
}

interface LinkContext {
  readonly standing: Standing;
  readonly around: Surroundings;
  readonly problems: Problem[];
}

function resolveLink(link: SetText["links"][number], body: SetText, place: Place, context: LinkContext): ResolvedLink {
  const { standing, around, problems } = context;
  if (isForeign(link.href) && !around.book.isOwn(link.href)) return { kind: "foreign", url: link.href };
  const found = around.book.find(link.href, standing.file);
  if (found === undefined && isForeign(link.href)) {
    problems.push(problem("link-own-unknown", place, { href: link.href }));
    return { kind: "foreign", url: link.href };
  }
  const [before, anchor] = splitAnchor(link.href);
  if (before === "" && anchor !== undefined) {
    const anchors = standing.anchors ?? body.anchors;
    if (anchors.includes(anchor)) return { kind: "here", anchor };
    problems.push(problem("anchor-missing", place, { anchor, nearest: nearest(anchor, anchors) ?? "" }));
    return { kind: "none" };
  }
  if (found === undefined) return pictureOrNothing(link.href, place, context);
  const { target } = found;
  if (target.isUnread === true) return { kind: "none" };
  if (!target.isPublished) {
    if (standing.isPublished) problems.push(problem("link-unpublished", place, { href: link.href }));
    return { kind: "none" };
  }
  if (found.anchor !== undefined && target.anchors !== undefined && !target.anchors.includes(found.anchor)) {
    const values = {
      anchor: found.anchor,
      nearest: nearest(found.anchor, target.anchors) ?? "",
    };
    problems.push(problem("anchor-missing", place, values));
  }
  return { kind: "own", path: target.path, query: found.query, anchor: found.anchor };
}

/** True for an absolute URL. */
function isForeign(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/iu.test(href);
}

function pictureOrNothing(href: string, place: Place, { around, problems }: LinkContext): ResolvedLink {
  const file = ownPicture(href, place.file, around);
  if (file !== undefined) {
    around.pictureUses.push({ file, place });
    return { kind: "picture", file };
  }
  problems.push(
    problem("link-broken", place, {
      href,
      nearest: around.book.suggestion(href, place.file) ?? "",
    }),
  );
  return { kind: "none" };
}
