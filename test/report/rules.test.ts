import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { optionalProblems } from "../../scripts/edition/copy-desk/optional-problems.ts";
import { loadContent } from "../../scripts/edition/load-content.ts";
import { type LastPublished, publishedPages } from "../../scripts/edition/lost-addresses.ts";
import { movedArticles } from "../../scripts/edition/moved-articles.ts";
import type { PreparedEdition } from "../../scripts/edition/prepare-edition.ts";
import type { RememberedLink } from "../../scripts/links/link-memory.ts";
import { linkProblems } from "../../scripts/links/link-problems.ts";
import { outwardLinks } from "../../scripts/links/outward-links.ts";
import type { Problem } from "../../scripts/report/problem.ts";
import { renderReport } from "../../scripts/report/render-report.ts";
import { rules } from "../../scripts/report/rules.ts";
import { commit, git } from "../edition/repository.ts";
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
  "address-moved": (content) => {
    writeFileSync(join(content, "theory/news/river.md"), articleText());
    git(content, "init", "--quiet");
    commit(content);
    git(content, "mv", "theory/news/river.md", "theory/news/shore.md");
  },
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
      const moved = rule === "address-moved" ? movedArticles(checked) : [];
      const links = rule in answers ? linksOf(checked, content, rule) : [];
      const problems = [
        ...checked.problems,
        ...moved,
        ...links,
        ...(isOptional(rule) ? optionalProblems(checked) : []),
      ];
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

/** What the site that an example links to has answered, since no test asks the net. */
const answers: Readonly<Record<string, RememberedLink>> = {
  "link-dead": {
    askedMs: 9e8,
    answer: { kind: "failing", fault: "status", status: 404 },
    failures: { firstMs: 0, lastMs: 9e8, runs: 4 },
    archive: { askedMs: 9e8, copy: "https://web.archive.org/web/20260301000000/https://far.example/gone.html" },
  },
  "link-moved": { askedMs: 9e8, answer: { kind: "alive", ms: 90, moved: "https://far.example/new.html" } },
};

function linksOf(checked: PreparedEdition, content: string, rule: string): readonly Problem[] {
  const answer = answers[rule];
  if (checked.compiled === undefined || answer === undefined) return [];
  const links = outwardLinks(checked.compiled.edition, loadContent(content));
  const isHere = ({ address }: { readonly address: string }) => address.startsWith("https://far.example/");
  return linkProblems(links, new Map(links.filter(isHere).map(({ address }) => [address, answer])));
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
