import type { Frame, Picture } from "../../scripts/edition/page.ts";
import { leadSizes } from "../../scripts/edition/picture-attributes.ts";
import { setText } from "../set-text.ts";
import { ResponsivePicture } from "./responsive-picture.tsx";

/** A picture at the head of a page, loaded first, with its caption and credit. Nothing when there is none. */
export function LeadImage({ picture, frame }: { readonly picture: Picture | undefined; readonly frame: Frame }) {
  if (picture === undefined) return null;
  const { caption, credit } = picture;
  return (
    <figure class={isTall(picture) ? "lead-image tall" : "lead-image"}>
      <ResponsivePicture picture={picture} frame={frame} sizes={leadSizes} isFirst={true} />
      {caption === undefined && credit === undefined ? null : (
        <figcaption>
          {caption === undefined ? null : <span class="caption" {...setText(caption, undefined)} />}
          {caption === undefined || credit === undefined ? null : " "}
          {credit === undefined ? null : <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** Whether it would be higher than most windows if it were as wide as it may be. */
function isTall({ width, height }: Picture): boolean {
  return width === undefined || height === undefined || height * 4 > width * 3;
}
