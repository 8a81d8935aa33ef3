import { rule } from "../rule.ts";

/** Rules of the copy desk that are off unless `check --all-rules` asks for them. */
export const copyOptionalRules = {
  "pause-mark": rule<{ written: string; around: string }>({
    severity: "warning",
    isOptional: true,
    reason:
      "Between quotes or titles side by side there is usually no 、 (GB/T 15834-2011, 4.5.3.5); many houses keep it.",
    zh: ({ written, around }) => ({
      message: `“${around}”：并列的引号、书名号之间通常不用顿号。`,
      remedy: `把“${written}”改为“${written.replace("、", "")}”。`,
    }),
    en: ({ written, around }) => ({
      message: `“${around}”: between quotes or titles side by side there is usually no 、.`,
      remedy: `Write “${written.replace("、", "")}”.`,
    }),
  }),
  "numeral-form": rule<{ written: string; around: string }>({
    severity: "warning",
    isOptional: true,
    reason:
      "GB/T 15835-2011 says where numerals are Arabic and where Chinese; publications differ in how closely they follow it.",
    zh: ({ written, around }) => ({
      message: `“${around}”里的“${written}”不合《出版物上数字用法》。`,
      remedy: "概数用汉字（三四天、十几个）；计量和日期里的数字用阿拉伯数字，前后一致。",
    }),
    en: ({ written, around }) => ({
      message: `“${written}” in “${around}” is not as GB/T 15835 has numerals.`,
      remedy: "Write round numbers in Chinese (三四天, 十几个), measures and dates in Arabic numerals throughout.",
    }),
  }),
  "credit-missing": rule<{ src: string }>({
    severity: "warning",
    isOptional: true,
    reason: "Who made a picture is named beside it (Copyright Law of the PRC, article 10).",
    zh: ({ src }) => ({
      message: `图片“${src}”没有写摄影者或作者。`,
      remedy: "在说明文字后面写“ | 摄影者”（题图写在 credit 里）。",
    }),
    en: ({ src }) => ({
      message: `Nobody is credited for the picture “${src}”.`,
      remedy: "Write “ | name” behind its caption (for a lead picture, in credit).",
    }),
  }),
  "name-spelling": rule<{ name: string; usual: string; count: string }>({
    severity: "warning",
    isOptional: true,
    reason: "A foreign name transcribed in two ways looks like two people, and cannot be searched for.",
    zh: ({ name, usual, count }) => ({
      message: `“${name}”与全刊用过 ${count} 次的“${usual}”只差一个字。`,
      remedy: `如果是同一个人，改为“${usual}”。`,
    }),
    en: ({ name, usual, count }) => ({
      message: `“${name}” differs in one character from “${usual}”, which the publication has used ${count} times.`,
      remedy: `If both are one person, write “${usual}”.`,
    }),
  }),
} as const;
