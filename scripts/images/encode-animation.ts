import { withCredit } from "./credit.ts";
import { openAnimation, openPicture } from "./decoder.ts";
import { worthwhile } from "./encode-forms.ts";
import type { EncodedForm, EncodedPicture } from "./encoded-picture.ts";
import type { PictureKind } from "./picture-kinds.ts";

/** The widest animation published, in pixels: a line of text at twice its width. */
const widestAnimation = 1200;

/**
 * Encodes an animation anew: its first frame for readers who want no motion, the whole of it as WebP, and a GIF as GIF too.
 *
 * In one width: animations are heavy enough. They have no tone, since they may show the page.
 */
export async function encodeAnimation(bytes: Uint8Array, kind: PictureKind, credit: string): Promise<EncodedPicture> {
  const sized = { width: widestAnimation, withoutEnlargement: true };
  const moving = () => openAnimation(bytes).resize(sized).toColourspace("srgb");
  const still = openPicture(bytes).resize(sized).toColourspace("srgb");
  const webp = moving().webp({ quality: 78, effort: 2 });
  const [first, whole, gif] = await Promise.all([
    withCredit(still.webp({ quality: 78 }), credit).toBuffer(),
    withCredit(webp, credit).toBuffer({ resolveWithObject: true }),
    kind === "gif" ? moving().gif().toBuffer() : undefined,
  ]);
  const { width, pageHeight, height } = whole.info;
  const form = (ending: string, form: Buffer): EncodedForm => ({
    ...{ type: `image/${ending}`, ending, isStill: form === first },
    files: [{ width, bytes: form }],
  });
  const all = [form("webp", first), form("webp", whole.data), ...(gif === undefined ? [] : [form("gif", gif)])];
  return { width, height: pageHeight ?? height, tone: undefined, forms: worthwhile(all) };
}
