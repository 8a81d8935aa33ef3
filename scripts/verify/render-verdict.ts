import { visible } from "../report/render-report.ts";
import { type Difference, differenceWords, fileWords, findingWords } from "./difference.ts";
import type { Verdict } from "./verify-site.ts";

/** How a verdict is printed. */
export interface RenderOptions {
  /** What was verified, as it was typed. */
  readonly target: string;
  /** Shows every difference, not only the first of each kind. */
  readonly all: boolean;
}

const mostOfAKind = 20;

/** A verdict in lines for people. */
export function renderVerdict(verdict: Verdict, { target, all }: RenderOptions): string {
  const { differences, checked } = verdict;
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => {
    const same = differences.filter((each) => each.kind === kind);
    const shown = all ? same : same.slice(0, mostOfAKind);
    const rest = same.length - shown.length;
    return [...shown.flatMap(linesOf), ...(rest > 0 ? [`${differenceWords[kind]}: … +${rest} (--all)`] : [])];
  });
  const end =
    differences.length === 0
      ? `相符 fine: ${checked} 个文件 files`
      : `不符 differences: ${differences.length} (${checked} 个文件 files)`;
  // Names of files, headers and statements may be anybody's.
  return `${[target, trustLine(verdict), ...lines, end].map(visible).join("\n")}\n`;
}

/** A verdict as JSON for programs. */
export function verdictAsJson(verdict: Verdict, { target }: RenderOptions): string {
  const { trust, statement, checked, differences } = verdict;
  const { publication, signature } = statement ?? {};
  return `${JSON.stringify({ target, trust, signature, publication, checked, differences }, null, 1)}\n`;
}

function linesOf({ kind, path, file, other, detail, findings }: Difference): readonly string[] {
  const place = path === "" ? "" : ` ${path}`;
  const to = other === undefined ? "" : ` ↔ ${other}`;
  const more = detail === undefined || detail === "" ? "" : ` (${detail})`;
  return [
    `${differenceWords[kind]}: ${fileWords[file]}${place}${to}${more}`,
    ...findings.map((found) => `    ${findingWords[found.kind]} @${found.offset}: ${found.excerpt}`),
  ];
}

function trustLine({ trust, statement }: Verdict): string {
  const of =
    statement === undefined
      ? ""
      : `${statement.publication.release}, ${statement.publication.commit?.slice(0, 12) ?? "?"}`;
  switch (trust) {
    case "signed":
      return `对照已签名的声明 against a signed statement: ${of}`;
    case "stated":
      return `对照声明（未验签名）against a statement whose signature was not checked (--key): ${of}`;
    case "compared":
      return "对照另一个文件夹 against another folder (--against)";
    case "consistent":
      return "只对照网站自己的清单：只能说明前后一致，不能证明没被改过 against its own manifest only: this proves that the site agrees with itself, not that nobody changed it";
    default:
      return trust satisfies never;
  }
}
