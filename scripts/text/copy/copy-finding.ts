import type { RuleName } from "../../report/rules.ts";

/** A piece of a text and what is put in its place: marks and spaces, never words. Indexes are UTF-16 units; `to` is exclusive. */
export interface Mend {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Something in a text that a copy editor would mark. */
export interface CopyFinding {
  readonly rule: RuleName;
  /** Where in the text, in UTF-16 units. */
  readonly index: number;
  /** What the rule's sentences quote. */
  readonly values: Readonly<Record<string, string>>;
  /** What mends it where that is certain; empty where only an editor can tell. */
  readonly mends: readonly Mend[];
}

/** A calendar day; the month from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The words around `index` to quote in a report: up to `length` characters of its line from `from` on. */
export function quoted(text: string, from: number, length = 12): string {
  const stretch = text.slice(from, from + 2 * length + 2).trimStart();
  const characters = [...(stretch.split("\n", 1)[0] ?? "").trimEnd()];
  return characters.length > length ? `${characters.slice(0, length).join("")}……` : characters.join("");
}

/** The character at `index` with up to 4 characters of its line on either side. */
export function around(text: string, index: number, length = 1): string {
  const before = text.slice(Math.max(0, index - 8), index);
  const after = text.slice(index + length, index + length + 8);
  const lead = [...before.slice(before.lastIndexOf("\n") + 1)].slice(-4).join("");
  const tail = [...(after.split("\n", 1)[0] ?? "")].slice(0, 4).join("");
  return (lead + text.slice(index, index + length) + tail).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, "").trim();
}
