import * as z from "zod";
import { formZh } from "../report/rules/article-words.ts";
import { articleSchema } from "./schema.ts";

/**
 * The table of an article's fields for editors, in Chinese, as Markdown: name, whether needed, form, meaning, example.
 *
 * It is made from the schema, in its order, so that it says what the reader checks. Ends with a line break.
 */
export function renderFieldTable(): string {
  // The zone changes how dates are read, not which fields there are.
  const rows = Object.entries(articleSchema("Asia/Shanghai").shape).map(([name, field]) => {
    const { zh, form, example } = z.globalRegistry.get(field) ?? {};
    const isNeeded = !field.safeParse(undefined).success;
    const cells = [
      `\`${name}\``,
      isNeeded ? "必填" : "",
      formZh(String(form)).trim(),
      String(zh),
      `\`${name}: ${String(example)}\``,
    ];
    return `| ${cells.map(escapeCell).join(" | ")} |`;
  });
  return ["| 字段 | | 写法 | 意思 | 例子 |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
