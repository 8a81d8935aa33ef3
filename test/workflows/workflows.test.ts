import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import * as z from "zod";
import { root } from "../newsroom.ts";
import { readWorkflow, type Step, workflowFolder, workflowNames } from "./workflow.ts";

const workflows = workflowNames.map((name) => ({ name, workflow: readWorkflow(name) }));
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name}: ${id}`, job })),
);
const steps = jobs.flatMap(({ name, job }) => job.steps.map((step) => ({ name, step })));

/** What each job may do, and no more. */
const allowed = {
  "check.yml: content": { contents: "read" },
  "check.yml: tests": { contents: "read" },
  "publish.yml: due": {},
  "publish.yml: build": { contents: "read" },
  "publish.yml: deploy": { pages: "write", "id-token": "write" },
  "publish.yml: keep": { contents: "write" },
  "watch.yml: verify": { contents: "read" },
  "watch.yml: links": { contents: "read" },
  "watch.yml: report": { issues: "write" },
  "watch.yml: report-links": { issues: "write" },
};

/** The commits that were looked at; a tag may be moved by whoever has its repository. */
const pins = new Map([
  ["actions/checkout", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"],
  ["actions/setup-node", "820762786026740c76f36085b0efc47a31fe5020 # v7.0.0"],
  ["actions/cache/restore", "caa296126883cff596d87d8935842f9db880ef25 # v5.1.0"],
  ["actions/cache/save", "caa296126883cff596d87d8935842f9db880ef25 # v5.1.0"],
  ["actions/upload-artifact", "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1"],
  ["actions/download-artifact", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1"],
  ["actions/upload-pages-artifact", "fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0"],
  ["actions/deploy-pages", "368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1"],
]);

test("every job has just the permissions that it needs, and a workflow alone has none", () => {
  for (const { name, workflow } of workflows) assert.deepEqual(workflow.permissions, {}, name);
  assert.deepEqual(Object.fromEntries(jobs.map(({ name, job }) => [name, job.permissions])), allowed);
});

test("every action is pinned to a commit, with its version beside it", () => {
  const used = workflowNames.flatMap((name) =>
    [...readFileSync(join(workflowFolder, name), "utf8").matchAll(/uses: (.*)$/gmu)].map((found) => found[1] ?? ""),
  );
  assert.equal(used.length, steps.filter(({ step }) => step.uses !== undefined).length);
  for (const each of used) {
    const [action = "", pin] = each.split("@");
    assert.equal(pin, pins.get(action), each);
  }
});

test("a pull request gets neither a secret nor the rights of the branch it wants to change", () => {
  for (const { name, workflow } of workflows) {
    // An event that runs a stranger's lines with our rights would be refused by the form already.
    if (workflow.on.pull_request === undefined) continue;
    assert.equal(name, "check.yml");
    assert.doesNotMatch(readFileSync(join(workflowFolder, name), "utf8"), /secrets|github\.token|upload-/u);
  }
});

test("no expression stands in lines that a shell reads: a branch or title could be a command", () => {
  for (const { name, step } of steps) assert.doesNotMatch(step.run ?? "", /\$\{\{/u, name);
});

test("the only secret is a key to sign with, which one step sees", () => {
  const secret = steps.filter(({ step }) => JSON.stringify(step).includes("secrets."));
  assert.deepEqual(
    secret.map(({ name, step }) => `${name}: ${step.name}`),
    ["publish.yml: build: Make a release and state what it is"],
  );
});

test("the token stays with no checkout but that of the job that pushes, which runs no code of ours", () => {
  for (const { name, job } of jobs) {
    const runsCode = job.steps.some(({ run }) => run !== undefined && /\b(?:npm|node|npx)\b/u.test(run));
    for (const { uses, with: given } of job.steps)
      if (uses?.startsWith("actions/checkout@") && given?.["persist-credentials"] !== false)
        assert.equal(name, "publish.yml: keep");
    if (Object.values(job.permissions).includes("write")) assert.equal(runsCode, false, name);
  }
});

test("what a pull request remembers is never restored when publishing", () => {
  const keysOf = (file: string) =>
    steps
      .filter(({ name, step }) => name.startsWith(file) && step.uses?.startsWith("actions/cache"))
      .flatMap(({ step }) => [step.with?.["key"], step.with?.["restore-keys"]])
      .filter((key) => key !== undefined);
  for (const key of keysOf("check.yml")) assert.match(`${key}`, /^check-store-/u);
  for (const key of keysOf("publish.yml")) assert.match(`${key}`, /^publish-(?:store|due)-/u);
  for (const key of keysOf("watch.yml")) assert.match(`${key}`, /^links-/u);
  // setup-node would keep npm's downloads under a key of its own.
  const nodes = steps.filter(({ step }) => step.uses?.startsWith("actions/setup-node@"));
  for (const { name, step } of nodes) assert.equal(step.with?.["package-manager-cache"], false, name);
});

test("nothing is uploaded but the public site, what is stated about it and what it was built with", () => {
  const uploads = steps.filter(({ step }) => step.uses?.includes("/upload-"));
  const paths = uploads.flatMap(({ step }) => `${step.with?.["path"]}`.trim().split("\n"));
  assert.deepEqual(
    paths.map((path) => path.trim().replace(/^\$\{\{ runner\.temp \}\}/u, "")),
    ["/site/current", "/site/statements", "/site/sbom.cdx.json", "/links"],
  );
});

test("nothing runs while libraries are installed, and every library that would is named", () => {
  const lines = steps.map(({ step }) => step.run ?? "").concat(readFileSync(join(root, ".gitlab-ci.yml"), "utf8"));
  for (const line of lines) assert.doesNotMatch(line, /npm (?:ci|i|install)\b(?! --ignore-scripts)/u);
  assert.match(readFileSync(join(root, ".npmrc"), "utf8"), /^ignore-scripts=true$/mu);
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()) })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
    .parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = scripted.map(([path]) => path.replace(/^.*node_modules\//u, ""));
  assert.deepEqual(Object.keys(allowScripts).sort(), names.sort());
});

test("bash understands all lines of all steps", () => {
  const gitlab = gitlabJobs().flatMap(([, { script }]) => script);
  for (const lines of [...steps.map(({ step }: { step: Step }) => step.run ?? ""), ...gitlab]) {
    const { status, stderr } = spawnSync("bash", ["-n"], { input: lines, encoding: "utf8" });
    assert.equal(status, 0, `${lines}\n${stderr}`);
  }
});

const rule = z.strictObject({ if: z.string(), when: z.literal("never").optional() });
const gitlabJob = z.strictObject({
  stage: z.enum(["check", "publish", "watch"]),
  rules: z.array(rule).min(1),
  resource_group: z.string().optional(),
  interruptible: z.boolean().optional(),
  allow_failure: z.strictObject({ exit_codes: z.array(z.number()) }).optional(),
  cache: z.strictObject({ key: z.string(), paths: z.array(z.string()) }).optional(),
  script: z.array(z.string()),
  artifacts: z
    .strictObject({ paths: z.array(z.string()), expire_in: z.string(), when: z.literal("always").optional() })
    .optional(),
});

function gitlabJobs() {
  const whole = z.record(z.string(), z.unknown()).parse(parse(readFileSync(join(root, ".gitlab-ci.yml"), "utf8")));
  return Object.entries(whole)
    .filter(([name]) => !["stages", "workflow", "default", "variables"].includes(name))
    .map(([name, each]) => [name, gitlabJob.parse(each)] as const);
}

test("GitLab shares no store between merge requests and publishing, and keeps nothing of the former", () => {
  const isForMerge = ({ rules }: z.infer<typeof gitlabJob>) =>
    rules.some((each) => each.if.includes("merge_request_event") && each.when === undefined);
  for (const [name, each] of gitlabJobs()) {
    if (isForMerge(each)) assert.equal(each.artifacts, undefined, name);
    const [key, kept] = name === "links" ? ["links", ["links.html"]] : ["publish-store", ["public", "statements"]];
    if (each.cache !== undefined) assert.equal(each.cache.key, isForMerge(each) ? "check-store" : key);
    assert.deepEqual(each.artifacts?.paths ?? kept, kept, name);
  }
});
