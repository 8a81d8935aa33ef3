import { rule } from "../rule.ts";

/** Rules about the Markdown and HTML of a body. */
export const markupRules = {
  "html-not-allowed": rule<{ tag: string }>({
    severity: "warning",
    reason:
      "Only a short list of HTML tags passes; all others could change the page or run code, and are printed as they are written.",
    zh: ({ tag }) => ({
      message: `“${tag}”不在可用的 HTML 标签之内，会照原样印成文字。`,
      remedy: `删去它，改用 Markdown 的写法；若是要印出这几个字符，写成 \`${tag}\`。`,
    }),
    en: ({ tag }) => ({
      message: `“${tag}” is not among the HTML tags that can be used, and is printed as text.`,
      remedy: `Use Markdown instead; if these characters are meant, write \`${tag}\`.`,
    }),
  }),

  "html-unbalanced": rule<{ tag: string }>({
    severity: "warning",
    reason:
      "A tag without its partner, or where HTML does not allow it, would spoil the rest of the page; it is printed as text.",
    zh: ({ tag }) => ({
      message: `“${tag}”没有配成对，或放错了地方，会照原样印成文字。`,
      remedy: `在同一段里补上另一半，或删去它；表格、details 和 figure 要独占一行，里面逐层配对。`,
    }),
    en: ({ tag }) => ({
      message: `“${tag}” has no partner or stands where it cannot, and is printed as text.`,
      remedy:
        "Add its other half in the same paragraph, or take it out; tables, details and figure begin on a line of their own.",
    }),
  }),

  "html-attribute": rule<{ tag: string; attribute: string }>({
    severity: "warning",
    reason:
      "Styles, classes and handlers in HTML are left out, since the look of pages is the style sheet's and nothing in content may run.",
    zh: ({ tag, attribute }) => ({
      message: `“<${tag}>”里的“${attribute}”不起作用，已略去。`,
      remedy: `删去“${attribute}”。`,
    }),
    en: ({ tag, attribute }) => ({
      message: `“${attribute}” on “<${tag}>” has no effect and is left out.`,
      remedy: `Delete “${attribute}”.`,
    }),
  }),

  "hidden-block": rule<{ tag: string }>({
    severity: "warning",
    reason: "Text that is hidden from readers but there for machines is how spam is smuggled in; we never hide it.",
    zh: ({ tag }) => ({
      message: `这里的“${tag}”要把内容藏起来，不让读者看见。`,
      remedy: "看看里面是什么：该发表的去掉这个标签，不该有的连同内容一起删去。",
    }),
    en: ({ tag }) => ({
      message: `This “${tag}” would hide what is in it from readers.`,
      remedy: "Look at what is inside: keep it without the tag, or delete it with the tag.",
    }),
  }),

  "comment-unclosed": rule({
    severity: "warning",
    reason: "A comment that does not end in its paragraph cannot be told from text, and is printed.",
    zh: () => ({
      message: "“<!--”开头的批注没有在本段里用“-->”结束，会印出来。",
      remedy: "补上“-->”；批注里有空行时，让“<!--”独占一行的开头。",
    }),
    en: () => ({
      message: "A comment begins here with “<!--” but does not end with “-->” in this paragraph, so it is printed.",
      remedy: "Add “-->”; where the comment holds blank lines, begin it at the start of a line.",
    }),
  }),

  "fence-unclosed": rule<{ fence: string }>({
    severity: "warning",
    reason: "Code that is never closed takes in everything after it.",
    zh: ({ fence }) => ({
      message: `从“${fence}”开始的这段代码没有结束，后面的文字会被当成代码。`,
      remedy: `在代码结束的地方另起一行写“${fence}”；在列表里，代码每一行和这个记号都要与开头缩进得一样多。`,
    }),
    en: ({ fence }) => ({
      message: `The code that begins with this “${fence}” does not end, and takes in text after it.`,
      remedy: `Write “${fence}” on a line of its own where the code ends; in a list, indent every line of it like the first.`,
    }),
  }),

  "markup-literal": rule<{ text: string; right: string }>({
    severity: "warning",
    reason: "Brackets of the wrong width and spaces in the wrong place make words of a heading, a link or a picture.",
    zh: ({ text, right }) => ({
      message: `“${text}”会照原样印出，没有成为小标题、链接或图片。`,
      remedy: `写成“${right}”；若本来就要这样印，在上一行写 <!-- allow: markup-literal -->。`,
    }),
    en: ({ text, right }) => ({
      message: `“${text}” is printed as it is, and is no heading, link or picture.`,
      remedy: `Write “${right}”; if these characters are meant, put <!-- allow: markup-literal --> on the line above.`,
    }),
  }),

  "heading-by-line": rule<{ text: string; marks: string }>({
    severity: "warning",
    reason: "A line of hyphens right below a paragraph makes a heading of all of it (CommonMark 0.31, 4.3).",
    zh: ({ text, marks }) => ({
      message: `“${text}”下面紧接着一行“${marks}”，整段成了小标题。`,
      remedy: `要分隔线，在“${marks}”前面空一行；要小标题，写成“## ”加文字。`,
    }),
    en: ({ text, marks }) => ({
      message: `“${text}” has become a heading, all of it, by the line “${marks}” right below.`,
      remedy: `For a rule, leave a line empty before “${marks}”; for a heading, write “## ” and the words.`,
    }),
  }),

  "footnote-undefined": rule<{ label: string }>({
    severity: "warning",
    reason: "A footnote mark without its note is printed as brackets and leads nowhere.",
    zh: ({ label }) => ({
      message: `注释“[^${label}]”没有内容，会照原样印出。`,
      remedy: `在文末另起一行写“[^${label}]: 注释内容”（冒号用半角），或删去这个记号。`,
    }),
    en: ({ label }) => ({
      message: `The footnote “[^${label}]” has no text and is printed as it is.`,
      remedy: `Write “[^${label}]: the note” on a line of its own at the end, or delete the mark.`,
    }),
  }),

  "footnote-unused": rule<{ label: string }>({
    severity: "warning",
    reason: "A note that no mark in the text refers to is not printed, and would be lost in silence.",
    zh: ({ label }) => ({
      message: `正文里没有用到注释“[^${label}]”，它不会印出来。`,
      remedy: `在正文相应的地方写上“[^${label}]”，或删去这条注释。`,
    }),
    en: ({ label }) => ({
      message: `Nothing in the text refers to the footnote “[^${label}]”, so it is not printed.`,
      remedy: `Write “[^${label}]” where it belongs, or delete the note.`,
    }),
  }),

  "footnote-duplicate": rule<{ label: string }>({
    severity: "warning",
    reason: "Of two notes with one mark only the first is printed.",
    zh: ({ label }) => ({
      message: `注释“[^${label}]”写了不止一次，只印第一条。`,
      remedy: "给这一条换一个编号，或删去它。",
    }),
    en: ({ label }) => ({
      message: `The footnote “[^${label}]” is given more than once; only the first is printed.`,
      remedy: "Give this one another mark, or delete it.",
    }),
  }),

  "nesting-too-deep": rule<{ limit: string }>({
    severity: "error",
    reason: "Quotations and lists nested that deep are a slip or an attack, and cannot be set on a page.",
    zh: ({ limit }) => ({
      message: `这里的引文或列表套了超过 ${limit} 层。`,
      remedy: "减少层次，或把里层的内容提到外面来。",
    }),
    en: ({ limit }) => ({
      message: `Quotations or lists are nested more than ${limit} deep here.`,
      remedy: "Nest them less, or move the inner ones out.",
    }),
  }),

  "allow-unknown": rule<{ name: string }>({
    severity: "warning",
    reason: "A comment that silences a rule that does not exist silences nothing, and hides a slip.",
    zh: ({ name }) => ({
      message: `没有名为“${name}”的规则，这条 allow 批注不起作用。`,
      remedy: "照抄报告末尾的规则名，或删去这条批注。",
    }),
    en: ({ name }) => ({
      message: `There is no rule named “${name}”, so this allow comment does nothing.`,
      remedy: "Copy the rule's name from the report, or delete the comment.",
    }),
  }),
} as const;
