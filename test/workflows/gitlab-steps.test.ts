import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import * as z from "zod";
import { root } from "../newsroom.ts";
import { emptyFolder } from "../site/command.ts";
import { serveFolder } from "../verify/serve-folder.ts";
import { hiddenIn, NewsroomRepository } from "./newsroom-repository.ts";

const { pages } = z
  .object({ pages: z.object({ script: z.array(z.string()) }) })
  .parse(parse(readFileSync(join(root, ".gitlab-ci.yml"), "utf8")));
// What is installed here is what it would bring.
const lines = pages.script.filter((line) => line !== "npm ci --ignore-scripts").join("\n");

/** Runs the job in a checkout, and gives the code that it ends with and what it said. */
function runPages(checkout: string, more: Readonly<Record<string, string>>): Promise<readonly [number | null, string]> {
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
    HOME: dirname(checkout),
    CI: "true",
    ...more,
  };
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", lines], { cwd: checkout, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise((done) => child.on("close", (code) => done([code, said])));
}

test("GitLab's job publishes after a merge, and on schedule only when the instant has come", {
  timeout: 120_000,
}, async () => {
  const folder = emptyFolder();
  const repository = new NewsroomRepository(join(folder, "origin.git"));
  const checkout = join(folder, "checkout");
  repository.git("clone", "--quiet", join(folder, "origin.git"), checkout);
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  writeFileSync(join(checkout, ".git/info/exclude"), "node_modules\n");
  const live = join(folder, "live");
  mkdirSync(live);
  writeFileSync(join(live, "404.html"), "");
  const { address } = await serveFolder(live);
  const variables = { CI_PAGES_URL: address.slice(0, -1), CI_COMMIT_SHA: repository.git("rev-parse", "main") };

  const [first, said] = await runPages(checkout, { ...variables, CI_PIPELINE_SOURCE: "push", CI_PIPELINE_IID: "41" });
  assert.equal(first, 0, said);
  assert.deepEqual([...hiddenIn(join(checkout, "public")), ...hiddenIn(join(checkout, "statements"))], []);
  assert.ok(existsSync(join(checkout, "public/index.html")));
  assert.ok(readdirSync(join(checkout, "statements")).some((name) => /^000041-\w+\.json$/u.test(name)));

  cpSync(join(checkout, "public"), live, { recursive: true });
  const scheduled = { ...variables, CI_PIPELINE_SOURCE: "schedule", CI_PIPELINE_IID: "42" };
  assert.equal((await runPages(checkout, scheduled))[0], 42);
  writeFileSync(join(checkout, ".cache/next-build.json"), '{"at":"2026-01-01T00:00:00.000Z"}');
  // GitLab cleans a checkout before the next job begins, and brings back what was cached.
  for (const name of ["public", "statements", ".cache/site"]) rmSync(join(checkout, name), { recursive: true });
  const [again, more] = await runPages(checkout, scheduled);
  assert.equal(again, 0, more);
});
