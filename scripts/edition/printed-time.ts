import type { Moment } from "../article/article.ts";
import { isoMoment, printMoment } from "../article/moment.ts";
import type { Language } from "../text/language.ts";
import type { PrintedTime } from "./page.ts";

/** In which zone and language times are printed: the publication's. */
export interface Clockface {
  readonly zone: string;
  readonly language: Language;
}

/** `moment` for readers, no more exact than it was given, and for machines. */
export function printedTime(moment: Moment, { zone, language }: Clockface): PrintedTime {
  return {
    datetime: isoMoment(moment.instant, zone),
    text: printMoment(moment, zone, language),
  };
}
