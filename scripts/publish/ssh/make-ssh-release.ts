import { manifestName } from "../../edition/output-names.ts";
import { writeStatement } from "../../verify/statement.ts";
import { outdated } from "../make-release.ts";
import { Refused } from "../refusal.ts";
import { type FileDigest, unfinishedPrefix } from "../release-folder.ts";
import type { ReleasePlan } from "../release-plan.ts";
import { runProgram } from "../run-program.ts";
import type { Making } from "../target.ts";
import type { RemoteShell } from "./remote-shell.ts";
import { rightFiles, type SshReleases, statementFile } from "./ssh-releases.ts";
import { type Reaching, sendWords } from "./ssh-words.ts";

/** rsync(1): error in file I/O, such as no space. */
const fullDisk = 11;

/** A server whose folder is held. */
export interface HeldServer {
  readonly shell: RemoteShell;
  readonly releases: SshReleases;
  readonly reaching: Reaching;
}

/**
 * Does what `plan` says at the server, as `makeRelease` does on this machine: files go where nobody reads, the server itself reads all of
 * them against the manifest, what is stated lies there before the link is moved, and what is old goes last.
 */
export async function makeSshRelease(server: HeldServer, plan: ReleasePlan, { key, step }: Making): Promise<void> {
  const { shell, releases } = server;
  // Nobody else's: an rsync that outlives its publisher can spoil no release but the one that will never be.
  const making = `${unfinishedPrefix}${plan.id}.${shell.held}`;
  const leavings = releases.unfinished.findLast((name) => name.includes(digestIn(plan.id)));
  await shell.order(`start ${making} ${leavings ?? ""}`);
  if (plan.publication.restores === undefined) await send(server, plan, { making, leavings, step });
  else await linkAll(shell, plan, making);
  await verifySent(shell, plan, making);
  await shell.order(`name ${making} ${plan.id}`);
  const statement = Buffer.from(writeStatement(plan.manifest.sha256, plan.publication, key));
  await shell.order(`put ${statementFile(plan.id)} ${statement.length}`, statement);
  await shell.order(`switch ${plan.id}`);
  for (const id of plan.remove) await shell.order(`remove ${id}`);
  if (leavings !== undefined) await shell.order(`remove ${leavings}`);
  for (const id of outdated([...releases.stated, plan.id])) await shell.order(`forget ${id}`);
}

async function send(
  { shell, reaching }: HeldServer,
  plan: ReleasePlan,
  { making, leavings, step }: { readonly making: string; readonly leavings: string | undefined } & Pick<Making, "step">,
): Promise<void> {
  const inReleases = (name: string) => `${shell.folder}/releases/${name}`;
  const bases = [plan.base, leavings].flatMap((name) => (name === undefined ? [] : [inReleases(name)]));
  let sent = 0;
  const { code, complaint } = await runProgram({
    words: sendWords({ ...reaching, from: plan.from, to: inReleases(making), bases }),
    input: names(plan),
    onLine: (line) => {
      if (!line.endsWith("/")) step(Math.min(++sent, plan.write.length), plan.write.length);
    },
  });
  if (code === fullDisk)
    // What fills the disk would be in the next one's way, who could not even take the lock; nothing of it is worth keeping.
    for (const name of [making, leavings]) if (name !== undefined) await shell.order(`remove ${name}`);
  if (code !== 0) throw spoilt(`rsync: ${complaint || `exit ${code}`}`);
}

/** All files are the release's that is brought back. */
async function linkAll(shell: RemoteShell, plan: ReleasePlan, making: string): Promise<void> {
  const list = Buffer.from(names(plan));
  await shell.order(`link_all ${plan.base ?? ""} ${making} ${list.length}`, list);
}

function names({ manifest }: ReleasePlan): string {
  return [...manifest.files.keys(), manifestName].map((path) => `${path}\0`).join("");
}

/** A file that was changed while it was sent, or at the server, is found before anybody reads it. */
async function verifySent(shell: RemoteShell, { manifest }: ReleasePlan, making: string): Promise<void> {
  const all: readonly FileDigest[] = [...manifest.files.values(), { path: manifestName, sha256: manifest.sha256 }];
  const right = await rightFiles(shell, `releases/${making}`, all);
  const wrong = all.filter(({ path }) => !right.has(path)).map(({ path }) => path);
  if (wrong.length > 0) throw spoilt(wrong.slice(0, 10).join(", "));
}

function spoilt(why: string): Refused {
  return new Refused({
    kind: "upload-differs",
    message: `传到的和要传的不一样 what arrived is not what was sent: ${why}`,
    remedy:
      "再发布一次，读者看到的仍是旧版；等构建结束再发布 publish again, when no build is running; readers see what they saw",
  });
}

function digestIn(id: string): string {
  return id.slice(id.indexOf("-"));
}
