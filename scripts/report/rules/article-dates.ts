import { rule } from "../rule.ts";
import { fieldEn, fieldZh } from "./article-words.ts";

/** Rules about dates and their order. `right`, `first` and `second` are dates in an accepted form, or empty. */
export const dateRules = {
  "date-form": rule<{ field: string; text: string; right: string }>({
    severity: "error",
    reason:
      "Dates are read strictly: one written in another form is guessed differently by each reader (SAFETY item 6).",
    zh: ({ field, text, right }) => ({
      message: `${fieldZh(field)} 的“${text}”不是认得的日期写法。`,
      remedy: right === "" ? "写成 2020-03-27 08:31、2020-03-27 或 2020年3月27日 08:31 这样。" : `写成“${right}”。`,
    }),
    en: ({ field, text, right }) => ({
      message: `${fieldEn(field)}: “${text}” is not a date in a known form.`,
      remedy: right === "" ? "Write it as 2020-03-27 08:31 or 2020-03-27." : `Write “${right}”.`,
    }),
  }),
  "date-impossible": rule<{ field: string; text: string; right: string }>({
    severity: "error",
    reason: "A day or an hour that does not exist is a typing error (SAFETY item 6).",
    zh: ({ field, text, right }) => ({
      message: `${fieldZh(field)} 的“${text}”这个时间不存在。`,
      remedy: right === "" ? "核对年月日和时分秒；年份用四位数，从 1000 到 9999。" : `核对后改正，例如“${right}”。`,
    }),
    en: ({ field, text, right }) => ({
      message: `${fieldEn(field)}: there is no such time as “${text}”.`,
      remedy:
        right === ""
          ? "Check its parts; years have four digits, 1000 to 9999."
          : `Check and mend it, for instance “${right}”.`,
    }),
  }),
  "date-skipped": rule<{ field: string; text: string; zone: string; right: string }>({
    severity: "error",
    reason: "Clocks that are put forward never show the hour they jump over (SAFETY item 6).",
    zh: ({ field, text, zone, right }) => ({
      message: `${fieldZh(field)} 的“${text}”在 ${zone} 不存在：那时钟表拨快了。`,
      remedy: `核对后改正，例如“${right}”。`,
    }),
    en: ({ field, text, zone, right }) => ({
      message: `${fieldEn(field)}: “${text}” does not exist in ${zone}, where clocks were put forward then.`,
      remedy: `Check and mend it, for instance “${right}”.`,
    }),
  }),
  "date-ambiguous": rule<{ field: string; text: string; zone: string; first: string; second: string }>({
    severity: "error",
    reason: "Clocks that are put back show an hour twice; only an offset tells which is meant (SAFETY item 6).",
    zh: ({ field, text, zone, first, second }) => ({
      message: `${fieldZh(field)} 的“${text}”在 ${zone} 有两次：那时钟表拨慢了。`,
      remedy: `写成“${first}”（前一次）或“${second}”（后一次）。`,
    }),
    en: ({ field, text, zone, first, second }) => ({
      message: `${fieldEn(field)}: “${text}” came twice in ${zone}, where clocks were put back then.`,
      remedy: `Write “${first}” (the first) or “${second}” (the second).`,
    }),
  }),
  "updated-before-date": rule<{ updated: string; date: string }>({
    severity: "error",
    reason: "An update follows what it updates (SAFETY item 6).",
    zh: ({ updated, date }) => ({
      message: `updated（${updated}）不晚于 date（${date}）。`,
      remedy: "改成更晚的时间（同一天的，写上钟点），或删去 updated。",
    }),
    en: ({ updated, date }) => ({
      message: `updated (${updated}) is not later than date (${date}).`,
      remedy: "Give a later time (with the hour, on the same day), or delete updated.",
    }),
  }),
  "correction-before-date": rule<{ correction: string; date: string }>({
    severity: "error",
    reason: "A correction cannot precede its article (SAFETY item 6).",
    zh: ({ correction, date }) => ({
      message: `更正（${correction}）早于 date（${date}）。`,
      remedy: "改正更正的日期。",
    }),
    en: ({ correction, date }) => ({
      message: `The correction (${correction}) is earlier than date (${date}).`,
      remedy: "Mend the date of the correction.",
    }),
  }),
  "retraction-before-date": rule<{ retraction: string; date: string }>({
    severity: "error",
    reason: "A retraction cannot precede its article (SAFETY item 6).",
    zh: ({ retraction, date }) => ({
      message: `撤稿（${retraction}）早于 date（${date}）。`,
      remedy: "改正 retracted 的日期。",
    }),
    en: ({ retraction, date }) => ({
      message: `The retraction (${retraction}) is earlier than date (${date}).`,
      remedy: "Mend the date in retracted.",
    }),
  }),
  "expires-before-date": rule<{ expires: string; date: string }>({
    severity: "error",
    reason: "An article that expires before it appears is never seen.",
    zh: ({ expires, date }) => ({
      message: `expires（${expires}）不晚于 date（${date}）。`,
      remedy: "改成更晚的时间，或删去 expires。",
    }),
    en: ({ expires, date }) => ({
      message: `expires (${expires}) is not later than date (${date}).`,
      remedy: "Give a later time, or delete expires.",
    }),
  }),
} as const;
