import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "../newsroom.ts";
import { type Job, jobOf, type Step, type Workflow } from "./workflow.ts";

/** What became of a job. */
export interface JobResult {
  readonly result: "success" | "failure" | "skipped";
  readonly outputs: ReadonlyMap<string, string>;
  /** All that its steps said. */
  readonly said: string;
}

/** A job on its way. */
interface Running {
  readonly temp: string;
  readonly checkout: string;
  readonly values: Map<string, string>;
  readonly env: Readonly<Record<string, string>>;
  readonly said: string[];
}

/**
 * As much of GitHub Actions as our workflows use: every job gets a checkout and a temporary folder of its own, steps run in bash as
 * they stand in the file, caches and artifacts are folders.
 */
export class Runner {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  /** What was saved, by key, in order. */
  readonly caches = new Map<string, string>();
  /** The keys that were restored, in order. */
  readonly restored: string[] = [];
  readonly #artifacts = new Map<string, string>();
  #runs = 0;

  /**
   * @param folder an empty folder; `origin.git` in it is the repository
   * @param env variables of the machine
   */
  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#env = env;
  }

  /** The repository that is checked out. */
  get origin(): string {
    return join(this.#folder, "origin.git");
  }

  /** What was deployed: the site that readers get. */
  get live(): string {
    return join(this.#folder, "live");
  }

  /** Where the artifact with this name lies, as it would be downloaded. */
  artifact(name: string): string {
    const found = this.#artifacts.get(name);
    if (found === undefined) throw new Error(`no artifact ${name}`);
    return found;
  }

  /** Runs the jobs of a workflow in the order in which they stand there, each after those it needs. */
  async run(workflow: Workflow, values: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, JobResult>> {
    const known = new Map(Object.entries({ ...values, "github.run_id": `${++this.#runs}`, "github.run_attempt": "1" }));
    this.#artifacts.clear();
    const results = new Map<string, JobResult>();
    for (const name of Object.keys(workflow.jobs)) {
      const job = jobOf(workflow, name);
      const result = await this.#runJob(job, known, results);
      results.set(name, result);
      for (const [output, value] of result.outputs) known.set(`needs.${name}.outputs.${output}`, value);
    }
    return results;
  }

  async #runJob(
    job: Job,
    known: ReadonlyMap<string, string>,
    before: ReadonlyMap<string, JobResult>,
  ): Promise<JobResult> {
    const needed = [job.needs ?? []].flat().map((name) => before.get(name)?.result);
    const isWanted = job.if?.startsWith("failure()")
      ? needed.includes("failure")
      : needed.every((each) => each === "success");
    const nothing = new Map<string, string>();
    if (!isWanted || !holds(job.if, known)) return { result: "skipped", outputs: nothing, said: "" };
    const temp = mkdtempSync(join(this.#folder, "temp-"));
    const values = new Map([...known, ["runner.temp", temp]]);
    const running = { temp, checkout: mkdtempSync(join(this.#folder, "job-")), values, env: this.#env, said: [] };
    for (const step of job.steps) {
      const isDone = step.uses === undefined ? await bash(step, job, running) : await this.#use(step, running);
      if (!isDone) return { result: "failure", outputs: nothing, said: running.said.join("") };
    }
    const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [name, filled(text, values)] as const);
    return { result: "success", outputs: new Map(outputs), said: running.said.join("") };
  }

  /** Does what the action of a step would. */
  async #use(step: Step, running: Running): Promise<boolean> {
    const given = new Map(
      Object.entries(step.with ?? {}).map(([key, each]) => [key, filled(`${each}`, running.values)]),
    );
    const option = (name: string) => given.get(name) ?? "";
    const { checkout } = running;
    const action = /^actions\/([\w/-]+)@/u.exec(step.uses ?? "")?.[1];
    if (action === "checkout") {
      const depth = option("fetch-depth") === "0" ? "" : "--depth=1";
      const line = `git clone --quiet --branch main ${depth} "file://$ORIGIN" . && echo node_modules >> .git/info/exclude`;
      return command(line, { ...running, env: { ...running.env, ORIGIN: this.origin } });
    }
    if (action === "cache/restore") {
      const begins = option("restore-keys");
      const key = [...this.caches.keys()].findLast((each) => each.startsWith(begins));
      if (key === undefined) return true;
      this.restored.push(key);
      carry(this.caches.get(key) ?? "", join(checkout, option("path")));
    } else if (action === "cache/save") {
      const kept = mkdtempSync(join(this.#folder, "cache-"));
      carry(join(checkout, option("path")), join(kept, "it"));
      this.caches.set(option("key"), join(kept, "it"));
    } else if (action === "upload-artifact" || action === "upload-pages-artifact") {
      this.#upload(action === "upload-artifact" ? option("name") : "github-pages", option("path").trim().split("\n"));
    } else if (action === "download-artifact") {
      carry(this.artifact(option("name")), option("path"));
    } else if (action === "deploy-pages") {
      rmSync(this.live, { recursive: true, force: true });
      carry(this.artifact("github-pages"), this.live);
    } else if (action !== "setup-node") {
      throw new Error(`unknown action ${step.uses}`);
    }
    return true;
  }

  #upload(name: string, paths: readonly string[]): void {
    const kept = mkdtempSync(join(this.#folder, "artifact-"));
    const [only = ""] = paths;
    for (const path of paths) carry(path, paths.length === 1 ? kept : join(kept, basename(path)));
    if (!existsSync(only)) throw new Error(`nothing to upload at ${only}`);
    this.#artifacts.set(name, kept);
  }
}

async function bash(step: Step, job: Job, running: Running): Promise<boolean> {
  const { temp, checkout, values } = running;
  // Its own test shows that nothing runs while installing; what is installed here is what it would bring.
  if (step.run === "npm ci --ignore-scripts") {
    symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
    return true;
  }
  const output = join(temp, "output");
  writeFileSync(output, "");
  const own = Object.entries({ ...job.env, ...step.env }).map(([name, text]) => [name, filled(`${text}`, values)]);
  const env = { ...running.env, ...Object.fromEntries(own), GITHUB_OUTPUT: output, RUNNER_TEMP: temp };
  const isDone = await command(step.run ?? "", { ...running, env });
  for (const [, name = "", value = ""] of readFileSync(output, "utf8").matchAll(/^([\w-]+)=(.*)$/gmu))
    values.set(`steps.${step.id}.outputs.${name}`, value);
  return isDone;
}

/** Runs lines as GitHub does where a workflow asks for bash. */
function command(lines: string, running: Running): Promise<boolean> {
  return new Promise((done, failed) => {
    const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", lines], {
      cwd: running.checkout,
      env: running.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        running.said.push(text);
      });
    child.on("error", failed).on("close", (code) => done(code === 0));
  });
}

/** The text with its expressions replaced; what is not known is nothing, as with GitHub. */
function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/gu, (_, name: string) => values.get(name) ?? "");
}

function holds(condition: string | undefined, values: ReadonlyMap<string, string>): boolean {
  const parts = (condition ?? "").split(" && ").filter((part) => part !== "" && part !== "failure()");
  return parts.every((part) => {
    const [, name = "", sign, wanted] = /^([\w.-]+) ([!=]=) '([^']*)'$/u.exec(part) ?? [];
    if (sign === undefined) throw new Error(`unknown condition ${part}`);
    return ((values.get(name) ?? "") === wanted) === (sign === "==");
  });
}

/** Copies a file or folder, what links point to included. */
function carry(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true });
}
