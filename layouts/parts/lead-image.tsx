import type { Frame, Picture } from "../../scripts/edition/page.ts";
import { isRemote, pictureHref } from "../href.ts";

/** A picture at the head of a page, loaded first, with its caption and credit. Nothing when there is none. */
export function LeadImage({ picture, frame }: { readonly picture: Picture | undefined; readonly frame: Frame }) {
  if (picture === undefined) return null;
  const { src, alt, width, height, caption, credit } = picture;
  return (
    <figure class="lead-image">
      <img
        src={pictureHref(frame, src)}
        alt={alt}
        width={width}
        height={height}
        fetchpriority="high"
        referrerpolicy={isRemote(src) ? "no-referrer" : undefined}
      />
      {caption === undefined && credit === undefined ? null : (
        <figcaption>
          {caption === undefined ? null : <span class="caption">{caption}</span>}
          {caption === undefined || credit === undefined ? null : " "}
          {credit === undefined ? null : <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
