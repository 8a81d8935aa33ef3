import type { Language } from "../text/language.ts";
import type { LinkVerdict } from "./link-verdict.ts";
import type { LinkKind } from "./outward-links.ts";

/** The fixed words of the report page, and of what the command says. */
export interface ReportWords {
  readonly title: string;
  readonly summary: (links: number, hosts: number) => string;
  readonly asOf: string;
  /** What each list is called, and what to do about it; no word where a list is not shown. */
  readonly verdicts: Readonly<Record<Exclude<LinkVerdict, "alive">, readonly [heading: string, advice: string]>>;
  readonly kinds: Readonly<Record<LinkKind, string>>;
  readonly reasons: Readonly<Record<"guarded" | "robots" | "busy" | "private" | "chain", string>>;
  readonly since: (day: string, runs: number) => string;
  readonly movedTo: string;
  readonly copy: string;
  readonly noCopy: string;
  readonly seconds: (seconds: string) => string;
  /** Says that so many more are in a list. */
  readonly leftOff: (links: number) => string;
  readonly allWell: string;
  /** Instead, where only some rules were asked for. */
  readonly noneOfThese: string;
  readonly asking: string;
  readonly done: (asked: number, left: number, report: string) => string;
  readonly offline: string;
  /** Says that a host was given up, and so many of its addresses not asked. */
  readonly silent: (host: string, left: number) => string;
  readonly interrupted: string;
}

const zhHans: ReportWords = {
  title: "外部链接",
  summary: (links, hosts) => `共 ${links} 个网址，分属 ${hosts} 个网站。`,
  asOf: "截至",
  verdicts: {
    dead: ["打不开了", "几天里多次试过都不行。来源的网址留着，加一行 archive；正文里的换成存档或新地址。"],
    moved: ["永久搬走", "打开看一看，是同一篇就改成新地址。"],
    failing: ["暂时打不开", "还不算数：再过几天仍然打不开，才列到“打不开了”。"],
    slow: ["很慢", "五秒以上才有回答。"],
    unclear: ["程序看不出", "对方不让程序看，请自己打开看看。"],
    archived: ["打不开了，已附存档", "不用再做什么。"],
    unasked: ["还没有问到", "下一次接着问。"],
  },
  kinds: { text: "正文", picture: "图片", source: "来源", register: "sources.yaml", masthead: "刊头" },
  reasons: {
    guarded: "对方不让程序看",
    robots: "对方的 robots.txt 不让看",
    busy: "对方太忙",
    private: "不是公开的网址",
    chain: "证书链不全",
  },
  since: (day, runs) => `${day} 起，试过 ${runs} 次`,
  movedTo: "新地址",
  copy: "存档",
  noCopy: "互联网档案馆没有存档",
  seconds: (seconds) => `${seconds} 秒`,
  leftOff: (links) => `还有 ${links} 个没有列出。`,
  allWell: "问到的网址都好。",
  noneOfThese: "没有这一类的网址。",
  asking: "外部链接",
  done: (asked, left, report) => `问了 ${asked} 个网址${left > 0 ? `，${left} 个留到下次` : ""}。报告：${report}`,
  offline: "没有一个网址有回答：多半是这里没有网络，这一次不作数。",
  silent: (host, left) => `${host} 接连几次没有回答，另有 ${left} 个网址这一次没有再问，留到下次。`,
  interrupted: "中断了，没有问完。",
};

const zhHant: ReportWords = {
  title: "外部連結",
  summary: (links, hosts) => `共 ${links} 個網址，分屬 ${hosts} 個網站。`,
  asOf: "截至",
  verdicts: {
    dead: ["打不開了", "幾天裏多次試過都不行。來源的網址留着，加一行 archive；正文裏的換成存檔或新地址。"],
    moved: ["永久搬走", "打開看一看，是同一篇就改成新地址。"],
    failing: ["暫時打不開", "還不算數：再過幾天仍然打不開，才列到「打不開了」。"],
    slow: ["很慢", "五秒以上才有回答。"],
    unclear: ["程式看不出", "對方不讓程式看，請自己打開看看。"],
    archived: ["打不開了，已附存檔", "不用再做什麼。"],
    unasked: ["還沒有問到", "下一次接着問。"],
  },
  kinds: { text: "正文", picture: "圖片", source: "來源", register: "sources.yaml", masthead: "刊頭" },
  reasons: {
    guarded: "對方不讓程式看",
    robots: "對方的 robots.txt 不讓看",
    busy: "對方太忙",
    private: "不是公開的網址",
    chain: "憑證鏈不全",
  },
  since: (day, runs) => `${day} 起，試過 ${runs} 次`,
  movedTo: "新地址",
  copy: "存檔",
  noCopy: "網際網路檔案館沒有存檔",
  seconds: (seconds) => `${seconds} 秒`,
  leftOff: (links) => `還有 ${links} 個沒有列出。`,
  allWell: "問到的網址都好。",
  noneOfThese: "沒有這一類的網址。",
  asking: "外部連結",
  done: (asked, left, report) => `問了 ${asked} 個網址${left > 0 ? `，${left} 個留到下次` : ""}。報告：${report}`,
  offline: "沒有一個網址有回答：多半是這裏沒有網路，這一次不作數。",
  silent: (host, left) => `${host} 接連幾次沒有回答，另有 ${left} 個網址這一次沒有再問，留到下次。`,
  interrupted: "中斷了，沒有問完。",
};

const en: ReportWords = {
  title: "Links to other sites",
  summary: (links, hosts) => `${links} addresses on ${hosts} sites.`,
  asOf: "As of",
  verdicts: {
    dead: ["Dead", "Tried again and again over days. Keep a source’s url and add archive; in texts, link to the copy."],
    moved: ["Moved for good", "Look, and if it is the same text write the new address."],
    failing: ["Failing", "Not counted yet: what still fails in some days is listed as dead."],
    slow: ["Slow", "More than five seconds for an answer."],
    unclear: ["No program can tell", "They keep programs out; look for yourself."],
    archived: ["Dead, with an archived copy beside it", "Nothing is left to do."],
    unasked: ["Not asked yet", "The next run goes on from there."],
  },
  kinds: { text: "text", picture: "picture", source: "source", register: "sources.yaml", masthead: "masthead" },
  reasons: {
    guarded: "they keep programs out",
    robots: "their robots.txt says no",
    busy: "they are too busy",
    private: "not an address of the open net",
    chain: "their chain of certificates is incomplete",
  },
  since: (day, runs) => `since ${day}, tried ${runs} times`,
  movedTo: "New address",
  copy: "Archived copy",
  noCopy: "The Internet Archive has no copy",
  seconds: (seconds) => `${seconds} s`,
  leftOff: (links) => `${links} more are not listed.`,
  allWell: "Every address that was asked is well.",
  noneOfThese: "There is no such address.",
  asking: "Links",
  done: (asked, left, report) =>
    `${asked} addresses asked${left > 0 ? `, ${left} left for the next run` : ""}. Report: ${report}`,
  offline: "Not one address answered: most likely there is no network here, and this run does not count.",
  silent: (host, left) =>
    `${host} kept silent several times in a row; ${left} more addresses were not asked in this run and are left for the next.`,
  interrupted: "Interrupted before all were asked.",
};

/** The words of the report in the masthead's language. */
export function reportWords(language: Language): ReportWords {
  return { "zh-Hans": zhHans, "zh-Hant": zhHant, en }[language];
}
