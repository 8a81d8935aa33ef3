import { rule } from "../rule.ts";

/** Rules of the copy desk about marks: punctuation, and digits and letters of the wrong width. */
export const copyRules = {
  "half-width-mark": rule<{ mark: string; right: string; around: string }>({
    severity: "warning",
    reason:
      "Chinese text has full-width marks (GB/T 15834-2011, 5.1.1); half-width ones come of a keyboard left in English.",
    zh: ({ mark, right, around }) => ({
      message: `“${around}”是中文，却用了半角的“${mark}”。`,
      remedy: mark === "." ? "改为“。”；人名中间用“·”。" : `改为“${right}”。`,
    }),
    en: ({ mark, right, around }) => ({
      message: `“${around}” is Chinese, but has a half-width “${mark}”.`,
      remedy: mark === "." ? "Write “。”, or “·” inside a name." : `Write “${right}”.`,
    }),
  }),
  "half-width-bracket": rule<{ text: string; mark: string }>({
    severity: "warning",
    reason: "Brackets in Chinese text are full-width (GB/T 15834-2011, 4.9 and 5.1.4), both halves alike.",
    zh: ({ text, mark }) => ({
      message: `“${text}”是中文里的括号，却用了半角的“${mark}”。`,
      remedy: "改为“（”“）”，括号外面不留空格。",
    }),
    en: ({ text, mark }) => ({
      message: `“${text}” is a bracket in Chinese text, but has a half-width “${mark}”.`,
      remedy: "Write （ ）, without spaces around them.",
    }),
  }),
  "mark-unpaired": rule<{ mark: string; other: string; around: string }>({
    severity: "warning",
    reason:
      "A bracket or quote without its other half leaves readers guessing where it ends (GB/T 15834-2011, 4.8, 4.9, 4.15).",
    zh: ({ mark, other, around }) => ({
      message: `“${around}”里的“${mark}”在这一段里没有配对的“${other}”。`,
      remedy: `补上“${other}”，或删去“${mark}”。`,
    }),
    en: ({ mark, other, around }) => ({
      message: `The “${mark}” in “${around}” has no “${other}” in its paragraph.`,
      remedy: `Add the “${other}”, or delete the “${mark}”.`,
    }),
  }),
  "quote-nesting": rule<{ text: string; right: string }>({
    severity: "warning",
    reason: "Marks inside marks of the same kind cannot be told apart (GB/T 15834-2011, 4.8.3.3 and 4.15.3.4).",
    zh: ({ text, right }) => ({
      message: `“${text}”外面已经有一层同样的标点。`,
      remedy: `里面一层改用“${right[0]}”和“${right[1]}”。`,
    }),
    en: ({ text, right }) => ({
      message: `“${text}” stands inside another pair of the same marks.`,
      remedy: `Write ${right[0]} and ${right[1]} for the inner pair.`,
    }),
  }),
  "straight-quote": rule<{ text: string; right: string }>({
    severity: "warning",
    reason: "Straight quotes are a typewriter’s; Chinese text has curved ones (GB/T 15834-2011, 4.8.2).",
    zh: ({ text, right }) => ({
      message: `“${text}”用了直引号。`,
      remedy: `改为“${right[0]}”和“${right[1]}”。`,
    }),
    en: ({ text, right }) => ({
      message: `“${text}” has straight quotes.`,
      remedy: `Write ${right[0]} and ${right[1]}.`,
    }),
  }),
  "dots-for-ellipsis": rule<{ written: string; around: string }>({
    severity: "warning",
    reason: "An ellipsis is six dots in the room of two characters (GB/T 15834-2011, 4.11.2 and 5.1.5).",
    zh: ({ written, around }) => ({
      message: `“${around}”里的省略号写成了“${written}”。`,
      remedy: "改为“……”。",
    }),
    en: ({ written, around }) => ({
      message: `The ellipsis in “${around}” is written “${written}”.`,
      remedy: "Write “……”.",
    }),
  }),
  "hyphens-for-dash": rule<{ written: string; around: string }>({
    severity: "warning",
    reason: "A dash is one line in the room of two characters (GB/T 15834-2011, 4.10.2 and 5.1.5).",
    zh: ({ written, around }) => ({
      message: `“${around}”里的破折号写成了“${written}”。`,
      remedy: "改为“——”，前后不留空格。",
    }),
    en: ({ written, around }) => ({
      message: `The dash in “${around}” is written “${written}”.`,
      remedy: "Write “——”, without spaces around it.",
    }),
  }),
  "full-width-letter": rule<{ written: string; right: string }>({
    severity: "warning",
    reason:
      "Digits and letters as wide as a Han character cannot be searched for, and break numbers apart (GB/T 15835-2011, 5.1.1).",
    zh: ({ written, right }) => ({ message: `“${written}”是全角的数字或字母。`, remedy: `改为半角的“${right}”。` }),
    en: ({ written, right }) => ({
      message: `“${written}” has full-width digits or letters.`,
      remedy: `Write “${right}”.`,
    }),
  }),
  "particle-twice": rule<{ written: string; around: string }>({
    severity: "warning",
    reason: "A particle typed twice is a slip that no spelling checker sees.",
    zh: ({ written, around }) => ({
      message: `“${around}”里的“${written}”像是重复了。`,
      remedy: "如果不是有意如此，删去一个字。",
    }),
    en: ({ written, around }) => ({
      message: `“${written}” in “${around}” looks typed twice.`,
      remedy: "Unless it is meant, delete one of them.",
    }),
  }),
  "sentence-twice": rule<{ text: string }>({
    severity: "warning",
    reason: "A sentence that follows itself was pasted twice.",
    zh: ({ text }) => ({ message: `“${text}”这一句连着出现了两次。`, remedy: "删去其中一句。" }),
    en: ({ text }) => ({ message: `The sentence “${text}” follows itself.`, remedy: "Delete one of the two." }),
  }),
  "paragraph-twice": rule<{ text: string }>({
    severity: "warning",
    reason: "A paragraph that the text has had already was pasted twice.",
    zh: ({ text }) => ({ message: `“${text}”这一段前面已经有了。`, remedy: "删去其中一段。" }),
    en: ({ text }) => ({
      message: `The paragraph “${text}” stands further up already.`,
      remedy: "Delete one of the two.",
    }),
  }),
} as const;
