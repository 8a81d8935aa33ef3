import { around, type CopyFinding } from "./copy-finding.ts";
import { isChinese, type RunningText } from "./running-text.ts";

/** What only some publications mind: `pause-mark` and `numeral-form`, in the order of the text. */
export function optionalFindings({ text, masked, paragraphs }: RunningText): readonly CopyFinding[] {
  return paragraphs
    .filter(isChinese)
    .flatMap(({ start, end }) =>
      patterns.flatMap(({ rule, pattern }) =>
        [...masked.slice(start, end).matchAll(pattern)].map(({ index, 0: written }): CopyFinding => {
          const at = start + index;
          return { rule, index: at, values: { written, around: around(text, at, written.length) }, mends: [] };
        }),
      ),
    )
    .sort((a, b) => a.index - b.index);
}

const han = "[一二三四五六七八九十百千万]";

const patterns = [
  // GB/T 15834-2011, 4.5.3.5: between quotes or titles that stand side by side there is usually no 、.
  { rule: "pause-mark", pattern: /[”’》〉]、[“‘《〈]/gu },
  // GB/T 15835-2011, 4.2.2: 三四天, 十几个.
  {
    rule: "numeral-form",
    pattern: /(?<![\d.])(?:1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9)(?=\s?[个天年月人次倍岁种名位家条])/gu,
  },
  { rule: "numeral-form", pattern: /\d+几(?=[个天年月人次倍岁种名位家条])/gu },
  // 4.3: one form within one date.
  {
    rule: "numeral-form",
    pattern: new RegExp(`\\d{4}\\s?年\\s?${han}{1,3}月|\\d{1,2}\\s?月\\s?${han}{1,3}[日号]`, "gu"),
  },
  // 4.1.1: Arabic numerals with unit symbols.
  { rule: "numeral-form", pattern: new RegExp(`${han}+\\s?(?:km|kg|cm|mm|m²|℃|%|GB|MB|kW)(?![A-Za-z])`, "gu") },
] as const;
