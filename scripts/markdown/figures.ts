import type { MarkdownIt, Token } from "markdown-it";
import type { BodyPicture } from "./body.ts";
import type { BodyDraft } from "./body-draft.ts";
import { escapeHtml } from "./entities.ts";
import { PlainToken } from "./plain-token.ts";
import { printTokens } from "./print-tokens.ts";

/** Pictures: a slot for the `<img>`, and a figure with its caption around one that is alone in its paragraph. */
export function figures(md: MarkdownIt): void {
  printTokens(md, {
    image: (token, draft) => {
      const slot = draft.slots.get(token);
      return slot === undefined ? escapeHtml(token.content) : `\0p${slot}\0`;
    },
    figure_open: () => "<figure>",
    figure_close: (token, draft) => `${captionHtml(draft.pictures[draft.slots.get(token) ?? -1])}</figure>\n`,
  });
}

/** Caption and credit of a picture's title, divided at its last ` | `: `江边的码头 | 周行 摄`. */
export function splitTitle(title: string): Pick<BodyPicture, "caption" | "credit"> {
  const written = ` ${title.trim()} `;
  const bar = written.lastIndexOf(" | ");
  const caption = (bar < 0 ? written : written.slice(0, bar)).trim();
  const credit = bar < 0 ? "" : written.slice(bar + 3).trim();
  return { ...(caption !== "" && { caption }), ...(credit !== "" && { credit }) };
}

/** The pictures of a paragraph that holds nothing else; empty when it holds anything else. */
export function lonePictures(children: readonly Token[]): readonly Token[] {
  const pictures: Token[] = [];
  for (const child of children) {
    if (child.type === "image") pictures.push(child);
    else if (child.type === "text" ? child.content.trim() !== "" : !besidePictures.has(child.type)) return [];
  }
  return pictures;
}

const besidePictures = new Set(["softbreak", "hardbreak", "comment", "link_open", "link_close"]);

/** `children` of such a paragraph as one figure for each picture, a link around a picture inside the figure. */
export function asFigures(draft: BodyDraft, children: readonly Token[]): Token[] {
  const set: Token[] = [];
  let link: Token | undefined;
  for (const child of children) {
    if (child.type === "link_open") link = child;
    if (child.type === "link_close") link = undefined;
    if (child.type !== "image") continue;
    const inside = link === undefined ? [child] : [link, child, withSlotOf(draft, link, "link_close")];
    set.push(new PlainToken("figure_open", "figure", 1), ...inside, withSlotOf(draft, child, "figure_close"));
  }
  return set;
}

function withSlotOf(draft: BodyDraft, token: Token, type: string): Token {
  const twin = new PlainToken(type, "", -1);
  const slot = draft.slots.get(token);
  if (slot !== undefined) draft.slots.set(twin, slot);
  return twin;
}

function captionHtml(picture: BodyPicture | undefined): string {
  const caption = picture?.caption && `<span class="caption">${escapeHtml(picture.caption)}</span>`;
  const credit = picture?.credit && `<span class="credit">${escapeHtml(picture.credit)}</span>`;
  const parts = [caption, credit].filter(Boolean);
  return parts.length === 0 ? "" : `<figcaption>${parts.join(" ")}</figcaption>`;
}
