import { rule } from "../rule.ts";

/** Rules of the copy desk about an article beside its own front matter. */
export const copyArticleRules = {
  "title-long": rule<{ length: string; limit: string }>({
    severity: "warning",
    reason:
      "A headline of more than 30 字 fills three lines on a telephone and is cut short in lists and search results.",
    zh: ({ length, limit }) => ({
      message: `标题有 ${length} 字，超过 ${limit} 字（英文字母两个算一字）。`,
      remedy: "缩短标题，或把一部分移到 kicker（眉题）或 subtitle（副题）。",
    }),
    en: ({ length, limit }) => ({
      message: `The headline is ${length} characters long, more than ${limit} (two Latin letters count one).`,
      remedy: "Shorten it, or move a part into kicker or subtitle.",
    }),
  }),
  "title-in-body": rule<{ text: string }>({
    severity: "warning",
    reason: "Pages print the headline; a body that begins with it shows it twice.",
    zh: ({ text }) => ({ message: `正文里又写了一遍标题：“${text}”。`, remedy: "从正文里删去这一行，标题由程序印。" }),
    en: ({ text }) => ({
      message: `The body says the headline again: “${text}”.`,
      remedy: "Delete this line; the page prints the headline.",
    }),
  }),
  "byline-in-body": rule<{ text: string }>({
    severity: "warning",
    reason: "Pages print the byline from the front matter; a body that says it again shows it twice.",
    zh: ({ text }) => ({ message: `正文里又写了一遍署名：“${text}”。`, remedy: "从正文里删去这一行，署名由程序印。" }),
    en: ({ text }) => ({
      message: `The body says the byline again: “${text}”.`,
      remedy: "Delete this line; the page prints the byline.",
    }),
  }),
  "affiliation-in-body": rule<{ text: string; affiliation: string }>({
    severity: "warning",
    reason:
      "An affiliation belongs to its author: in the front matter it reaches the author's page, feeds and search engines.",
    zh: ({ text, affiliation }) => ({
      message: `作者单位写在了正文里：“${text}”。`,
      remedy: `移到前置信息的 author：{ name: …, affiliation: ${affiliation} }，再从正文删去这一行。`,
    }),
    en: ({ text, affiliation }) => ({
      message: `The author's affiliation stands in the body: “${text}”.`,
      remedy: `Move it to author in the front matter, { name: …, affiliation: ${affiliation} }, and delete this line.`,
    }),
  }),
  "dateline-after-date": rule<{ dateline: string; date: string }>({
    severity: "warning",
    reason: "News cannot be sent after it was published: one of the two dates is wrong.",
    zh: ({ dateline, date }) => ({
      message: `电头“${dateline}”晚于发布日期 ${date}。`,
      remedy: "核对后改电头，或改前置信息里的 date。",
    }),
    en: ({ dateline, date }) => ({
      message: `The dateline “${dateline}” is later than the date of publication, ${date}.`,
      remedy: "Check both and correct the dateline, or date in the front matter.",
    }),
  }),
  "weekday-wrong": rule<{ written: string; weekday: string; year: string }>({
    severity: "warning",
    reason: "A weekday that contradicts its date makes readers miss the day; one of the two is wrong.",
    zh: ({ written, weekday, year }) => ({
      message: `“${written}”：${year} 年的这一天是${weekday}。`,
      remedy: "核对后改日期或星期。",
    }),
    en: ({ written, weekday, year }) => ({
      message: `“${written}”: in ${year} this day is a ${weekdayEn(weekday)}.`,
      remedy: "Check and correct the date or the weekday.",
    }),
  }),
  "picture-alt": rule<{ src: string }>({
    severity: "warning",
    reason: "Who cannot see a picture is told what it shows by its alternative text (WCAG 2.2, 1.1.1).",
    zh: ({ src }) => ({
      message: `图片“${src}”没有说明图里有什么。`,
      remedy: "在方括号里（题图写在 alt 里）写一句图里有什么；纯装饰的图不要写说明文字。",
    }),
    en: ({ src }) => ({
      message: `Nothing says what the picture “${src}” shows.`,
      remedy: "Say it between the square brackets (for a lead picture, in alt); a mere ornament has no caption.",
    }),
  }),
} as const;

function weekdayEn(weekday: string): string {
  const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  return days["日一二三四五六".indexOf(weekday.slice(-1))] ?? weekday;
}
