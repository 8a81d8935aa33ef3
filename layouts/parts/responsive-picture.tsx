import type { Frame, Picture } from "../../scripts/edition/page.ts";
import { noMotion, pictureClass, sourceSet } from "../../scripts/edition/picture-attributes.ts";
import { isRemote, pictureHref } from "../href.ts";

/** How a picture is printed. */
export interface PictureStyle {
  readonly frame: Frame;
  readonly picture: Picture;
  /** Instead of the picture's own: empty where the words beside it say what it would. */
  readonly alt?: string | undefined;
  readonly class?: string | undefined;
  /** How wide it is printed: one of `picture-attributes.ts`. */
  readonly sizes: string;
  /** The picture a page opens with is wanted at once, all others when they come into sight. */
  readonly isFirst: boolean;
}

/** A picture in all its forms and widths, of which the browser loads one. */
export function ResponsivePicture({ frame, picture, alt, class: name, sizes, isFirst }: PictureStyle) {
  const { src, width, height, forms = [], tone } = picture;
  const sets = forms.map((form) => ({ ...form, set: sourceSet(form.files, frame.base.replace(/\/$/u, "")) }));
  const own = sets.at(-1)?.set;
  return (
    <picture class={name}>
      {sets.slice(0, -1).map(({ type, isStill, set }) => (
        <source type={type} srcset={set} sizes={sizes} media={isStill ? noMotion : undefined} />
      ))}
      <img
        src={pictureHref(frame, src)}
        srcset={own}
        sizes={own === undefined ? undefined : sizes}
        alt={alt ?? picture.alt}
        width={width}
        height={height}
        class={pictureClass(tone)}
        loading={isFirst ? undefined : "lazy"}
        decoding={isFirst ? undefined : "async"}
        fetchpriority={isFirst ? "high" : undefined}
        referrerpolicy={isRemote(src) ? "no-referrer" : undefined}
      />
    </picture>
  );
}
