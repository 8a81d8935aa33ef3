import { rule } from "../rule.ts";

/** Rules about the masthead and the registers of a publication. */
export const publicationRules = {
  "zone-unknown": rule<{ zone: string; nearest: string }>({
    severity: "error",
    reason: "Every wall-clock time is read in this zone (IANA time zone database).",
    zh: ({ zone, nearest }) => ({
      message: `没有名为“${zone}”的时区。`,
      remedy: nearest === "" ? "写成“洲/城市”，如 Asia/Shanghai。" : `写成“${nearest}”。`,
    }),
    en: ({ zone, nearest }) => ({
      message: `There is no time zone called “${zone}”.`,
      remedy: nearest === "" ? "Write continent and city, such as Asia/Shanghai." : `Write “${nearest}”.`,
    }),
  }),
  "site-address-form": rule<{ address: string }>({
    severity: "error",
    reason: "Absolute addresses in feeds, site maps and cards begin with it.",
    zh: ({ address }) => ({
      message: `“${address}”不是网站的地址。`,
      remedy: "写成 https://example.org/ 或 https://example.org/paper/ 这样，不带 ?、# 和用户名。",
    }),
    en: ({ address }) => ({
      message: `“${address}” is not the address of a site.`,
      remedy: "Write it as https://example.org/ or https://example.org/paper/, without ?, # or a user name.",
    }),
  }),
  "source-id-form": rule<{ id: string }>({
    severity: "error",
    reason: "A source's id is part of an address.",
    zh: ({ id }) => ({
      message: `来源的代号“${id}”不能用在地址里。`,
      remedy: "只用小写字母、数字和连字符，如 guangming。",
    }),
    en: ({ id }) => ({
      message: `The source id “${id}” cannot stand in an address.`,
      remedy: "Use lower-case letters, digits and hyphens only.",
    }),
  }),
  "source-name-twice": rule<{ name: string; id: string }>({
    severity: "error",
    reason: "Articles name sources by id or by name; one name for two sources cannot be told apart.",
    zh: ({ name, id }) => ({
      message: `“${name}”已经是来源 ${id} 的代号或名称。`,
      remedy: "合并这两个来源，或改一个名称。",
    }),
    en: ({ name, id }) => ({
      message: `“${name}” is already the id or the name of the source ${id}.`,
      remedy: "Join the two sources, or change one name.",
    }),
  }),
  "word-same": rule<{ word: string }>({
    severity: "error",
    reason: "A house rule that replaces a word by itself asks for nothing.",
    zh: ({ word }) => ({ message: `“${word}”的正确写法还是它自己。`, remedy: "改正其中一个写法，或删去这一行。" }),
    en: ({ word }) => ({
      message: `The right wording for “${word}” is the same word.`,
      remedy: "Mend one of the two, or delete the line.",
    }),
  }),
  "introduction-twice": rule({
    severity: "error",
    reason: "Of two introductions nobody can say which is meant.",
    zh: () => ({ message: "既有 intro，又有正文。", remedy: "把 intro 并入正文，删去这个字段。" }),
    en: () => ({
      message: "There are both intro and a text.",
      remedy: "Move intro into the text and delete the field.",
    }),
  }),
  "life-twice": rule({
    severity: "error",
    reason: "Of two lives nobody can say which is meant.",
    zh: () => ({ message: "既有 text，又有正文。", remedy: "把 text 并入正文，删去这个字段。" }),
    en: () => ({
      message: "There are both text and a text below the fields.",
      remedy: "Move text below the fields and delete the field.",
    }),
  }),
} as const;
