import { spawnSync } from "node:child_process";

const mostOutput = 1 << 28;

// No lock is taken, and no program of the repository's choosing is run: not to look for changes, and not to fetch what a partial
// clone has left out, for which some ways of fetching name a program.
const quiet = [
  "--no-optional-locks",
  ...[
    "core.fsmonitor=false",
    "core.trustctime=true",
    "core.checkStat=default",
    "protocol.allow=never",
    ...["ext", "file", "git", "http", "https", "ssh"].map((way) => `protocol.${way}.allow=never`),
  ].flatMap((setting) => ["-c", setting]),
];

/** What git prints, run in `folder`; nothing where it fails, or is not there. */
export function git(folder: string, words: readonly string[], input = ""): Buffer | undefined {
  const { status, stdout } = spawnSync("git", [...quiet, ...words], {
    cwd: folder,
    input,
    maxBuffer: mostOutput,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}

/** The same, parted at its NULs; what is not UTF-8 is spoilt. */
export function gitLines(folder: string, words: readonly string[], input = ""): readonly string[] | undefined {
  return git(folder, words, input)
    ?.toString()
    .split("\0")
    .filter((line) => line !== "");
}
