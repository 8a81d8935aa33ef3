import { spawn } from "node:child_process";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "../store/content-hash.ts";
import type { Publication } from "./statement.ts";

/** What is built anew, and where. */
export interface Rebuilding {
  /** The folder of this package, in a checkout of git that has the commit. */
  readonly root: string;
  readonly publication: Publication;
  /** An empty folder, the caller's to remove. */
  readonly scratch: string;
}

/** Builds the commit of a publication as of its instant in a working tree of its own. Returns the output folder, or why there is none. */
export async function rebuild({ root, publication, scratch }: Rebuilding): Promise<{ readonly out: string } | string> {
  const { commit, asOf, address, content, isDirty } = publication;
  if (commit === null || asOf === null || isDirty)
    return "声明里没有可重建的提交 the statement names no commit and instant that could be built again";
  const other = otherMachine(root, publication);
  if (other !== undefined) return other;
  const tree = join(scratch, "tree");
  const below = await run(root, "git", ["rev-parse", "--show-prefix"]);
  const added = await run(root, "git", ["worktree", "add", "--detach", tree, commit]);
  if (below.code !== 0 || added.code !== 0) return `git: ${below.said}${added.said}`;
  try {
    const home = join(tree, below.said.trim());
    symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
    const out = join(scratch, "out");
    const places = ["--content", join(tree, content), "--out", out, "--cache", join(scratch, "cache")];
    const words = ["scripts/start.mjs", "build", ...places, "--as-of", asOf, "--address", address, "--full"];
    const { code, said } = await run(home, process.execPath, words);
    return code === 0 ? { out } : said;
  } finally {
    await run(root, "git", ["worktree", "remove", "--force", tree]);
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Why this machine cannot make the same bytes: they agree for one lock file, Node major version and processor architecture (DESIGN section 4). */
function otherMachine(root: string, { node, architecture, lock }: Publication): string | undefined {
  if (major(node) !== major(process.version)) return `Node ${node} ≠ ${process.version}`;
  if (architecture !== process.arch) return `${architecture} ≠ ${process.arch}`;
  if (lock !== contentHash(readFileSync(join(root, "package-lock.json"))))
    return "package-lock.json 不同，请先装那时的库 another package-lock.json: install that commit's libraries first";
  return undefined;
}

function major(version: string): string | undefined {
  return /\d+/u.exec(version)?.[0];
}

function run(folder: string, program: string, words: readonly string[]) {
  return new Promise<{ readonly code: number | null; readonly said: string }>((done, failed) => {
    const child = spawn(program, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-4000);
      });
    child.on("error", failed).on("close", (code) => done({ code, said }));
  });
}
