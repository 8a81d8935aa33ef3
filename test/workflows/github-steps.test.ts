import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { emptyFolder } from "../site/command.ts";
import { serveFolder } from "../verify/serve-folder.ts";
import { hiddenIn, NewsroomRepository } from "./newsroom-repository.ts";
import { type JobResult, Runner } from "./runner.ts";
import { jobOf, readWorkflow } from "./workflow.ts";

const publish = readWorkflow("publish.yml");
const watch = readWorkflow("watch.yml");
// No test asks the net: the links are only gathered.
for (const { env } of jobOf(watch, "links").steps) if (env?.["MINUTES"] !== undefined) env["MINUTES"] = 0;
const content = { ...readWorkflow("check.yml"), jobs: { content: jobOf(readWorkflow("check.yml"), "content") } };
const allDone = ["due success", "build success", "deploy success", "keep success"];
const notDue = ["due success", "build skipped", "deploy skipped", "keep skipped"];

/** A newsroom on GitHub that signs, and whose site is served where its Pages would be. */
async function newsroom() {
  const folder = emptyFolder();
  const issues = join(folder, "issues");
  const env = {
    ...{ PATH: `${programs(folder, issues)}:${dirname(process.execPath)}:${process.env["PATH"]}`, HOME: folder },
    ...{ CI: "true", TZ: "UTC", GITHUB_WORKFLOW: "Publish", GITHUB_RUN_ID: "7" },
    ...{ GITHUB_REPOSITORY: "n/n", GITHUB_SERVER_URL: "https://github.example" },
  };
  const runner = new Runner(folder, env);
  const repository = new NewsroomRepository(runner.origin);
  mkdirSync(runner.live);
  writeFileSync(join(runner.live, "404.html"), "");
  const { address } = await serveFolder(runner.live);
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const values = () => ({
    ...{ "vars.SITE_ADDRESS": address, "github.ref": "refs/heads/main" },
    ...{ "secrets.SIGNING_KEY": privateKey, "vars.SIGNING_PUBLIC_KEY": publicKey },
    "github.sha": repository.git("rev-parse", "main"),
  });
  return { runner, repository, values, issues };
}

/** A folder with a `gh` that writes down what it is told. */
function programs(folder: string, issues: string): string {
  const file = join(folder, "programs/gh");
  mkdirSync(dirname(file));
  writeFileSync(file, `#!/bin/sh\n[ "$2" = list ] || echo "$@" >> ${issues}\n`);
  chmodSync(file, 0o755);
  return dirname(file);
}

function told(results: ReadonlyMap<string, JobResult>): readonly string[] {
  return [...results].map(([name, { result }]) => `${name} ${result}`);
}

function saidBy(results: ReadonlyMap<string, JobResult>, job: string): string {
  return results.get(job)?.said ?? "";
}

test("the steps of the workflows do what they promise", { timeout: 240_000 }, async (whole) => {
  const { runner, repository, values, issues } = await newsroom();
  const run = (event: string) => runner.run(publish, { ...values(), "github.event_name": event });
  const merged = values()["github.sha"];

  await whole.test("a merge publishes the site, states it, and shows nothing that is hidden", async () => {
    // A pull request was built before.
    runner.caches.set("check-store-0-1", emptyFolder());
    const results = await run("push");
    assert.deepEqual(runner.restored, []);
    assert.deepEqual(told(results), allDone, saidBy(results, "build"));
    assert.equal(results.get("build")?.outputs.get("next-build"), "2099-05-31T16:00:00.000Z");
    for (const folder of [runner.live, runner.artifact("publication")]) assert.deepEqual(hiddenIn(folder), []);
    assert.equal(results.get("build")?.said.includes("PRIVATE KEY"), false);
    assert.match(readFileSync(join(runner.artifact("publication"), "sbom.cdx.json"), "utf8"), /"CycloneDX"/u);
    assert.equal(repository.git("log", "--format=%s", "publications"), `Publication of ${merged}`);
  });

  await whole.test(
    "the schedule builds when the instant has come, from what was remembered, and not before",
    async () => {
      assert.deepEqual(told(await run("schedule")), notDue);
      const note = runner.caches.get(`publish-due-${merged}-1-1`);
      assert.ok(note !== undefined);
      writeFileSync(note, "2026-01-01T00:00:00.000Z");
      const results = await run("schedule");
      assert.deepEqual(told(results), allDone, saidBy(results, "build"));
      const stated = repository.git("ls-tree", "--name-only", "publications", "statements/").split("\n");
      assert.deepEqual(
        stated.map((path) => path.replace(/^statements\/(\d+)-\w+/u, "$1")),
        ["000001.json", "000001.manifest.json", "000002.json", "000002.manifest.json"],
      );
      assert.deepEqual(runner.restored, [
        `publish-due-${merged}-1-1`,
        `publish-due-${merged}-1-1`,
        "publish-store-1-1",
      ]);
    },
  );

  await whole.test("the site is what was stated, and what a build without memory gives", async () => {
    const results = await runner.run(watch, values());
    assert.deepEqual(
      told(results),
      [...["verify success", "links success"], ...["report skipped", "report-links skipped"]],
      saidBy(results, "links"),
    );
    assert.deepEqual(hiddenIn(runner.artifact("links")), []);
    assert.match(readFileSync(join(runner.artifact("links"), "links.html"), "utf8"), /还没有问到/u);
  });

  await whole.test("a page that somebody changed on the host opens an issue", async () => {
    const page = join(runner.live, "index.html");
    writeFileSync(page, readFileSync(page, "utf8").replace("</body>", "<script src=/x.js></script></body>"));
    for (const { env } of jobOf(watch, "verify").steps)
      if (env?.["SECONDS_TO_SECOND_LOOK"] !== undefined) env["SECONDS_TO_SECOND_LOOK"] = 0;
    const results = await runner.run(watch, values());
    assert.deepEqual(told(results), ["verify failure", "links success", "report success", "report-links skipped"]);
    assert.match(saidBy(results, "verify"), /index\.html/u);
    assert.match(readFileSync(issues, "utf8"), /issue create --title The published site is not what was published/u);
  });

  await whole.test(
    "a pull request that loses an address is told so, and so is its merge, which publishes nothing",
    async () => {
      repository.remove("theory/essays/2025/notes-on-notes.md");
      const checked = await runner.run(content, values());
      assert.deepEqual(told(checked), ["content failure"]);
      const results = await run("push");
      assert.deepEqual(told(results), ["due success", "build failure", "deploy skipped", "keep skipped"]);
      for (const said of [saidBy(checked, "content"), saidBy(results, "build")]) assert.match(said, /notes-on-notes/u);
    },
  );
});
