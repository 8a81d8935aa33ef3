import type { Places } from "../../article/article.ts";
import type { Problem } from "../../report/problem.ts";
import type { CalendarDay, CopyFinding } from "../../text/copy/copy-finding.ts";
import { copyFindings } from "../../text/copy/copy-findings.ts";
import { type RunningText, readRunningText } from "../../text/copy/running-text.ts";
import { placeCounter } from "../../text/place-counter.ts";
import { frontPassages } from "./passages.ts";

/** A file as the copy desk gets it. */
export interface Copy {
  /** The file's text from the first line on; it ends with `body`. */
  readonly whole: string;
  readonly body: string;
  /** BCP 47. */
  readonly language: string;
  /** The front matter that `places` belongs to. */
  readonly fields?: object | undefined;
  readonly places?: Places | undefined;
  readonly published?: CalendarDay | undefined;
}

/** A copy read: the running text of its body, and all findings, whose indexes count in the whole file. */
export interface Proof {
  readonly running: RunningText;
  readonly findings: readonly CopyFinding[];
}

/** Looks through the prose of a file, front matter and body. Only Chinese has these rules: other languages give no findings. */
export function proofread(copy: Copy): Proof {
  const { whole, body, fields, places, published } = copy;
  const running = readRunningText(body);
  if (!/^(?:zh|cmn)(?:-|$)/iu.test(copy.language)) return { running, findings: [] };
  const front = fields === undefined || places === undefined ? [] : frontPassages(whole, fields, places);
  return {
    running,
    findings: [
      ...front.flatMap(({ from, to }) => moved(copyFindings(readRunningText(whole.slice(from, to)), published), from)),
      ...moved(copyFindings(running, published), whole.length - body.length),
    ],
  };
}

/** `findings` of a text that begins at `by` of another. */
export function moved(findings: readonly CopyFinding[], by: number): readonly CopyFinding[] {
  return findings.map((each) => ({
    ...each,
    index: each.index + by,
    mends: each.mends.map(({ from, to, text }) => ({ from: from + by, to: to + by, text })),
  }));
}

/** Of each rule so many are told of one text. */
const mostOfOneRule = 50;

/** What is reported of `findings` in the file whose text is `whole`. */
export function findingProblems(findings: readonly CopyFinding[], whole: string, file: string): readonly Problem[] {
  if (findings.length === 0) return [];
  const placeOf = placeCounter(whole);
  const counts = new Map<string, number>();
  return [...findings]
    .sort((a, b) => a.index - b.index)
    .flatMap(({ rule, index, values }) => {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      return count > mostOfOneRule ? [] : [{ ...placeOf(index), file, rule, values }];
    });
}

/** The day of an ISO 8601 text, in whatever zone that is written. */
export function calendarDay(datetime: string): CalendarDay {
  const [year = 0, month = 0, day = 0] = datetime.slice(0, 10).split("-").map(Number);
  return { year, month, day };
}
