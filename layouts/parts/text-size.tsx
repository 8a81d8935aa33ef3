import type { Words } from "../words.ts";

/** 字号: two buttons that `layouts/client/controls.ts` moves; absent without it. */
export function TextSize({ words }: { readonly words: Words }) {
  return (
    <fieldset class="text-size" data-choices="">
      <legend class="visually-hidden">{words.textSize}</legend>
      <button type="button" data-choose="smaller" aria-label={words.smallerText} title={words.smallerText}>
        {words.textSizeLetter}
      </button>
      <button type="button" data-choose="larger" aria-label={words.largerText} title={words.largerText}>
        {words.textSizeLetter}
      </button>
    </fieldset>
  );
}
