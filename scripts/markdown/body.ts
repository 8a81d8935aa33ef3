import type { Problem } from "../report/problem.ts";

/**
 * A Markdown text set as HTML, depending on that text alone.
 *
 * `html` is well-formed and escaped, and holds *slots* for what only the edition knows:
 * `\0a3\0` where the opening tag of link 3 belongs and `\0/a3\0` where its closing tag does,
 * `\0p2\0` where the `<img>` of picture 2 belongs (the figure and caption around it are there already).
 * NUL cannot occur in content, so nothing an editor writes can look like a slot.
 */
export interface Body {
  readonly html: string;
  /** Links to the site's own articles, attachments and anchors, and to other sites, by slot number. */
  readonly links: readonly BodyLink[];
  /** Pictures by slot number. */
  readonly pictures: readonly BodyPicture[];
  readonly headings: readonly BodyHeading[];
  /** Every anchor a link can point at: headings, footnotes. */
  readonly anchors: readonly string[];
  /** What is read aloud: paragraphs, headings and list lines without marks, one a line, no code, ruby's base text only. */
  readonly text: string;
  /** The running paragraphs alone (no headings, lists, tables, quotations, code), from which excerpts are taken; one a line. */
  readonly paragraphs: string;
  /** Places count from the first line of the text given; the file is the one given. */
  readonly problems: readonly Problem[];
}

/** A link as written: `href` decoded as CommonMark says; place of its first character. */
export interface BodyLink {
  readonly href: string;
  readonly title?: string;
  /** The link's own text, without marks. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A picture as written. `alt` empty and no caption: decoration. */
export interface BodyPicture {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** True where the picture is alone in its paragraph and set as a figure. */
  readonly isFigure: boolean;
  readonly line: number;
  readonly column: number;
}

/** A heading of the body. `level` is 2 to 6, after the shift below the page's `h1`. */
export interface BodyHeading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}
