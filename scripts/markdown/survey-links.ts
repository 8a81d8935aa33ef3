import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { splitTitle } from "./figures.ts";
import type { Where } from "./html-frames.ts";
import type { LinkRuns } from "./link-spam.ts";
import { acceptsLink, acceptsPicture, checkLink } from "./links.ts";

/** Most links and pictures of one text. */
const most = 20_000;

/** Records a link that reads `text`; returns its slot, or undefined where it is printed as text. */
export function surveyLink(
  { draft, runs }: { readonly draft: BodyDraft; readonly runs: LinkRuns },
  [open, where]: readonly [Token, Where],
  text: string,
): number | undefined {
  const address = attribute(open, "href");
  if (!hasRoom(draft, where) || !acceptsLink(draft, where, { address, isBare: open.info === "auto" })) return undefined;
  checkLink(draft, where, { address, text });
  if (address === "") return undefined;
  runs.addLink(where, { address, text });
  const slot = draft.links.length;
  const title = attribute(open, "title");
  if (text === "") draft.report("link-textless", where, { href: address });
  const href = open.info === "auto" && !/^[a-z][a-z0-9+.-]*:/iu.test(address) ? `mailto:${address}` : address;
  const [line, column] = draft.places.spot(...where);
  draft.links.push({ href, text, line, column, ...(title !== "" && { title }) });
  draft.slots.set(open, slot);
  return slot;
}

/** Records a picture and returns its alternative text; one with an address it cannot have stays without a slot. */
export function surveyImage(draft: BodyDraft, image: Token, where: Where): string {
  const src = attribute(image, "src");
  const alt = plainText(image.children ?? []).trim();
  image.content = alt;
  if (!hasRoom(draft, where) || !acceptsPicture(draft, where, src)) return alt;
  const [line, column] = draft.places.spot(...where);
  draft.slots.set(image, draft.pictures.length);
  draft.pictures.push({ src, alt, ...splitTitle(attribute(image, "title")), isFigure: false, line, column });
  return alt;
}

function hasRoom(draft: BodyDraft, where: Where): boolean {
  if (draft.links.length + draft.pictures.length < most) return true;
  if (draft.isNew("too many links")) draft.report("too-many-links", where, { limit: String(most) });
  return false;
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

/** The text of a picture's children, without marks. */
function plainText(children: readonly Token[]): string {
  let text = "";
  for (const child of children) {
    if (child.type === "softbreak" || child.type === "hardbreak") text += " ";
    else if (child.type === "image") text += plainText(child.children ?? []);
    else if (child.type !== "html_tag" && child.type !== "comment") text += child.content;
  }
  return text;
}
