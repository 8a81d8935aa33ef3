import { instant as asInstant, type Instant } from "../text/brands.ts";
import type { Language } from "../text/language.ts";
import type { Moment } from "./article.ts";
import { guessMoment } from "./moment-guess.ts";
import { firstInstantFrom, instantsOf, wallClock } from "./zone.ts";

/** A moment as read; or what is wrong with the text, and the form or forms that are probably meant (none where nobody can tell). */
export type MomentReading =
  | { readonly moment: Moment }
  | { readonly fault: "form" | "impossible" | "skipped" | "ambiguous"; readonly meant: readonly string[] };

/** Year, month, day, hour, minute, second as written; the month from 1. */
type Parts = readonly [number, number, number, number, number, number];

const wallForm = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?$/u;
const chineseForm = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?: (\d\d):(\d\d)(?::(\d\d))?)?$/u;
const isoForm = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|([+-])(\d\d):(\d\d))$/u;

/**
 * The moment that `text` names, on the wall clock of `zone` unless it carries its own offset.
 *
 * Forms: `2020-03-27`, `2020-03-27 08:31`, `2020-03-27 08:31:05`, the same as `2020年3月27日 08:31`, and ISO 8601 with an offset
 * (fractions of a second are dropped). Years 1000 to 9999. A day alone is its first minute. Faults: `form` (no such form),
 * `impossible` (30 February, 24:00), `skipped` and `ambiguous` (the clock jumps over it, or shows it twice).
 */
export function readMoment(text: string, zone: string): MomentReading {
  const wall = wallForm.exec(text) ?? chineseForm.exec(text);
  if (wall !== null) return readWallClock(wall, zone);
  const iso = isoForm.exec(text);
  if (iso !== null) return readIso(iso);
  const guess = guessMoment(text);
  const isGood = guess !== undefined && "moment" in readMoment(guess, zone);
  return { fault: "form", meant: isGood ? [guess] : [] };
}

/** `moment` for readers, in the words of `language` and no more exactly than it was given: `2020年3月27日 08:31:05`, `27 March 2020, 08:31`. */
export function printMoment(moment: Moment, zone: string, language: Language): string {
  const wall = new Date(wallClock(moment.instant, zone));
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  const isEnglish = language === "en";
  const date = isEnglish ? `${day} ${englishMonths[month]} ${year}` : `${year}年${month + 1}月${day}日`;
  if (moment.precision === "day") return date;
  const clock = wall.toISOString().slice(11, moment.precision === "minute" ? 16 : 19);
  return isEnglish ? `${date}, ${clock}` : `${date} ${clock}`;
}

/** `instant` in ISO 8601 with the offset of `zone`, to the second: `2020-03-27T08:31:00+08:00`. */
export function isoMoment(instant: Instant, zone: string): string {
  return isoOf(instant, zone);
}

/** True where `moment` lies before `other` as far as it was given: a day is before a minute of a later day, not of the same one. */
export function isBefore(moment: Moment, other: Moment, zone: string): boolean {
  return moment.instant < startOf(other.instant, moment.precision, zone);
}

/** True where `moment` is surely after `other`: a day alone is after the days before it only. */
export function isAfter(moment: Moment, other: Moment, zone: string): boolean {
  return moment.instant > startOf(other.instant, moment.precision, zone);
}

const englishMonths = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** Bounds of an instant given with an offset: in every zone its year still has four digits. */
const [earliest, latest] = [Date.UTC(1000, 0, 2), Date.UTC(9999, 11, 30)];

const lengths = { day: 86_400_000, minute: 60_000, second: 1000 } as const;

function startOf(instant: number, precision: Moment["precision"], zone: string): number {
  const wall = wallClock(instant, zone);
  return instant - (wall - Math.floor(wall / lengths[precision]) * lengths[precision]);
}

function readWallClock(match: RegExpExecArray, zone: string): MomentReading {
  const parts = partsOf(match);
  const precision = match[4] === undefined ? "day" : match[6] === undefined ? "minute" : "second";
  const wall = utcOf(parts);
  if (wall === undefined) return impossible(parts, precision);
  const [first, second] = instantsOf(wall, zone);
  if (precision === "day") return readDay(first ?? firstInstantFrom(wall, zone), wall, zone);
  if (first === undefined) return skipped(wall, precision, zone);
  if (second === undefined) return { moment: { instant: asInstant(first), precision } };
  return { fault: "ambiguous", meant: [isoOf(first, zone), isoOf(second, zone)] };
}

function readDay(first: number, wall: number, zone: string): MomentReading {
  if (wallClock(first, zone) - wall < lengths.day) return { moment: { instant: asInstant(first), precision: "day" } };
  return { fault: "skipped", meant: [writeWall(wallClock(first, zone), "day")] };
}

function skipped(wall: number, precision: Moment["precision"], zone: string): MomentReading {
  return { fault: "skipped", meant: [writeWall(wallClock(firstInstantFrom(wall, zone), zone), precision)] };
}

function readIso(match: RegExpExecArray): MomentReading {
  const parts = partsOf(match);
  const precision = match[6] === undefined ? "minute" : "second";
  const utc = utcOf(parts);
  const hours = Number(match[8] ?? 0);
  const minutes = Number(match[9] ?? 0);
  if (utc === undefined || hours > 14 || minutes > 59 || (match[7] === "-" && hours + minutes === 0)) {
    return { fault: "impossible", meant: [] };
  }
  const instant = utc - (hours * 60 + minutes) * (match[7] === "-" ? -60_000 : 60_000);
  if (instant < earliest || instant > latest) return { fault: "impossible", meant: [] };
  return { moment: { instant: asInstant(instant), precision } };
}

function partsOf(match: RegExpExecArray): Parts {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = match;
  return [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)];
}

/** Milliseconds since 1970 of `parts` read as UTC; nothing when no calendar or clock shows them. */
function utcOf([year, month, day, hour, minute, second]: Parts): number | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (day > daysIn(year, month)) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function impossible([year, month, day, hour, minute, second]: Parts, precision: Moment["precision"]): MomentReading {
  const lastDay = utcOf([year, month, 1, 0, 0, 0]) === undefined ? 0 : daysIn(year, month);
  const isMidnight = hour === 24 && minute === 0 && second === 0;
  const near = isMidnight
    ? utcOf([year, month, day, 0, 0, 0])
    : day > lastDay && day <= 31 && lastDay > 0
      ? utcOf([year, month, lastDay, hour, minute, second])
      : undefined;
  if (near === undefined) return { fault: "impossible", meant: [] };
  return { fault: "impossible", meant: [writeWall(isMidnight ? near + lengths.day : near, precision)] };
}

function writeWall(wall: number, precision: Moment["precision"]): string {
  const text = new Date(wall).toISOString();
  if (precision === "day") return text.slice(0, 10);
  return `${text.slice(0, 10)} ${text.slice(11, precision === "minute" ? 16 : 19)}`;
}

function isoOf(instant: number, zone: string): string {
  const wall = wallClock(instant, zone);
  const ahead = Math.round((wall - instant) / 60_000);
  const size = Math.abs(ahead);
  const offset = `${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  return `${new Date(wall).toISOString().slice(0, 19)}${ahead < 0 ? "-" : "+"}${offset}`;
}
