import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Progress } from "../report/progress.ts";
import { treeMemory } from "./process-memory.ts";

/** What is measured, and how often. */
export interface BenchOptions {
  readonly root: string;
  readonly content: string;
  readonly runs: number;
}

interface Run {
  readonly seconds: number;
  /** Peak of all processes together; 0 where the system does not tell or nobody looked. */
  readonly bytes: number;
  readonly articles: number;
}

const msBetweenLooks = 100;

/**
 * Measures whole builds of a content folder as a person would start them, each in a process of its own and into a new folder.
 *
 * @returns a Markdown table of medians: full builds with nothing remembered, and again with what the first remembered
 */
export async function measureBuilds({ root, content, runs }: BenchOptions, progress: Progress): Promise<string> {
  const rows: string[] = [];
  for (const [name, flags] of [
    ["full build, nothing remembered", ["--full"]],
    ["build, store kept", []],
  ] as const) {
    const measured: Run[] = [];
    for (let run = 1; run <= runs; run++) {
      measured.push(await measure(root, content, flags, "time"));
      progress.step(name, run, runs + 1);
    }
    // To look at a process's memory is to hold it up, so no time is taken of this run.
    const { bytes } = await measure(root, content, flags, "memory");
    progress.step(name, runs + 1, runs + 1);
    progress.clear();
    rows.push(row(name, measured, bytes));
  }
  return [
    `${basename(content)} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model ?? "?"} · median of ${runs}`,
    "",
    "| row | articles | time | articles per second | peak memory (PSS) |",
    "|---|---:|---:|---:|---:|",
    ...rows,
  ].join("\n");
}

function row(name: string, runs: readonly Run[], bytes: number): string {
  const seconds = median(runs.map((run) => run.seconds));
  const articles = runs[0]?.articles ?? 0;
  const memory = bytes === 0 ? "–" : `${Math.round(bytes / 1_000_000)} MB`;
  return `| ${name} | ${articles} | ${seconds.toFixed(2)} s | ${Math.round(articles / seconds)} | ${memory} |`;
}

function measure(root: string, content: string, flags: readonly string[], what: "time" | "memory"): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-"));
  const words = [
    "--import",
    "tsx",
    join(root, "scripts/cli.ts"),
    "build",
    "--content",
    content,
    "--out",
    join(folder, "dist"),
  ];
  const started = performance.now();
  const child = spawn(process.execPath, [...words, ...flags, "--format", "json"], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  let bytes = 0;
  child.stderr.on("data", (text) => {
    said += text;
  });
  const look = () => {
    bytes = Math.max(bytes, child.pid === undefined ? 0 : treeMemory(child.pid));
  };
  const looking = what === "memory" ? setInterval(look, msBetweenLooks) : undefined;
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      clearInterval(looking);
      rmSync(folder, { recursive: true, force: true });
      if (code !== 0) failed(new Error(`the build failed:\n${said}`));
      else done({ seconds: (performance.now() - started) / 1000, bytes, articles: articlesIn(said) });
    });
  });
}

/** The last line of a build says how many articles there were: 「文章 3000 篇」 or “3000 articles”. */
function articlesIn(said: string): number {
  const found = /文章 (\d+) 篇|(\d+) articles/u.exec(said);
  return Number(found?.[1] ?? found?.[2] ?? 0);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
