import { mkdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { manifestName } from "../../edition/output-names.ts";
import { manifestBeside } from "../../verify/history.ts";
import { writeStatement } from "../../verify/statement.ts";
import { replaceDurably } from "../durable.ts";
import { plannedBytes, removeManifests } from "../make-release.ts";
import { Refused } from "../refusal.ts";
import type { ReleaseFolder } from "../release-folder.ts";
import type { ReleasePlan } from "../release-plan.ts";
import type { Making } from "../target.ts";
import { journalName, writeJournal } from "./journal.ts";
import type { Batch, Store } from "./rclone.ts";
import { type RcloneReleases, storedAgrees } from "./rclone-releases.ts";
import {
  deletingSteps,
  emptiedFolders,
  linkingStages,
  secondsKept,
  sendingSteps,
  unlinkedStages,
} from "./sending-order.ts";

/** A remote that nobody else of this machine publishes to for now. */
export interface HeldRemote {
  readonly rclone: Store;
  readonly record: ReleaseFolder;
  readonly releases: RcloneReleases;
  /** How long files stay that nothing points at any more, for readers who have an old page open. */
  readonly graceMs: number;
  /** A folder of ours for what is being sent. */
  readonly scratch: string;
}

/**
 * Does what `plan` says at the remote, in an order in which it may be stopped anywhere: the journal tells of every file before it is
 * touched; pages follow what they point at; the manifest follows all of them, when the store was asked what it has; deletions and the
 * end of the journal come last.
 */
export async function makeRcloneRelease(remote: HeldRemote, plan: ReleasePlan, { key, step }: Making): Promise<void> {
  const { rclone, record, releases, graceMs } = remote;
  const files = new Map(releases.journal.files);
  const unlinked = new Set(releases.journal.unlinked);
  const note = () => rclone.write(journalName, writeJournal({ files, unlinked }));
  const link = () => {
    for (const path of plan.manifest.files.keys()) unlinked.delete(path);
  };
  const total = plan.write.length;
  let done = 0;
  for (const { stage, paths, type, cache } of sendingSteps(plan.write, plan.fresh)) {
    for (const path of paths) files.set(path, null);
    if (unlinkedStages.has(stage)) for (const path of paths) unlinked.add(path);
    if (linkingStages.has(stage)) link();
    await note();
    const headers = [`Cache-Control: ${cache}`, ...(type === undefined ? [] : [`Content-Type: ${type}`])];
    await send(remote, plan, { paths, headers });
    for (const path of paths) files.set(path, plan.manifest.files.get(path)?.sha256 ?? null);
    done += paths.length;
    step(done, total);
  }
  link();
  for (const path of plan.gone) {
    files.set(path, null);
    unlinked.add(path);
  }
  await note();
  const stored = await verifyStored(rclone, plan);
  await state(record, plan, key);
  await send(remote, plan, { paths: [manifestName], headers: manifestHeaders });
  step(total, total);
  removeManifests(record);
  if (plan.gone.length > 0) await pause(graceMs);
  for (const paths of deletingSteps(plan.gone)) await rclone.remove(paths);
  await rclone.removeFolders(emptiedFolders(stored, plan.gone));
  await rclone.remove([journalName]);
}

const manifestHeaders = [
  `Cache-Control: public, max-age=${secondsKept}`,
  "Content-Type: application/json; charset=utf-8",
];

/**
 * Sends copies: whatever a build writes meanwhile, also while rclone outlives us for a moment, a file is sent as it was planned
 * or not at all.
 */
async function send({ rclone, scratch }: HeldRemote, plan: ReleasePlan, batch: Omit<Batch, "from">): Promise<void> {
  const copies = join(scratch, "copies");
  for (const path of batch.paths) {
    const bytes = await plannedBytes(path, plan);
    await mkdir(dirname(join(copies, path)), { recursive: true });
    await writeFile(join(copies, path), bytes);
  }
  await rclone.send({ from: copies, ...batch });
  await rm(copies, { recursive: true });
}

/**
 * Asks the store for all it has: a file that was lost or cut short on its way is found before the manifest vouches for it.
 * Returns the paths of what is there.
 */
async function verifyStored(rclone: Store, { manifest, from }: ReleasePlan): Promise<readonly string[]> {
  const stored = new Map((await rclone.list()).map((file) => [file.path, file]));
  const wrong: string[] = [];
  for (const file of manifest.files.values())
    if ((await storedAgrees(stored.get(file.path), file, from)) === "not") wrong.push(file.path);
  if (wrong.length > 0) throw spoilt(wrong.slice(0, 10).join(", "));
  return [...stored.keys()];
}

async function state(record: ReleaseFolder, plan: ReleasePlan, key: Making["key"]): Promise<void> {
  const file = record.statementFile(plan.id);
  mkdirSync(record.statements, { recursive: true });
  await replaceDurably(manifestBeside(file), await plannedBytes(manifestName, plan));
  await replaceDurably(file, Buffer.from(writeStatement(plan.manifest.sha256, plan.publication, key)));
}

function spoilt(why: string): Refused {
  return new Refused({
    kind: "upload-differs",
    message: `传到的和要传的不一样 what arrived is not what was sent: ${why}`,
    remedy: "再发布一次，会接着做；等构建结束再发布 publish again, when no build is running: it goes on from there",
  });
}
