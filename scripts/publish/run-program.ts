import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { Refused } from "./refusal.ts";

/** What a program wrote and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: Buffer;
  /** The last of what it complained of. */
  readonly complaint: string;
}

/** A program that is to be run. */
export interface Running {
  /** Its name and what it is told. */
  readonly words: readonly string[];
  readonly input?: string | Uint8Array | undefined;
  /** Told each line it writes. */
  readonly onLine?: (line: string) => void;
}

const mostComplaint = 2000;

/** Starts a program without any shell; `Refused` is thrown, or comes of `ended`, where it is not installed. */
export function startProgram([program = "", ...words]: readonly string[]): {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>;
} {
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-mostComplaint);
  });
  // Who has ended reads no more; its end says why.
  child.stdin.on("error", () => {});
  const ended = new Promise<{ readonly code: number | null; readonly complaint: string }>((done, failed) => {
    child.on("error", (error) => failed("code" in error && error.code === "ENOENT" ? missing(program) : error));
    child.on("close", (code) => done({ code, complaint: complaint.trim() }));
  });
  return { child, ended };
}

/** Runs a program to its end. */
export async function runProgram({ words, input, onLine }: Running): Promise<Ended> {
  const { child, ended } = startProgram(words);
  const chunks: Buffer[] = [];
  let line = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (onLine === undefined) chunks.push(chunk);
    else {
      const lines = (line + chunk.toString()).split("\n");
      line = lines.pop() ?? "";
      for (const each of lines) onLine(each);
    }
  });
  child.stdin.end(input ?? "");
  return { ...(await ended), out: Buffer.concat(chunks) };
}

const remedies: Readonly<Record<string, string>> = {
  ssh: "安装 OpenSSH install it: apt-get install openssh-client",
  rsync: "本机和服务器都要装 rsync install it here and at the server: apt-get install rsync, brew install rsync",
  rclone: "安装 install it: apt-get install rclone, brew install rclone, https://rclone.org/install/",
};

function missing(program: string): Refused {
  return new Refused({
    kind: "program-missing",
    message: `本机没有 ${program} there is no ${program} on this machine`,
    remedy: remedies[program] ?? program,
  });
}
