import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { link, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { manifestName } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";
import { manifestBeside } from "../verify/history.ts";
import { writeStatement } from "../verify/statement.ts";
import {
  renameDurably,
  replaceDurably,
  replaceLink,
  syncFolder,
  syncFolderMeanwhile,
  writeDurably,
} from "./durable.ts";
import { Refused } from "./refusal.ts";
import { type ReleaseFolder, sequenceOf, unfinishedPrefix } from "./release-folder.ts";
import type { ReleasePlan } from "./release-plan.ts";
import type { Making } from "./target.ts";

/** How many files are on their way to the disk at once: it gathers them. */
const atOnce = 16;
/** Manifests of so many releases are kept beside their statements, to recognise what was put back. */
const manifestsKept = 50;

/**
 * Does what `plan` says, in an order in which it may be stopped anywhere: the site is made under a name that nobody reads, the disk has
 * all of it before it is named, what is stated lies there before readers are sent to it, and what is old goes last. The caller
 * holds the lock.
 */
export async function makeRelease(target: ReleaseFolder, plan: ReleasePlan, { key, step }: Making): Promise<void> {
  for (const folder of [target.releases, target.statements]) mkdirSync(folder, { recursive: true });
  syncFolder(target.folder);
  removeLeftovers(target);
  try {
    await prepare(target, plan, { key, step });
  } catch (error) {
    // What fills the disk would be in the next one's way, who could not even take the lock.
    removeRelease(target, plan.id);
    removeLeftovers(target);
    throw error;
  }
  replaceLink(target.currentName, `releases/${plan.id}`);
  for (const id of plan.remove) removeRelease(target, id);
  removeManifests(target);
}

/** All but the switch: readers know nothing of it yet. */
async function prepare(target: ReleaseFolder, plan: ReleasePlan, { key, step }: Making): Promise<void> {
  const making = join(target.releases, unfinishedPrefix + plan.id);
  await fill(making, target, plan, step);
  renameDurably(making, target.siteOf(plan.id));
  const statement = target.statementFile(plan.id);
  await replaceDurably(manifestBeside(statement), await readFile(join(target.siteOf(plan.id), manifestName)));
  await replaceDurably(statement, Buffer.from(writeStatement(plan.manifest.sha256, plan.publication, key)));
}

async function fill(making: string, target: ReleaseFolder, plan: ReleasePlan, step: Making["step"]): Promise<void> {
  const { base, link: linked, write } = plan;
  const folders = new Set([making, ...[...linked, ...write].flatMap((path) => foldersOf(making, path))]);
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const total = linked.length + write.length;
  let done = 0;
  const count = () => step(++done, total);
  await inTurns(linked, async (path) => {
    const isLinked = base !== undefined && (await linkTo(join(target.siteOf(base), path), join(making, path)));
    if (!isLinked) await copy(path, making, plan);
    count();
  });
  await inTurns(
    write.filter((path) => path !== manifestName),
    async (path) => {
      await copy(path, making, plan);
      count();
    },
  );
  await copy(manifestName, making, plan);
  count();
  // Some at once: the disk gathers them, and there are as many folders as pages.
  await inTurns([...folders], syncFolderMeanwhile);
}

async function copy(path: string, making: string, plan: ReleasePlan): Promise<void> {
  await writeDurably(join(making, path), await plannedBytes(path, plan));
}

/** The bytes of a file, which must still be what it was when the plan was made. */
export async function plannedBytes(path: string, { from, manifest }: ReleasePlan): Promise<Buffer> {
  const bytes = await readFile(join(from, path));
  const expected = path === manifestName ? manifest.sha256 : manifest.files.get(path)?.sha256;
  if (contentHash(bytes) === expected) return bytes;
  throw new Refused({
    kind: "changed-meanwhile",
    message: `${join(from, path)}：读的时候被改了 it changed while it was read`,
    remedy: "等构建结束再发布 publish when the build has ended",
  });
}

/** False where the file system has no links, or too many of this file. */
async function linkTo(existing: string, path: string): Promise<boolean> {
  try {
    await link(existing, path);
    return true;
  } catch {
    return false;
  }
}

function foldersOf(making: string, path: string): readonly string[] {
  const folder = dirname(path);
  return folder === "." ? [] : [...foldersOf(making, folder), join(making, folder)];
}

/** What who was killed has left. */
function removeLeftovers(target: ReleaseFolder): void {
  for (const name of readdirSync(target.releases).filter((each) => each.startsWith(unfinishedPrefix)))
    rmSync(join(target.releases, name), { recursive: true, force: true });
  for (const name of readdirSync(target.statements).filter((each) => each.endsWith(".new")))
    rmSync(join(target.statements, name), { force: true });
}

/** Takes the name away first: half a release is nowhere to be seen. */
function removeRelease(target: ReleaseFolder, id: string): void {
  if (!existsSync(target.siteOf(id))) return;
  const removing = join(target.releases, unfinishedPrefix + id);
  renameSync(target.siteOf(id), removing);
  rmSync(removing, { recursive: true, force: true });
}

/** Manifests of which there are newer ones enough. */
export function removeManifests(target: ReleaseFolder): void {
  for (const id of outdated(target.stated)) rmSync(manifestBeside(target.statementFile(id)), { force: true });
}

/** Of releases about which something is stated, those whose manifests are kept no longer. */
export function outdated(stated: readonly string[]): readonly string[] {
  const newest = Math.max(0, ...stated.map((id) => sequenceOf(id) ?? 0));
  return stated.filter((id) => (sequenceOf(id) ?? 0) <= newest - manifestsKept);
}

async function inTurns(paths: readonly string[], work: (path: string) => Promise<void>): Promise<void> {
  const queue = paths.values();
  let isStopped = false;
  const worker = async () => {
    try {
      for (const path of queue) if (!isStopped) await work(path);
    } catch (error) {
      isStopped = true;
      throw error;
    }
  };
  // Nobody is told of a failure while others still write: what was begun is removed then.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
