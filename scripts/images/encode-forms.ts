import type { Sharp } from "sharp";
import { withCredit } from "./credit.ts";
import type { EncodedFile, EncodedForm } from "./encoded-picture.ts";
import { pictureWidths } from "./picture-widths.ts";
import { openRaw, type RawPicture } from "./raw-picture.ts";

/** A form for pictures that stand still. `widths` in pixels, narrowest first, besides the picture's own. */
export interface StillForm {
  readonly type: string;
  readonly ending: string;
  readonly widths: readonly number[];
  readonly encode: (picture: Sharp) => Sharp;
}

/** `raw` in those of `forms` that are worth having, the last of them always; the decoder's threads share the work. */
export async function encodeForms(
  raw: RawPicture,
  forms: readonly StillForm[],
  credit: string,
): Promise<readonly EncodedForm[]> {
  return worthwhile(await Promise.all(forms.map((form) => encodeForm(raw, form, credit))));
}

/** `forms` without those whose largest file is no smaller than the last form's: who would want them? */
export function worthwhile(forms: readonly EncodedForm[]): readonly EncodedForm[] {
  const most = largest(forms.at(-1));
  return forms.filter((form, index) => form.isStill || index === forms.length - 1 || largest(form) < most);
}

function largest(form: EncodedForm | undefined): number {
  return form?.files.at(-1)?.bytes.length ?? 0;
}

async function encodeForm(
  raw: RawPicture,
  { type, ending, widths, encode }: StillForm,
  credit: string,
): Promise<EncodedForm> {
  const encodeAt = async (width: number): Promise<EncodedFile> => {
    const sized = width === raw.width ? openRaw(raw) : openRaw(raw).resize({ width });
    return { width, bytes: await withCredit(encode(sized), credit).toBuffer() };
  };
  const files = await Promise.all(pictureWidths(raw.width, widths).map(encodeAt));
  return { type, ending, isStill: false, files };
}
