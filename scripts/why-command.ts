import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { WrongUsage } from "./command-line.ts";
import type { Progress } from "./report/progress.ts";
import { visible } from "./report/render-report.ts";
import type { CheckOptions } from "./site/check-content.ts";
import type { RelatedReason, RelatedRule, WhyRelated } from "./site/why-related.ts";
import type { Language } from "./text/language.ts";

/** What was typed behind `--why`. */
export interface WhyCall extends CheckOptions {
  readonly typed: string;
  readonly callersFolder: string;
}

/** Finds out why the articles on the related list of the one that was typed are there. Throws `WrongUsage` where it is no listed article. */
export async function why(call: WhyCall, progress: Progress): Promise<Required<WhyRelated>> {
  const { content, typed, callersFolder } = call;
  const { whyRelated } = await import("./site/why-related.ts");
  const near = resolve(callersFolder, typed);
  const path = existsSync(near) ? near : resolve(content, typed);
  const { problems, language, reasons } = await whyRelated(
    call,
    relative(content, path).replaceAll("\\", "/"),
    progress,
  );
  if (reasons !== undefined) return { problems, language, reasons };
  throw new WrongUsage(
    `--why ${typed}: 这里没有列在刊物里的文章 no article that is listed in the publication is there`,
  );
}

const ruleNames: Readonly<Record<"zh" | "en", Readonly<Record<RelatedRule, string>>>> = {
  zh: { pinned: "编辑指定", series: "同一系列", alike: "文字相近", recent: "本栏最新" },
  en: { pinned: "pinned by the editor", series: "same series", alike: "alike in text", recent: "new in its column" },
};

/** Reasons as lines of text, one article of the list after another. */
export function renderReasons(reasons: readonly RelatedReason[], language: Language): string {
  const names = ruleNames[language === "en" ? "en" : "zh"];
  const shared = language === "en" ? "shared: " : "都写到：";
  const between = language === "en" ? ", " : "、";
  const lines = reasons.map(({ title, path, rule, score, terms }, place) => {
    const how = score === undefined ? names[rule] : `${names[rule]} ${score.toFixed(3)}`;
    const what = terms.length === 0 ? "" : `\n    ${shared}${terms.join(between)}`;
    return `${place + 1}. ${visible(title)}  ${path}\n    ${how}${what}\n`;
  });
  const none = language === "en" ? "This article has no related list.\n" : "这篇文章没有相关文章。\n";
  return lines.length === 0 ? none : lines.join("");
}
