import type { PrintedTime } from "../scripts/edition/page.ts";

/** The day of `time` as printed, without its clock: what readers choose by in a list. `datetime` keeps the whole. */
export function dayOf(time: PrintedTime): string {
  return time.text.replace(/,? \d\d:\d\d(?::\d\d)?$/u, "");
}
