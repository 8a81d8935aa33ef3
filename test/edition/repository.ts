import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { contentWith } from "../newsroom.ts";

/** Runs git in `folder`; fails where it does. */
export function git(folder: string, ...words: readonly string[]): string {
  const own = ["-c", "user.name=test", "-c", "user.email=test@banxin.example", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = spawnSync("git", [...own, ...words], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** The desk with `overlay` laid over it, all of it committed to a repository of its own; gone after the tests. */
export function committed(overlay: Readonly<Record<string, string>>, ...flags: readonly string[]): string {
  const content = contentWith(overlay);
  git(content, "init", "--quiet", ...flags);
  git(content, "config", "core.autocrlf", "false");
  commit(content);
  return content;
}

/** Commits all that is in `folder`. */
export function commit(folder: string): void {
  git(folder, "add", "--all", ".");
  git(folder, "commit", "--quiet", "-m", "content: Go on");
}
