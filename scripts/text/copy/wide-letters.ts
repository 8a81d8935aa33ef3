import { type CopyFinding, quoted } from "./copy-finding.ts";
import type { Paragraph, RunningText } from "./running-text.ts";
import { roleAt, wide } from "./unit-roles.ts";

/** `full-width-letter`: digits and Latin letters as wide as a Han character, each run once (clreq 2.2: Latin text is set in proportional forms). */
export function wideLetters({ text, masked }: RunningText, { marks }: Paragraph): readonly CopyFinding[] {
  const findings: CopyFinding[] = [];
  let end = 0;
  for (const start of marks) {
    if (start < end || (roleAt(masked, start) & wide) === 0) continue;
    end = start;
    while ((roleAt(masked, end) & wide) !== 0) end++;
    const written = text.slice(start, end);
    const right = written.normalize("NFKC");
    findings.push({
      rule: "full-width-letter",
      index: start,
      values: { written: quoted(written, 0), right: quoted(right, 0) },
      mends: [{ from: start, to: end, text: right }],
    });
  }
  return findings;
}
