import { rule } from "../rule.ts";

/** Rules about the fence around the front matter, and about YAML as editors write it. */
export const yamlRules = {
  "manuscript-empty": rule({
    severity: "error",
    reason: "An empty file is an article forgotten or lost.",
    zh: () => ({ message: "文件是空的。", remedy: "写上字段和正文，或删去这个文件。" }),
    en: () => ({ message: "The file is empty.", remedy: "Write its fields and its text, or delete the file." }),
  }),
  "front-matter-missing": rule<{ line: string }>({
    severity: "error",
    reason: "Without its first fence a file's fields cannot be told from its text (DESIGN section 1).",
    zh: ({ line }) => ({
      message: line === "" ? "第一行应当是 ---，现在是空行。" : `第一行应当是 ---，现在是“${line}”。`,
      remedy: "在文件最前面加一行 ---，写上 title、author 等字段，再用一行 --- 结束字段。",
    }),
    en: ({ line }) => ({
      message:
        line === "" ? "The first line should be ---, and is empty." : `The first line should be ---, and is “${line}”.`,
      remedy:
        "Begin the file with a line ---, write the fields such as title and author, and end them with a line ---.",
    }),
  }),
  "front-matter-fence": rule<{ line: string }>({
    severity: "error",
    reason:
      "There is one form of fence, so that no other format of front matter is ever run or guessed at (SAFETY item 2).",
    zh: ({ line }) => ({
      message: `第一行“${line}”不是字段的开头。`,
      remedy: "把这一行改成 ---，三个英文连字符，别无他物。",
    }),
    en: ({ line }) => ({
      message: `The first line “${line}” does not open the fields.`,
      remedy: "Make it --- and nothing else.",
    }),
  }),
  "front-matter-unclosed": rule({
    severity: "error",
    reason: "Without the second fence the whole text would be read as fields.",
    zh: () => ({ message: "字段没有结束：第二行 --- 没有找到。", remedy: "在最后一个字段下面加一行 ---。" }),
    en: () => ({
      message: "The fields do not end: there is no second line ---.",
      remedy: "Add a line --- below the last field.",
    }),
  }),
  "yaml-size": rule<{ size: string; limit: string }>({
    severity: "error",
    reason: "A limit on what is parsed keeps a hostile file from holding up the build (SAFETY item 10).",
    zh: ({ size, limit }) => ({
      message: `字段共有 ${size} 个字符，最多可以有 ${limit} 个。`,
      remedy: "把长的内容移到正文里。",
    }),
    en: ({ size, limit }) => ({
      message: `The fields are ${size} characters long; ${limit} are the most.`,
      remedy: "Move what is long into the text.",
    }),
  }),
  "yaml-control": rule<{ character: string }>({
    severity: "error",
    reason: "Escapes such as \\u202e would bring in characters that no editor can see (SAFETY item 4).",
    zh: ({ character }) => ({ message: `这里有看不见的控制字符 ${character}。`, remedy: "删去它，或重新输入这一行。" }),
    en: ({ character }) => ({
      message: `There is an invisible control character ${character} here.`,
      remedy: "Delete it, or type the line anew.",
    }),
  }),
  "yaml-tab": rule({
    severity: "error",
    reason: "YAML does not allow tabs before a field (YAML 1.2.2, 6.1).",
    zh: () => ({ message: "这一行用制表符（Tab）缩进。", remedy: "把行首的制表符换成空格。" }),
    en: () => ({
      message: "This line is indented with a tab.",
      remedy: "Replace the tab at its beginning with spaces.",
    }),
  }),
  "yaml-quote": rule<{ mark: string }>({
    severity: "error",
    reason: "An open quotation swallows the fields below it.",
    zh: ({ mark }) => ({ message: `引号 ${mark} 没有结束。`, remedy: `在这个值的末尾补上 ${mark}。` }),
    en: ({ mark }) => ({
      message: `The quotation mark ${mark} is not closed.`,
      remedy: `Add ${mark} at the end of the value.`,
    }),
  }),
  "yaml-quote-rest": rule<{ text: string }>({
    severity: "error",
    reason: "A value that begins with a quotation mark ends with one; YAML would lose the words after it.",
    zh: ({ text }) => ({
      message: `“${text}”：英文引号后面还有文字。`,
      remedy: "把整个值放进英文单引号 ' ' 里，或改用中文引号“”。",
    }),
    en: ({ text }) => ({
      message: `“${text}”: there are words after the closing quotation mark.`,
      remedy: "Put the whole value in single quotes ' ', or use curly quotation marks.",
    }),
  }),
  "yaml-colon-wide": rule<{ key: string }>({
    severity: "error",
    reason: "Chinese input methods type a full-width colon, which does not end a field's name.",
    zh: ({ key }) => ({ message: `${key} 后面是中文冒号“：”。`, remedy: `改成英文冒号加一个空格，即“${key}: ”。` }),
    en: ({ key }) => ({
      message: `There is a full-width colon after ${key}.`,
      remedy: `Write “${key}: ”, with an ordinary colon and a space.`,
    }),
  }),
  "yaml-colon-space": rule<{ key: string }>({
    severity: "error",
    reason: "Without the space a field's name and value are one word (YAML 1.2.2, 7.4.2).",
    zh: ({ key }) => ({ message: `${key}: 后面少一个半角空格。`, remedy: `写成“${key}: ”再接内容。` }),
    en: ({ key }) => ({
      message: `An ordinary space is missing after ${key}:`,
      remedy: `Write “${key}: ” before the value.`,
    }),
  }),
  "yaml-dash": rule<{ text: string; name: string }>({
    severity: "error",
    reason: "Without an ordinary dash and space the lines of a list are one text to YAML (YAML 1.2.2, 8.2.1).",
    zh: ({ text, name }) => ({
      message: `“${text}”：列表的一行要以英文连字符加一个空格开头。`,
      remedy: `写成“- ${name}”；如果不是列表，给整个值加上英文引号。`,
    }),
    en: ({ text, name }) => ({
      message: `“${text}”: a line of a list begins with a hyphen and a space.`,
      remedy: `Write “- ${name}”; if it is no list, put the whole value in quotation marks.`,
    }),
  }),
  "yaml-colon-twice": rule<{ text: string }>({
    severity: "error",
    reason: "A colon and a space inside a value look like a second field in the same line.",
    zh: ({ text }) => ({
      message: `“${text}”的值里又有一个英文冒号。`,
      remedy: "给整个值加上英文引号，或把里面的冒号改成“：”。",
    }),
    en: ({ text }) => ({
      message: `There is a second colon in the value of “${text}”.`,
      remedy: "Put the whole value in quotation marks.",
    }),
  }),
  "yaml-indent": rule<{ text: string }>({
    severity: "error",
    reason: "Fields of one group are told by their common indentation (YAML 1.2.2, 6.1).",
    zh: ({ text }) => ({ message: `“${text}”的缩进和同组的行不一致。`, remedy: "让同一组的行从同一列开始。" }),
    en: ({ text }) => ({
      message: `“${text}” is not indented as the lines it belongs to.`,
      remedy: "Begin the lines of a group in the same column.",
    }),
  }),
  "yaml-bracket": rule<{ mark: string; closing: string }>({
    severity: "error",
    reason: "An open bracket swallows the fields below it.",
    zh: ({ mark, closing }) => ({
      message: `括号 ${mark} 没有结束。`,
      remedy: `补上 ${closing}；如果 ${mark} 只是文字，给整个值加上英文引号。`,
    }),
    en: ({ mark, closing }) => ({
      message: `The bracket ${mark} is not closed.`,
      remedy: `Add ${closing}, or quote the whole value if ${mark} is part of its text.`,
    }),
  }),
  "yaml-start": rule<{ mark: string }>({
    severity: "error",
    reason: "YAML keeps these characters for itself at the start of a value (YAML 1.2.2, 7.3.3).",
    zh: ({ mark }) => ({ message: `值不能以 ${mark} 开头。`, remedy: "给整个值加上英文引号。" }),
    en: ({ mark }) => ({
      message: `A value cannot begin with ${mark}`,
      remedy: "Put the whole value in quotation marks.",
    }),
  }),
  "yaml-escape": rule<{ text: string }>({
    severity: "error",
    reason: "Between double quotes a backslash begins an escape, and this one means nothing.",
    zh: ({ text }) => ({ message: `双引号里的“${text}”没有意义。`, remedy: "把反斜线写成两个，或改用英文单引号。" }),
    en: ({ text }) => ({
      message: `“${text}” between double quotes means nothing.`,
      remedy: "Write the backslash twice, or use single quotes.",
    }),
  }),
} as const;
