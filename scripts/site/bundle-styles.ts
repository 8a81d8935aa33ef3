import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { LayoutFault } from "../report/layout-fault.ts";

/** The oldest browsers that everything is made for, major and minor version. */
export const browsers = { chrome: [111, 0], firefox: [113, 0], safari: [16, 4] } as const;

/**
 * The style sheet `file` of the folder `root` with all that it imports. In older browsers than those that know it, `light-dark()` and
 * nesting become what they do know. Throws a `LayoutFault` for what cannot be read, and for a block or comment that has no end.
 */
export async function bundleStyles(root: string, file: string): Promise<Uint8Array> {
  const { bundleAsync } = await import("lightningcss");
  const targets = Object.fromEntries(
    Object.entries(browsers).map(([name, [major, minor]]) => [name, (major << 16) | (minor << 8)]),
  );
  const texts = new Map<string, string>();
  const read = (path: string): string => {
    const text = readFileSync(path, "utf8");
    texts.set(path, text);
    return text;
  };
  const placeOf = (path: string, line: number, column: number) =>
    `${relative(root, path).replaceAll("\\", "/")}:${line}:${column}`;
  const filename = join(root, file);
  const bundled = bundleAsync({ filename, projectRoot: root, minify: true, targets, resolver: { read } });
  const { code } = await bundled.catch((error: unknown) => {
    const { fileName = filename, line, column, message, isImport } = toldBy(error);
    throw new LayoutFault(
      placeOf(fileName, line, column),
      isImport ? missing(texts.get(fileName), line) : misread(message),
    );
  });
  for (const [path, text] of texts) {
    const open = await unendedIn(text);
    if (open !== undefined) throw new LayoutFault(placeOf(path, open.line, open.column), unended[open.kind]);
  }
  return code;
}

/** What the library says of what it could not read; another error is thrown again. */
function toldBy(error: unknown) {
  if (!(error instanceof Error) || !("data" in error)) throw error;
  const fileName = "fileName" in error && typeof error.fileName === "string" ? error.fileName : undefined;
  const loc = "loc" in error && typeof error.loc === "object" ? error.loc : null;
  const line = loc !== null && "line" in loc && typeof loc.line === "number" ? loc.line : 1;
  const column = loc !== null && "column" in loc && typeof loc.column === "number" ? loc.column : 1;
  return { fileName, line, column, message: error.message, isImport: error.data === "ResolverError" };
}

function missing(text: string | undefined, line: number) {
  const written = text?.split("\n")[line - 1]?.trim() ?? "";
  return {
    fault: `引入的样式文件不存在 the style sheet imported here is not there: ${written}`,
    remedy:
      "写对它相对于本文件的路径，或删去这一行 write its path as seen from this file, or remove the line; other sites' styles cannot be imported",
  };
}

function misread(message: string) {
  return {
    fault: `这里的样式读不懂 this style cannot be read: ${message}`,
    remedy: "改正这一行；往往是它或上一行缺了标点 mend the line; often it or the line above lacks a mark",
  };
}

const unended = {
  block: {
    fault: "从这里起的规则没有结束 the rule that begins here has no end",
    remedy: "补上缺的“}” add the } that is missing in it",
  },
  comment: {
    fault: "从这里起的注释没有结束 the comment that begins here has no end",
    remedy: "补上“*/” add */",
  },
} as const;

interface Unended {
  readonly kind: keyof typeof unended;
  readonly line: number;
  readonly column: number;
}

/**
 * Where the block or comment begins that `text` does not end. To a browser the end of the file ends everything, and to the library too: so it
 * is asked whether a rule put behind the text would be one by itself.
 */
async function unendedIn(text: string): Promise<Unended | undefined> {
  if (await standsAlone(`${text}\n`)) return undefined;
  const ended = text.lastIndexOf("*/");
  const comment = text.indexOf("/*", ended < 0 ? 0 : ended + 2);
  if (comment >= 0 && (await standsAlone(`${text}*/\n`))) {
    const before = text.slice(0, comment).split("\n");
    return { kind: "comment", line: before.length, column: (before.at(-1) ?? "").length + 1 };
  }
  const [line, column] = await lastRule(text);
  return { kind: "block", line, column };
}

async function standsAlone(before: string): Promise<boolean> {
  const [line] = await lastRule(`${before}banxin-end{top:0}`).catch(() => [0]);
  return line === before.split("\n").length;
}

/** Line and column from 1 of the last rule that stands in no other. */
async function lastRule(text: string): Promise<readonly [line: number, column: number]> {
  const { transform } = await import("lightningcss");
  let last: readonly [number, number] = [1, 1];
  transform({
    filename: "one.css",
    code: Buffer.from(text),
    visitor: {
      StyleSheet({ rules }) {
        const rule = rules.at(-1);
        const loc =
          rule !== undefined && "value" in rule && rule.value !== null && "loc" in rule.value && rule.value.loc;
        if (loc) last = [loc.line + 1, loc.column];
      },
    },
  });
  return last;
}
