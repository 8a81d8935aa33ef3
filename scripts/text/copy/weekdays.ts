import type { CalendarDay, CopyFinding } from "./copy-finding.ts";
import type { RunningText } from "./running-text.ts";

/** 周一鸣先生 is a name. */
const dayThenWeekday =
  /(?:(\d{4})\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]\s?[（(，,]?\s?(?:星期|礼拜|周)([一二三四五六日天])(?![\u4e00-\u9fff]{1,2}(?:先生|女士|教授|老师|说|：))/gu;

const weekdayThenDay =
  /(?:星期|礼拜|周)([一二三四五六日天])\s?[（(，,]\s?(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/gu;

/** A text with more dates than that is a table; looking at all takes too long. */
const mostDates = 200;

const names = "日一二三四五六";

interface Dated {
  readonly index: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/**
 * `weekday-wrong`: a weekday beside a date on which it does not fall (proleptic Gregorian calendar).
 *
 * Without a year the one nearest to `published` is meant, or any the text has named before; without that day nothing is said.
 */
export function wrongWeekdays({ text, masked }: RunningText, published?: CalendarDay): readonly CopyFinding[] {
  if (!masked.includes("月") || !/[周期拜][一二三四五六日天]/u.test(masked)) return [];
  const named = yearsNamed(masked);
  return datesIn(masked).flatMap((each): readonly CopyFinding[] => {
    if (each.month < 1 || each.month > 12 || each.day < 1 || each.day > 31) return [];
    const years = each.year !== undefined ? [each.year] : yearsMeant(each, named, published);
    const fallsOn = years.map((year) => weekdayOf({ year, month: each.month, day: each.day }));
    const [first] = fallsOn;
    if (first === undefined || fallsOn.includes(each.weekday)) return [];
    const written = /^.*?(?:周|星期|礼拜)[一二三四五六日天](?:\s?[（(，,].*?[日号])?/u.exec(
      text.slice(each.index, each.index + 40),
    );
    const values = { written: written?.[0] ?? "", weekday: `星期${names[first]}`, year: String(years[0]) };
    return [{ rule: "weekday-wrong", index: each.index, values, mends: [] }];
  });
}

function datesIn(masked: string): readonly Dated[] {
  const after = [...masked.matchAll(dayThenWeekday)].map((match) => {
    const [, year, month, day, weekday = ""] = match;
    return dated(match.index, { year, month, day, weekday });
  });
  const before = [...masked.matchAll(weekdayThenDay)].map((match) => {
    const [, weekday = "", year, month, day] = match;
    return dated(match.index, { year, month, day, weekday });
  });
  return [...after, ...before].sort((a, b) => a.index - b.index).slice(0, mostDates);
}

function dated(
  index: number,
  parts: { year: string | undefined; month: string | undefined; day: string | undefined; weekday: string },
): Dated {
  const { year, month, day, weekday } = parts;
  const number = names.indexOf(weekday === "天" ? "日" : weekday);
  return {
    ...{ index, month: Number(month), day: Number(day), weekday: number },
    year: year === undefined ? undefined : Number(year),
  };
}

/** The years that a text names, each with the index where it does so first. */
function yearsNamed(masked: string): ReadonlyMap<number, number> {
  const named = new Map<number, number>();
  for (const { 1: year, index } of masked.matchAll(/(?<!\d)([12]\d{3})\s?年/gu)) {
    if (!named.has(Number(year))) named.set(Number(year), index);
  }
  return named;
}

function yearsMeant(
  { index, month, day }: Dated,
  named: ReadonlyMap<number, number>,
  published: CalendarDay | undefined,
): readonly number[] {
  if (published === undefined) return [];
  const before = [...named].filter(([, first]) => first < index).map(([year]) => year);
  return [nearestYear({ month, day }, published), ...before];
}

/** The year in which a day without one lies nearest to `published`. */
export function nearestYear({ month, day }: Omit<CalendarDay, "year">, published: CalendarDay): number {
  const months = (month - published.month) * 31 + day - published.day;
  if (months > 186) return published.year - 1;
  return months < -186 ? published.year + 1 : published.year;
}

/** 0 for Sunday to 6 (Sakamoto's method). */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7;
}
