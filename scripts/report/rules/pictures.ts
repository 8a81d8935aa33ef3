import { rule } from "../rule.ts";

/** Rules about the pictures an article, a column or the masthead shows. */
export const pictureRules = {
  "card-glyph": rule<{ character: string }>({
    severity: "warning",
    reason: "Social cards are drawn from one font, which has common Han, Latin letters and usual marks.",
    zh: ({ character }) => ({
      message: `分享卡片的字体里没有“${character}”，这篇文章用栏目的卡片。`,
      remedy: `换掉标题里的“${character}”，或给文章配一张 image。`,
    }),
    en: ({ character }) => ({
      message: `The face of social cards has no “${character}”; this article gets its column's card.`,
      remedy: `Replace “${character}” in the title, or give the article an image.`,
    }),
  }),
  "picture-missing": rule<{ src: string; nearest: string }>({
    severity: "error",
    reason: "A page must not show a broken picture.",
    zh: ({ src, nearest }) => ({
      message: `找不到图片“${src}”。`,
      remedy: nearest === "" ? "把图片文件放进来，或改正路径。" : `改为“${nearest}”（最接近）。`,
    }),
    en: ({ src, nearest }) => ({
      message: `There is no picture “${src}”.`,
      remedy: nearest === "" ? "Add the picture file, or correct the path." : `Write “${nearest}” (the nearest).`,
    }),
  }),
  "picture-damaged": rule<{ src: string }>({
    severity: "error",
    reason: "A picture that does not decode whole would be published half grey, or not at all.",
    zh: ({ src }) => ({ message: `图片“${src}”已损坏，打不开或不完整。`, remedy: "用完好的原图换下这个文件。" }),
    en: ({ src }) => ({
      message: `The picture “${src}” is damaged: it does not open, or not whole.`,
      remedy: "Replace the file with an intact original.",
    }),
  }),
  "picture-ending": rule<{ src: string; kind: string; right: string }>({
    severity: "error",
    reason: "Servers tell browsers a file's kind by its ending; a wrong one shows nothing.",
    zh: ({ src, kind, right }) => ({
      message: `图片“${src}”其实是 ${kind} 文件。`,
      remedy: `把它改名为“${right}”，引用处一并改。`,
    }),
    en: ({ src, kind, right }) => ({
      message: `The picture “${src}” is a ${kind} file.`,
      remedy: `Rename it to “${right}”, and where it is named too.`,
    }),
  }),
  "picture-too-large": rule<{ src: string; size: string; limit: string }>({
    severity: "error",
    reason: "A picture beyond these limits is a mistake or an attack on the memory of whoever decodes it.",
    zh: ({ src, size, limit }) => ({
      message: `图片“${src}”太大：${size}，上限是 ${limit}。`,
      remedy: "缩小图片再放进来。",
    }),
    en: ({ src, size, limit }) => ({
      message: `The picture “${src}” is too large: ${size}; the limit is ${limit}.`,
      remedy: "Make the picture smaller.",
    }),
  }),
  "picture-kind": rule<{ src: string }>({
    severity: "error",
    reason: "Only kinds that are decoded and re-encoded are published; an SVG file, for one, can carry scripts.",
    zh: ({ src }) => ({ message: `图片“${src}”不是可用的格式。`, remedy: "把它另存为 JPEG、PNG、WebP、AVIF 或 GIF。" }),
    en: ({ src }) => ({
      message: `The picture “${src}” is of a kind that cannot be used.`,
      remedy: "Save it as JPEG, PNG, WebP, AVIF or GIF.",
    }),
  }),
  "picture-remote": rule<{ src: string }>({
    severity: "error",
    reason: "A picture on another host can change or vanish, and tells that host who reads; masthead.md may allow it.",
    zh: ({ src }) => ({ message: `图片“${src}”在别的网站上。`, remedy: "把图片下载到文章旁边，引用本地文件。" }),
    en: ({ src }) => ({
      message: `The picture “${src}” is on another site.`,
      remedy: "Save the picture beside the article and name that file.",
    }),
  }),
} as const;
