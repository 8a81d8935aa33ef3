import { type Problem, problem } from "../report/problem.ts";
import { attachmentMarks, endingOf } from "./content-kinds.ts";
import { type Content, loadFile } from "./load-content.ts";

/** What runs, loads or hides something when a browser opens a file by itself (SAFETY item 1). */
const activeParts: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/<\s*(?:[\w.-]+:)?script/iu, "<script>"],
  [/[\s"'/]on[a-z]+\s*=/iu, "on…="],
  // A reference could spell any of the others.
  [/&#/u, "&#"],
  [/<\s*(?:[\w.-]+:)?a\b/iu, "<a>"],
  [/(?:javascript|vbscript|data)\s*:/iu, "javascript: / data:"],
  [/<\s*(?:[\w.-]+:)?(?:foreignObject|iframe|embed|object|animate|set|use|image|style|meta|base|link)\b/iu, "<…>"],
  [/<!(?:DOCTYPE[^>]*\[|ENTITY)|<\?xml-stylesheet/iu, "<!ENTITY> / <?xml-stylesheet?>"],
];

/** Attachments that are not what their ending says, and files of `site/` that would run in a browser. */
export function checkBinaries(content: Content): readonly Problem[] {
  return content.binaries.flatMap(({ file, kind }) => {
    switch (kind) {
      case "attachment":
        return checkAttachment(content, file);
      case "site":
        return checkSiteFile(content, file);
      default:
        return [];
    }
  });
}

function checkAttachment(content: Content, file: string): readonly Problem[] {
  const ending = endingOf(file);
  const start = Buffer.from(loadFile(content, file).subarray(0, 16)).toString("latin1");
  const isGenuine = (attachmentMarks[ending] ?? []).some((mark) => start.startsWith(mark));
  return isGenuine
    ? []
    : [problem("attachment-kind", { file, line: 1, column: 1 }, { name: file, kind: ending.toUpperCase() })];
}

/** A verification page may be plain text only; drawings, manifests and lists may not act. */
function checkSiteFile(content: Content, file: string): readonly Problem[] {
  const ending = endingOf(file);
  if (!["html", "svg", "xml", "txt", "webmanifest"].includes(ending)) return [];
  const text = Buffer.from(loadFile(content, file)).toString("utf8").replaceAll("\0", "");
  const why = ending === "html" ? (text.includes("<") ? "<" : undefined) : activePart(ending, text);
  return why === undefined ? [] : [problem("site-file-unsafe", { file, line: 1, column: 1 }, { name: file, why })];
}

function activePart(ending: string, text: string): string | undefined {
  if (ending === "txt" || ending === "webmanifest") return undefined;
  return activeParts.find(([pattern]) => pattern.test(text))?.[1];
}
