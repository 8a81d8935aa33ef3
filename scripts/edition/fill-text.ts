import { fillBody } from "../markdown/fill-body.ts";
import { type TrustedHtml, trustedHtml, type UrlPath } from "../text/brands.ts";
import { escapeHtml } from "../text/escape-html.ts";
import type { PictureSource, ResolvedBody, ResolvedLink, ResolvedPicture } from "./edition.ts";
import type { Picture } from "./page.ts";
import { figureSizes, noMotion, pictureClass, sourceSet } from "./picture-attributes.ts";

/** A picture as it is published; `path` is the largest file of its last form. Sizes in CSS px. */
export interface PublishedPicture extends Pick<Picture, "tone"> {
  readonly path: UrlPath;
  readonly width: number;
  readonly height: number;
  readonly forms: NonNullable<Picture["forms"]>;
}

/** Published pictures by their file in the content folder. */
export type PublishedPictures = ReadonlyMap<string, PublishedPicture>;

/** How addresses begin: `prefix` is what stands before a path (`/paper` or `https://example.org/paper`), without a last slash. */
export interface Filling {
  readonly pictures: PublishedPictures;
  readonly prefix: string;
  /** What stands before `#` in a link to the text's own page: nothing on the page itself, its address in feeds. */
  readonly here: string;
}

/** How a page gets a text. */
export type TextPrinter = (text: ResolvedBody, filling: Filling) => TrustedHtml;

/** Prints texts with their addresses and pictures put in; `load` gives the HTML that was kept when the text was set. */
export function textPrinter(load: (text: ResolvedBody) => string): TextPrinter {
  return (text, filling) => fillText(load(text), text, filling);
}

/** In place of each text, what its HTML depends on: enough to tell whether a page is as it was, without reading any text. */
export const textKeys: TextPrinter = ({ body, links, pictures }, filling) => {
  const files = [...pictures, ...links].map((each) => ("file" in each ? filling.pictures.get(each.file) : undefined));
  return trustedHtml(JSON.stringify([body.key, links, pictures, files, filling.prefix, filling.here]));
};

function fillText(set: string, { body, links, pictures }: ResolvedBody, filling: Filling): TrustedHtml {
  const html = fillBody(
    { html: set },
    {
      link: (slot) => linkTags(links[slot], body.links[slot]?.title, filling),
      picture: (slot) => pictureTag(pictures[slot], body.pictures[slot]?.alt ?? "", filling),
    },
  );
  // Footnotes lead to and fro within the text by themselves; a quotation mark in an editor's words is escaped, so none can look like this.
  return filling.here === "" ? html : trustedHtml(html.replaceAll(' href="#', ` href="${escapeHtml(filling.here)}#`));
}

/** The picture as pages print it; `undefined` when it could not be found. */
export function printedPicture(picture: ResolvedPicture | undefined, pictures: PublishedPictures): Picture | undefined {
  if (picture === undefined) return undefined;
  const { source, alt, caption, credit } = picture;
  if (source.kind === "remote" && isWebAddress(source.url)) return { src: source.url, alt, caption, credit };
  const published = source.kind === "own" ? pictures.get(source.file) : undefined;
  if (published === undefined) return undefined;
  const { path, width, height, forms, tone } = published;
  return { src: path, alt, width, height, caption, credit, forms, tone };
}

/** The pictures of `text` that say something, as it prints them; what is only an ornament is left out. */
export function bodyPictures({ body, pictures }: ResolvedBody, published: PublishedPictures): readonly Picture[] {
  return pictures.flatMap((source, slot) => {
    const { alt = "", caption, credit } = body.pictures[slot] ?? {};
    const picture = alt === "" && caption === undefined ? undefined : { source, alt, caption, credit };
    return printedPicture(picture, published) ?? [];
  });
}

function linkTags(link: ResolvedLink | undefined, title: string | undefined, filling: Filling) {
  const href = link && linkHref(link, filling);
  if (link === undefined || href === undefined) return { open: "", close: "" };
  const rel = link.kind === "foreign" && /^https?:/iu.test(link.url) ? ' rel="external noopener"' : "";
  const titled = title === undefined ? "" : ` title="${escapeHtml(title)}"`;
  return {
    open: `<a href="${escapeHtml(href)}"${rel}${titled}>`,
    close: "</a>",
  };
}

function linkHref(link: ResolvedLink, { prefix, here, pictures }: Filling): string | undefined {
  switch (link.kind) {
    case "own":
      return `${prefix}${link.path}${link.query ?? ""}${link.anchor === undefined ? "" : `#${encodeURIComponent(link.anchor)}`}`;
    case "here":
      return `${here}#${encodeURIComponent(link.anchor)}`;
    case "foreign":
      return link.url;
    case "picture": {
      const picture = pictures.get(link.file);
      return picture && `${prefix}${picture.path}`;
    }
    case "none":
      return undefined;
    default:
      return link satisfies never;
  }
}

/** Remote pictures load late and tell their host nothing (DESIGN section 1). */
function pictureTag(source: PictureSource | undefined, alt: string, filling: Filling): string {
  const words = `alt="${escapeHtml(alt)}" loading="lazy" decoding="async"`;
  if (source?.kind === "remote") return `<img src="${escapeHtml(source.url)}" ${words} referrerpolicy="no-referrer">`;
  const published = source?.kind === "own" ? filling.pictures.get(source.file) : undefined;
  if (published === undefined) return escapeHtml(alt);
  const { path, width, height } = published;
  const plain = `src="${escapeHtml(filling.prefix + path)}" width="${width}" height="${height}" ${words}`;
  // Programs that read feeds rarely know more of pictures than this.
  return filling.here === "" ? responsivePicture(published, plain, filling) : `<img ${plain}>`;
}

function responsivePicture({ forms, width, tone }: PublishedPicture, plain: string, { prefix }: Filling): string {
  const sizes = figureSizes(width);
  const tags = forms.map(({ type, isStill, files }, index) => {
    const set = `srcset="${escapeHtml(sourceSet(files, prefix))}" sizes="${sizes}"`;
    if (index === forms.length - 1) return `<img ${plain} ${set}${attribute("class", pictureClass(tone))}>`;
    return `<source type="${type}" ${set}${attribute("media", isStill ? noMotion : undefined)}>`;
  });
  return `<picture>${tags.join("")}</picture>`;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name}="${value}"`;
}

function isWebAddress(url: string): url is `http${string}` {
  return url.startsWith("http");
}
