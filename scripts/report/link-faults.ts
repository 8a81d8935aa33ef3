/** Why a link does not lead to what it led to. */
export const linkFaults = ["status", "name", "refused", "certificate", "silent", "broken", "circle", "home"] as const;

/** One of `linkFaults`. */
export type LinkFault = (typeof linkFaults)[number];

/** What `fault` means, as the second half of a sentence; a status is named by its number. */
export function faultIn(language: "zh-Hans" | "zh-Hant" | "en", fault: string, status: string): string {
  const known = linkFaults.find((each) => each === fault) ?? "broken";
  return faults[known][language].replace("{status}", () => status);
}

const faults: Readonly<Record<LinkFault, Readonly<Record<"zh-Hans" | "zh-Hant" | "en", string>>>> = {
  status: {
    "zh-Hans": "对方答 HTTP {status}",
    "zh-Hant": "對方答 HTTP {status}",
    en: "the answer is HTTP {status}",
  },
  name: { "zh-Hans": "域名已经不在", "zh-Hant": "網域已經不在", en: "its host is no longer known" },
  refused: { "zh-Hans": "连不上对方服务器", "zh-Hant": "連不上對方伺服器", en: "its server cannot be reached" },
  certificate: { "zh-Hans": "证书无效或过期", "zh-Hant": "憑證無效或過期", en: "its certificate is wrong or expired" },
  silent: { "zh-Hans": "久等没有回答", "zh-Hant": "久等沒有回答", en: "it does not answer" },
  broken: { "zh-Hans": "回答残缺", "zh-Hant": "回答殘缺", en: "its answer is broken" },
  circle: { "zh-Hans": "转来转去没有尽头", "zh-Hant": "轉來轉去沒有盡頭", en: "its redirects have no end" },
  home: { "zh-Hans": "只剩转到首页", "zh-Hant": "只剩轉到首頁", en: "it leads to the home page only" },
};
