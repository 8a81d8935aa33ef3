import { rule } from "../rule.ts";

/** Rules about a file's characters, whatever they say: how it is saved, what cannot be seen, what is garbled, house style. */
export const textRules = {
  "text-too-large": rule<{ size: string; limit: string }>({
    severity: "error",
    reason: "A text beyond any article's length is a mistake or an attack, and slows every later step.",
    zh: ({ size, limit }) => ({
      message: `这个文件有 ${size} MiB，超过了 ${limit} MiB 的上限。`,
      remedy: "把它分成几篇文章。",
    }),
    en: ({ size, limit }) => ({
      message: `This file is ${size} MiB, more than the limit of ${limit} MiB.`,
      remedy: "Divide it into several articles.",
    }),
  }),
  "text-encoding": rule<{ encoding: string }>({
    severity: "error",
    reason: "Only UTF-8 is read; one clear sentence is better than a thousand damaged characters.",
    zh: ({ encoding }) => ({
      message: `这个文件是按 ${encoding} 编码保存的。`,
      remedy: "在编辑器里另存为 UTF-8 编码。",
    }),
    en: ({ encoding }) => ({
      message: `This file is saved as ${encoding}.`,
      remedy: "Save it as UTF-8 in your editor.",
    }),
  }),
  "text-not-utf8": rule<{ bytes: string }>({
    severity: "error",
    reason: "Bytes that are no UTF-8 have lost their meaning: a guess might publish another word.",
    zh: ({ bytes }) => ({
      message: `这里的字节 ${bytes} 不是 UTF-8 文字。`,
      remedy: "重新输入这里的文字，并把文件存为 UTF-8 编码。",
    }),
    en: ({ bytes }) => ({
      message: `The bytes ${bytes} here are not UTF-8 text.`,
      remedy: "Type the text here again and save the file as UTF-8.",
    }),
  }),
  "control-character": rule<{ code: string }>({
    severity: "error",
    reason: "Control characters cannot be seen, break feeds (XML 1.0 forbids them) and can deceive a terminal.",
    zh: ({ code }) => ({
      message: `这里有一个看不见的控制字符 ${code}。`,
      remedy: "删去它：从它前面的字到后面的字重新输入一遍。",
    }),
    en: ({ code }) => ({
      message: `There is an invisible control character here, ${code}.`,
      remedy: "Delete it: type the words around it again.",
    }),
  }),
  noncharacter: rule<{ code: string }>({
    severity: "error",
    reason: "Unicode reserves these code points for ever for use inside programs; they are no text (Unicode 23.7).",
    zh: ({ code }) => ({
      message: `这里的 ${code} 不是任何文字。`,
      remedy: "删去它：从它前面的字到后面的字重新输入一遍。",
    }),
    en: ({ code }) => ({
      message: `${code} here is no character at all.`,
      remedy: "Delete it: type the words around it again.",
    }),
  }),
  "bidi-control": rule<{ code: string }>({
    severity: "error",
    reason:
      "Direction overrides and isolates show readers another order than the one written, so text and links can lie.",
    zh: ({ code }) => ({
      message: `这里有一个看不见的文字方向控制符 ${code}，会让后面的文字换个顺序显示。`,
      remedy: "删去它：从它前面的字到后面的字重新输入一遍。",
    }),
    en: ({ code }) => ({
      message: `There is an invisible direction control here, ${code}, which shows what follows in another order.`,
      remedy: "Delete it: type the words around it again.",
    }),
  }),
  "invisible-character": rule<{ code: string }>({
    severity: "warning",
    reason: "Invisible characters pasted from other programs break searching, links and word counts.",
    zh: ({ code }) => ({
      message: `这里有一个看不见的${invisibleZh(code)} ${code}，出版时已略去。`,
      remedy: "从文件里删去它。",
    }),
    en: ({ code }) => ({
      message: `There is an invisible ${invisibleEn(code)} here, ${code}; it is left out in print.`,
      remedy: "Delete it from the file.",
    }),
  }),
  "replacement-character": rule<{ around: string }>({
    severity: "warning",
    reason: "U+FFFD stands where an earlier program lost a character.",
    zh: ({ around }) => ({
      message: `“${around}”里的“\ufffd”是丢失的字留下的记号。`,
      remedy: "对照原文，把丢失的字补上。",
    }),
    en: ({ around }) => ({
      message: `The “\ufffd” in “${around}” marks a character that was lost.`,
      remedy: "Put the lost character back from the original text.",
    }),
  }),
  mojibake: rule<{ text: string }>({
    severity: "warning",
    reason: "Text read in the wrong encoding and saved again is unreadable, and nobody notices until it is printed.",
    zh: ({ text }) => ({ message: `“${text}”像是乱码（保存时编码错了）。`, remedy: "对照原文，重新输入这段文字。" }),
    en: ({ text }) => ({
      message: `“${text}” looks garbled (it was saved in the wrong encoding).`,
      remedy: "Type this passage again from the original text.",
    }),
  }),
  "mixed-script": rule<{ character: string; usual: string; around: string; script: string }>({
    severity: "warning",
    reason: "A few characters of the other script in a sentence are left over from a half-done conversion.",
    zh: ({ character, usual, around, script }) => ({
      message: `“${around}”里的“${character}”是${script === "traditional" ? "繁体字，而本文用简体" : "简体字，而本文用繁体"}。`,
      remedy: `如果不是有意如此，改为“${usual}”。`,
    }),
    en: ({ character, usual, around, script }) => ({
      message: `“${character}” in “${around}” is ${script === "traditional" ? "Traditional, while this text is Simplified" : "Simplified, while this text is Traditional"}.`,
      remedy: `Unless it is meant, write “${usual}”.`,
    }),
  }),
  "house-style": rule<{ wrong: string; right: string; reason: string }>({
    severity: "warning",
    reason: "The publication spells a word one way; words.yaml says which.",
    zh: ({ wrong, right, reason }) => ({
      message: `“${wrong}”不合本刊用字${reason === "" ? "" : `（${reason}）`}。`,
      remedy: `改为“${right}”。`,
    }),
    en: ({ wrong, right, reason }) => ({
      message: `“${wrong}” is not house style${reason === "" ? "" : ` (${reason})`}.`,
      remedy: `Write “${right}”.`,
    }),
  }),
} as const;

function invisibleZh(code: string): string {
  switch (code) {
    case "U+200B":
      return "零宽空格";
    case "U+200C":
    case "U+200D":
      return "零宽连接符";
    case "U+2060":
      return "禁止换行符";
    case "U+FEFF":
      return "字节顺序标记";
    case "U+00AD":
      return "软连字符";
    default:
      return "字符";
  }
}

function invisibleEn(code: string): string {
  switch (code) {
    case "U+200B":
      return "zero-width space";
    case "U+200C":
    case "U+200D":
      return "joiner";
    case "U+2060":
      return "word joiner";
    case "U+FEFF":
      return "byte order mark";
    case "U+00AD":
      return "soft hyphen";
    default:
      return "character";
  }
}
