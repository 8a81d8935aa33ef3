import { spawn } from "node:child_process";
import { isAbsolute, join, relative, sep } from "node:path";
import { realPath } from "./real-path.ts";

/** Which commit a folder is of. */
export interface GitState {
  readonly commit: string;
  /** True where the working tree holds anything that the commit does not. */
  readonly isDirty: boolean;
  /** The folder that was asked about, from the top of the repository, with `/` between names. */
  readonly folder: string;
}

/**
 * The commit that `folder` is of, by git; nothing where it is in no repository, or git is not there.
 *
 * @param aside folders that builds and publishing write: what lies in them makes nothing dirty
 */
export async function gitState(folder: string, aside: readonly string[]): Promise<GitState | undefined> {
  const top = (await git(folder, ["rev-parse", "--show-toplevel"]))?.trim();
  if (top === undefined || top === "") return undefined;
  const inside = aside.map((each) => relative(realPath(top), realPath(each))).filter(isBelow);
  const excluded = inside.map((each) => `:(exclude,top,literal)${each.split(sep).join("/")}`);
  const words = ["status", "--porcelain=v2", "--branch", "--untracked-files=all", "--", top, ...excluded];
  const lines = (await git(top, words))?.split("\n") ?? [];
  const commit = lines.map((line) => /^# branch\.oid ([0-9a-f]{40,64})$/u.exec(line)?.[1]).find(Boolean);
  if (commit === undefined) return undefined;
  const below = relative(realPath(top), realPath(folder)).split(sep).join("/");
  return { commit, isDirty: lines.some((line) => line !== "" && !line.startsWith("#")), folder: below };
}

/** True where `commit` is an ancestor of `other` in the repository of `folder`, and another commit. */
export async function isBefore(folder: string, commit: string, other: string): Promise<boolean> {
  if (commit === other) return false;
  return (await git(folder, ["merge-base", "--is-ancestor", commit, other])) !== undefined;
}

function isBelow(way: string): boolean {
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Git tells its hooks of the repository that runs them, which need not be the one that the content is of (githooks(5)). Who names
 * the working tree as well means just that one. Nothing that was typed is in the shell's words.
 */
const outOfHooks = [
  ...["sh", "-c"],
  '[ -n "$GIT_WORK_TREE" ] || unset GIT_DIR GIT_INDEX_FILE GIT_PREFIX GIT_QUARANTINE_PATH; exec git "$@"',
  "git",
];

/** What git prints; nothing where it fails. No lock is taken and no program of the repository's choosing is run. */
function git(folder: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    const [program = "", ...before] = process.platform === "win32" ? ["git"] : outOfHooks;
    const child = spawn(program, [...before, "--no-optional-locks", "-c", "core.fsmonitor=false", ...words], {
      cwd: join(folder),
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", () => done(undefined)).on("close", (code) => done(code === 0 ? said : undefined));
  });
}
