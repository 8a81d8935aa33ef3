import type { Frame } from "../../scripts/edition/page.ts";
import { urlPath } from "../../scripts/text/brands.ts";

/** How a sample says a text: unchanged, or made hostile for the tests of escaping. */
export type Say = (text: string) => string;

/** Says a text unchanged. */
export const plainly: Say = (text) => text;

/** The frame of an invented weekly at the root of its host, with everything a masthead can give. */
export function sampleFrame(say: Say = plainly): Frame {
  return {
    title: say("版心周刊"),
    description: say("谈书、城市与公共生活"),
    language: "zh-Hans",
    address: "https://banxin.example/",
    base: "/",
    owner: say("版心周刊社"),
    editor: say("林知远"),
    contact: "bianji@banxin.example",
    since: say("2019"),
    licences: [
      { text: say("京ICP备00000000号"), url: "https://beian.example/" },
      { text: say("网络出版许可证（样）第000号") },
    ],
    navigation: [
      { title: say("理论"), path: urlPath("/theory/") },
      { title: say("城市"), path: urlPath("/city/") },
      { title: say("读书"), path: urlPath("/books/") },
      { title: say("征稿启事"), path: urlPath("/contribute/") },
    ],
    icon: urlPath("/favicon.svg"),
    logo: undefined,
    stylesheet: urlPath("/assets/banxin.css"),
    searchScript: urlPath("/assets/search.js"),
    choicesScript: urlPath("/assets/choices.js"),
    controlsScript: urlPath("/assets/controls.js"),
    policy: "default-src 'none'",
    isPreview: false,
  };
}

/** The frame of a publication that gives nothing but what it must. */
export const bareFrame: Frame = {
  title: "小报",
  language: "zh-Hans",
  address: "https://paper.example/",
  base: "/",
  owner: "小报社",
  licences: [],
  navigation: [],
  stylesheet: urlPath("/style.css"),
  searchScript: urlPath("/search.js"),
  choicesScript: urlPath("/choices.js"),
  controlsScript: urlPath("/controls.js"),
  policy: "default-src 'none'",
  isPreview: false,
};
