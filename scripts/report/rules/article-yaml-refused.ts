import { rule } from "../rule.ts";

/** Rules about what YAML allows and front matter does not, and about lines that are no YAML at all. */
export const yamlRefusedRules = {
  "yaml-syntax": rule<{ text: string }>({
    severity: "error",
    reason: "What is no field, list or text cannot be read.",
    zh: ({ text }) => ({
      message: `读不懂“${text}”这一行。`,
      remedy: "写成“字段: 内容”；内容里有特殊符号的，给它加上英文引号。",
    }),
    en: ({ text }) => ({
      message: `The line “${text}” cannot be read.`,
      remedy: "Write it as “field: value”, with the value in quotation marks if it holds special characters.",
    }),
  }),
  "yaml-not-fields": rule<{ text: string }>({
    severity: "error",
    reason: "Content files are lists of named fields.",
    zh: ({ text }) => ({
      message: `“${text}”不是“字段: 内容”。`,
      remedy: "每行写一个字段，如“title: 四个平衡”，冒号用英文冒号，后面空一格。",
    }),
    en: ({ text }) => ({
      message: `“${text}” is not of the form “field: value”.`,
      remedy: "Write one field a line, such as “title: Four Balances”, with a space after the colon.",
    }),
  }),
  "yaml-duplicate-key": rule<{ key: string; line: string }>({
    severity: "error",
    reason: "Of two values for one field nobody can say which is meant (YAML 1.2.2, 3.2.1.3).",
    zh: ({ key, line }) => ({ message: `字段“${key}”在第 ${line} 行已经写过。`, remedy: "只保留其中一个。" }),
    en: ({ key, line }) => ({
      message: `The field “${key}” was already given in line ${line}.`,
      remedy: "Keep only one of them.",
    }),
  }),
  "yaml-alias": rule<{ text: string }>({
    severity: "error",
    reason:
      "Aliases can make a small file as large as the machine's memory; front matter has no need of them (SAFETY item 2).",
    zh: ({ text }) => ({
      message: `“${text}”：以 & 或 * 开头的值是 YAML 的引用，这里不用。`,
      remedy: "如果是文字，给整个值加上英文引号；如果是引用，把内容原样写出。",
    }),
    en: ({ text }) => ({
      message: `“${text}”: a value that begins with & or * is a YAML reference, which is not used here.`,
      remedy: "Quote the whole value if it is text; otherwise write out what it refers to.",
    }),
  }),
  "yaml-tag": rule<{ tag: string }>({
    severity: "error",
    reason: "Tags choose types, and in some languages run code; text stays text (SAFETY items 1 and 2).",
    zh: ({ tag }) => ({
      message: `“${tag}”：以 ! 开头的值是 YAML 的类型标记，这里不用。`,
      remedy: "如果是文字，给整个值加上英文引号；否则删去这个标记。",
    }),
    en: ({ tag }) => ({
      message: `“${tag}”: a value that begins with ! is a YAML tag, which is not used here.`,
      remedy: "Quote the whole value if it is text; otherwise delete the tag.",
    }),
  }),
  "yaml-merge": rule({
    severity: "error",
    reason: "Merge keys are no part of YAML 1.2 and hide where a value comes from (SAFETY item 2).",
    zh: () => ({ message: "字段名“<<”是 YAML 的合并写法，这里不用。", remedy: "删去这一行，把要合并的字段原样写出。" }),
    en: () => ({
      message: "The field “<<” is YAML's merge key, which is not used here.",
      remedy: "Delete the line and write out the fields it stands for.",
    }),
  }),
  "yaml-key": rule<{ text: string }>({
    severity: "error",
    reason: "A field's name is a word; lists and mappings as names have no meaning here.",
    zh: ({ text }) => ({
      message: `“${text}”不能作字段名。`,
      remedy: "冒号前面写字段的名字，如 title；如果整行是文字，给它加上英文引号。",
    }),
    en: ({ text }) => ({
      message: `“${text}” cannot be the name of a field.`,
      remedy: "Write the field's name before the colon, such as title; quote the whole line if it is text.",
    }),
  }),
  "yaml-depth": rule<{ limit: string }>({
    severity: "error",
    reason: "Deep nesting exhausts the reader's memory, and no field needs it (SAFETY item 10).",
    zh: ({ limit }) => ({
      message: `这里的括号或列表套了 ${limit} 层以上。`,
      remedy: "少套几层；如果是文字，给整个值加上英文引号。",
    }),
    en: ({ limit }) => ({
      message: `Lists or fields lie in one another more than ${limit} deep here.`,
      remedy: "Use fewer levels, or quote the whole value if it is text.",
    }),
  }),
  "yaml-document": rule<{ text: string }>({
    severity: "error",
    reason: "A file has one set of fields; YAML's directives and document marks have no meaning here.",
    zh: ({ text }) => ({ message: `“${text}”这一行不是字段。`, remedy: "删去这一行。" }),
    en: ({ text }) => ({ message: `The line “${text}” is not a field.`, remedy: "Delete the line." }),
  }),
  "yaml-comment": rule<{ text: string }>({
    severity: "warning",
    reason: "After a space # begins a comment, and what an editor meant as text would be lost in silence.",
    zh: ({ text }) => ({
      message: `“${text}”是注释，不会登出。`,
      remedy: "如果它是文字，给整个值加上英文引号；如果是注释，另起一行写。",
    }),
    en: ({ text }) => ({
      message: `“${text}” is a comment and will not be printed.`,
      remedy: "Quote the whole value if it is text; put it on a line of its own if it is a comment.",
    }),
  }),
} as const;
