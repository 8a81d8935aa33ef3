/** What a file of the content folder is, told by its path alone (DESIGN section 1). */
export type ContentKind =
  | "masthead"
  | "sources"
  | "words"
  | "redirects"
  | "column"
  | "topic"
  | "person"
  | "standingPage"
  | "article"
  | "picture"
  | "attachment"
  | "site"
  /** A Markdown file too deep below `topics/`, `people/` or `pages/`. */
  | "misplaced"
  | "unlisted";

const pictureEndings = new Set(["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"]);

/** First bytes of each attachment kind, in Latin-1; an empty list means that the kind has no fixed mark. */
export const attachmentMarks: Readonly<Record<string, readonly string[]>> = {
  pdf: ["%PDF-"],
  mp3: ["ID3", "\xff\xfb", "\xff\xf3", "\xff\xf2", "\xff\xfa"],
  m4a: ["\0\0\0"],
  ogg: ["OggS"],
  opus: ["OggS"],
  flac: ["fLaC"],
  wav: ["RIFF"],
};

const siteEndings = new Set(["ico", "png", "svg", "webmanifest", "txt", "html", "xml", "webp", "jpg"]);

const namedFolders: Readonly<Record<string, ContentKind>> = {
  topics: "topic",
  people: "person",
  pages: "standingPage",
};

/** The kind of `file`, a path below the content folder with `/` between names. */
export function contentKind(file: string): ContentKind {
  const names = file.split("/");
  const [top = "", ...below] = names;
  const name = names.at(-1) ?? "";
  const ending = endingOf(name);
  if (top === "site" && below.length > 0) return isSiteFile(below, ending) ? "site" : "unlisted";
  if (file === "masthead.md") return "masthead";
  if (file === "sources.yaml") return "sources";
  if (file === "words.yaml") return "words";
  if (file === "redirects.csv") return "redirects";
  if (pictureEndings.has(ending)) return "picture";
  if (Object.hasOwn(attachmentMarks, ending)) return "attachment";
  if (!name.endsWith(".md")) return "unlisted";
  const kind = Object.hasOwn(namedFolders, top) && below.length > 0 ? namedFolders[top] : undefined;
  if (kind !== undefined && name === "column.md") return "unlisted";
  if (kind !== undefined) return below.length === 1 ? kind : "misplaced";
  if (name !== "column.md") return "article";
  return below.length > 0 ? "column" : "unlisted";
}

/** Files of `site/` are served under their own names from the site's root, so those must be addresses already. */
function isSiteFile(below: readonly string[], ending: string): boolean {
  return below.length === 1 && siteEndings.has(ending) && /^[\w.-]+$/u.test(below[0] ?? "");
}

/** The ending of a file's name, lower case, without its dot; empty when there is none. */
export function endingOf(name: string): string {
  return /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}
