import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { optionalProblems } from "../../scripts/edition/copy-desk/optional-problems.ts";
import { type LastPublished, publishedPages } from "../../scripts/edition/lost-addresses.ts";
import type { Problem } from "../../scripts/report/problem.ts";
import { renderReport } from "../../scripts/report/render-report.ts";
import { rules } from "../../scripts/report/rules.ts";
import { articleText, deskFolder, root, sessionOf, usualInstant } from "../newsroom.ts";

// Each rule has a bad example in test/fixtures/problems/: `<rule>.md`, an article put at theory/news/<rule>.md, or a
// folder `<rule>/` laid over the desk. `<rule>.txt` is the exact report, in Chinese and then in English. After a change
// of wording, `UPDATE=1 npm test -- rules` writes the reports anew; read the difference before you commit it.

const folder = join(root, "test/fixtures/problems");

/** Mistakes that no file under version control can show: they are made on the spot. */
const madeOnTheSpot: Readonly<Record<string, (content: string) => void>> = {
  "file-symlink": (content) => symlinkSync("/etc/hostname", join(content, "theory/news/link.md")),
  "content-missing": (content) => rmSync(content, { recursive: true }),
  "masthead-missing": (content) => rmSync(join(content, "masthead.md")),
  "file-special": (content) => spawnSync("mkfifo", [join(content, "theory/news/pipe.md")]),
  "text-too-large": (content) => writeFileSync(join(content, "theory/news/long.md"), "字\n".repeat(600_000)),
  "too-many-links": (content) =>
    writeFileSync(
      join(content, "theory/news/links.md"),
      articleText({}, "[渡](https://a.example/) 口 ".repeat(20_001)),
    ),
  "body-too-long": (content) =>
    writeFileSync(join(content, "theory/news/long.md"), articleText({}, "字\n\n".repeat(220_000))),
  "file-name": (content) => writeFileSync(join(content, "theory/news/a:b.md"), ""),
};

for (const rule of Object.keys(rules)) {
  test(`the bad example of ${rule} is reported exactly, in Chinese and in English`, async () => {
    const content = mkdtempSync(join(tmpdir(), "banxin-rule-"));
    try {
      cpSync(deskFolder, content, { recursive: true });
      layOver(rule, content);
      const checked = await sessionOf(content).check(
        { asOf: usualInstant, isPreview: false, published: publishedBefore(rule) },
        Date.now(),
      );
      const problems = [...checked.problems, ...(isOptional(rule) ? optionalProblems(checked) : [])];
      const report = [reportIn("zh-Hans", problems, content), reportIn("en", problems, content)].join("---\n");
      const expected = join(folder, `${rule}.txt`);
      if (process.env["UPDATE"] === "1") writeFileSync(expected, report);
      assert.equal(report, readFileSync(expected, "utf8"));
      assert.ok(
        problems.some((each) => each.rule === rule),
        `its example does not break ${rule}`,
      );
    } finally {
      rmSync(content, { recursive: true, force: true });
    }
  });
}

/** True for rules that only `check --all-rules` looks for. */
function isOptional(name: string): boolean {
  return Object.entries(rules).some(([each, rule]) => each === name && "isOptional" in rule);
}

/** What was published before the example was written, where `<rule>.manifest.json` says so. */
function publishedBefore(rule: string): LastPublished | undefined {
  const file = join(folder, `${rule}.manifest.json`);
  const pages = existsSync(file) ? publishedPages(readFileSync(file, "utf8")) : undefined;
  return pages && { pages, mayGo: new Set(["/topics/may-go/"]) };
}

function layOver(rule: string, content: string): void {
  const make = madeOnTheSpot[rule];
  const example = join(folder, rule);
  if (make !== undefined) make(content);
  else if (existsSync(example) && statSync(example).isDirectory()) cpSync(example, content, { recursive: true });
  else cpSync(`${example}.md`, join(content, `theory/news/${rule}.md`));
}

function reportIn(language: "zh-Hans" | "en", problems: readonly Problem[], content: string): string {
  return renderReport(problems, {
    language,
    format: "text",
    prefix: "content/",
    all: true,
  }).replaceAll(content, "…");
}
