import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WrongUsage } from "./command-line.ts";
import { type Door, readWhole } from "./own-words.ts";
import { FolderTarget } from "./publish/folder-target.ts";
import { RcloneTarget } from "./publish/rclone/rclone-target.ts";
import { SshTarget } from "./publish/ssh/ssh-target.ts";
import type { Target } from "./publish/target.ts";
import { readTarget } from "./publish/target-words.ts";

/** Seconds: browsers keep no page of ours for longer than a minute. */
const mostGrace = 86_400;

/** What was said about the target, besides its name. */
export interface TargetFlags {
  readonly "ssh-config"?: string | undefined;
  readonly record?: string | undefined;
  readonly grace?: string | undefined;
}

/** Does `work` with the target that was typed; undefined where that is none. Throws `WrongUsage`. */
export async function withTarget<T>(
  typed: string,
  flags: TargetFlags,
  door: Door,
  work: (target: Target) => Promise<T>,
): Promise<T | undefined> {
  const words = readTarget(typed);
  if (words === undefined) return undefined;
  // Behind a comma rclone takes keys and passwords, and others read the logs of CI.
  if (words.kind === "fault") throw new WrongUsage(`${typed.replace(/^(rclone:[^,]*),.*$/su, "$1,…")}: ${words.fault}`);
  if (words.kind !== "ssh" && flags["ssh-config"] !== undefined)
    throw new WrongUsage(`--ssh-config ${flags["ssh-config"]}: ssh:USER@HOST:DIR`);
  if (words.kind !== "rclone" && (flags.record ?? flags.grace) !== undefined)
    throw new WrongUsage("--record, --grace: rclone:REMOTE:PATH");
  if (words.kind === "file") return work(new FolderTarget(door.fromCaller(words.folder)));
  const scratch = mkdtempSync(join(tmpdir(), "banxin-"));
  try {
    return await work(
      words.kind === "ssh"
        ? new SshTarget({ ...words, scratch, script: serverScript(door), config: sshConfig(flags, door) })
        : new RcloneTarget({ ...words, ...rcloneFlags(flags, door), scratch }),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What the server's shell is told to do. */
function serverScript({ program }: Door): Buffer {
  return readFileSync(join(program.root, "scripts/publish/ssh/server.sh"));
}

function sshConfig({ "ssh-config": typed }: TargetFlags, { fromCaller }: Door): string | undefined {
  if (typed === undefined) return undefined;
  const file = fromCaller(typed);
  if (!existsSync(file)) throw new WrongUsage(`--ssh-config ${typed}: 没有这个文件 no such file`);
  return file;
}

function rcloneFlags({ record, grace }: TargetFlags, { fromCaller }: Door) {
  if (record === undefined)
    throw new WrongUsage(
      "rclone: 要写明 --record DIR：声明存在那里，每次发布都用同一个，也要备份 it needs --record DIR, where statements are kept from one publication to the next",
    );
  const seconds = readWhole("grace", grace, 0) ?? 60;
  // Timers know no more than 24 days, and take what is longer for nothing.
  if (seconds > mostGrace) throw new WrongUsage(`--grace ${seconds}: 最多一天 a day at most (${mostGrace})`);
  return { record: fromCaller(record), graceMs: seconds * 1000 };
}
