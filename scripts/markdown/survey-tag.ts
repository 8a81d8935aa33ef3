import type { Token } from "markdown-it";
import type { BodyDraft } from "./body-draft.ts";
import { excerpt } from "./excerpt.ts";
import { type HtmlFrames, isAllowedTag, type Where } from "./html-frames.ts";
import { type HtmlTag, isAllowedAttribute, isHiding, tagAt } from "./html-tags.ts";

/** Reports what is wrong with the tag in `token`, and tells `frames` of it; returns it. */
export function surveyTag(
  draft: BodyDraft,
  frames: HtmlFrames,
  [token, where]: readonly [Token, Where],
): HtmlTag | undefined {
  const tag = tagAt(token.content, 0, token.content.length);
  if (tag === undefined) return undefined;
  reportTag(draft, tag, where);
  if (isAllowedTag(tag)) frames.addTag(token, tag, where);
  else frames.addText();
  return tag;
}

/** Each name and attribute is reported once a text: the second `<div>` tells nothing new. */
function reportTag(draft: BodyDraft, tag: HtmlTag, where: Where): void {
  const { name } = tag;
  if (isHiding(tag)) {
    draft.isNew(`tag ${name}`);
    draft.report("hidden-block", where, { tag: excerpt(tag.source) });
    return;
  }
  if (!isAllowedTag(tag)) {
    if (draft.isNew(`tag ${name}`)) draft.report("html-not-allowed", where, { tag: excerpt(tag.source) });
    return;
  }
  for (const attribute of tag.attributes) {
    if (isAllowedAttribute(name, attribute) || !draft.isNew(`attribute ${name} ${attribute[0]}`)) continue;
    draft.report("html-attribute", where, { tag: name, attribute: attribute[0] });
  }
}
