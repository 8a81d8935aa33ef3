import type { CalendarDay, CopyFinding } from "./copy-finding.ts";
import { doubledParticles } from "./doubled-particles.ts";
import { halfWidthMarks } from "./half-width-marks.ts";
import { pairedMarks } from "./paired-marks.ts";
import { repeats } from "./repeats.ts";
import { isChinese, type Paragraph, type RunningText } from "./running-text.ts";
import { runsOfMarks } from "./runs-of-marks.ts";
import { straightQuotes } from "./straight-quotes.ts";
import { wrongWeekdays } from "./weekdays.ts";
import { wideLetters } from "./wide-letters.ts";

type ParagraphCheck = (
  running: RunningText,
  paragraph: Paragraph,
  next: Paragraph | undefined,
) => readonly CopyFinding[];

/** What a copy editor looks for in each paragraph of Chinese. */
const paragraphChecks: readonly ParagraphCheck[] = [
  halfWidthMarks,
  pairedMarks,
  straightQuotes,
  runsOfMarks,
  wideLetters,
  doubledParticles,
];

/**
 * All that a copy editor would mark in `running`, in the order of the text. Takes linear time.
 *
 * @param published the day the text is published, by which dates without a year are understood
 */
export function copyFindings(running: RunningText, published?: CalendarDay): readonly CopyFinding[] {
  const findings: CopyFinding[] = [];
  for (const [at, paragraph] of running.paragraphs.entries()) {
    if (paragraph.marks.length === 0 || !isChinese(paragraph)) continue;
    const next = running.paragraphs[at + 1];
    // One by one: a hostile text has more findings than a call may have arguments.
    for (const check of paragraphChecks) for (const each of check(running, paragraph, next)) findings.push(each);
  }
  return [...findings, ...repeats(running), ...wrongWeekdays(running, published)].sort((a, b) => a.index - b.index);
}
