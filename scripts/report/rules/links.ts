import { faultIn } from "../link-faults.ts";
import { rule } from "../rule.ts";

/** Rules about addresses of other sites, which only `check --links` asks. */
export const linkRules = {
  "link-dead": rule<{ href: string; fault: string; status: string; runs: string; copy: string; isSource: string }>({
    severity: "warning",
    reason:
      "Readers are led to nothing, and a source that cannot be looked up proves nothing. Called so only after failing in several runs over days.",
    zh: ({ href, fault, status, runs, copy, isSource }) => ({
      message: `“${href}”打不开了：${faultIn("zh-Hans", fault, status)}（几天里试过 ${runs} 次）。`,
      remedy: remedyZh(copy, isSource === "true"),
    }),
    en: ({ href, fault, status, runs, copy, isSource }) => ({
      message: `“${href}” is dead: ${faultIn("en", fault, status)} (tried ${runs} times over days).`,
      remedy: remedyEn(copy, isSource === "true"),
    }),
  }),
  "link-moved": rule<{ href: string; moved: string }>({
    severity: "warning",
    reason: "An address that has moved for good says where to; the old one will not lead there for ever.",
    zh: ({ href, moved }) => ({
      message: `“${href}”已经永久搬走。`,
      remedy: `打开新地址看一看，是同一篇就改成 ${moved}`,
    }),
    en: ({ href, moved }) => ({
      message: `“${href}” has moved for good.`,
      remedy: `Look at the new address, and if it is the same text write ${moved}`,
    }),
  }),
} as const;

function remedyZh(copy: string, isSource: boolean): string {
  if (copy === "") return "找到新地址就换上；找不到，去掉链接，留下文字。";
  if (isSource) return `网址留着，在 source 里加一行存档：archive: ${copy}`;
  return `先看存档，是同一篇就把链接换成 ${copy}`;
}

function remedyEn(copy: string, isSource: boolean): string {
  if (copy === "") return "Write its new address if there is one; otherwise keep the words and remove the link.";
  if (isSource) return `Keep the url and add the archived copy to the source: archive: ${copy}`;
  return `Look at the archived copy, and if it is the same text link to ${copy}`;
}
