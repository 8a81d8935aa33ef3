import type { Manifest } from "../verify/manifest.ts";
import type { Publication, Statement } from "../verify/statement.ts";
import { lostAddresses } from "./lost-addresses.ts";
import { readSite, type WholeSite } from "./read-site.ts";
import type { Refusal } from "./refusal.ts";
import { releaseId, sequenceOf } from "./release-folder.ts";
import { inWritingOrder, type Planned, sayNotLost } from "./release-plan.ts";
import type { KnownManifest, Releases } from "./target.ts";

/** What is known of the build whose output is published. */
export type BuildFacts = Pick<Publication, "asOf" | "commit" | "isDirty" | "content">;

/** What is known of the machine. */
export type MachineFacts = Pick<Publication, "node" | "architecture" | "lock">;

/** What is to be published, and what is allowed that usually is not. */
export interface Publishing {
  readonly releases: Releases;
  /** The folder a build wrote. */
  readonly from: string;
  /** What is known of the build with this manifest; nothing where nobody knows. */
  readonly factsOf: (manifest: string) => Promise<BuildFacts | undefined>;
  readonly machine: MachineFacts;
  /** Tells whether a commit is an ancestor of another. */
  readonly isBefore: (commit: string, other: string) => Promise<boolean>;
  /** How many releases stay. */
  readonly keep: number;
  /** Absent: the next. */
  readonly sequence?: number | undefined;
  readonly allowGone: readonly string[];
  readonly allowDirty: boolean;
  readonly allowBack: boolean;
}

/** Decides what publishing does, or why it is refused. Writes nothing. */
export async function planRelease(publishing: Publishing): Promise<Planned | Refusal> {
  const { releases, from } = publishing;
  const { current } = releases;
  if (current !== undefined && "kind" in current) return current;
  const site = await readSite(from);
  if ("kind" in site) return site;
  const before = current && (await releases.manifestOf(current.id));
  if (current !== undefined && before === undefined) return damaged(releases, current.id);
  const isStated = before?.manifest.sha256 === site.manifest.sha256 && releases.isFinished;
  // What was spoilt since is published anew, though nothing in the site has changed.
  if (current !== undefined && isStated && (await releases.isWhole(site))) return { unchanged: current.id };
  const facts = await publishing.factsOf(site.manifest.sha256);
  if (facts === undefined) return unknownBuild();
  const refusal =
    commitRefusal(facts, publishing) ??
    (await backRefusal(facts, current && (await releases.statementOf(current.id)), publishing));
  if (refusal !== undefined) return refusal;
  const lost = before === undefined ? [] : lostAddresses(before.text, site.folder, new URL(site.address).pathname);
  return lostRefusal(lost, publishing) ?? planOf({ publishing, site, facts, before, lost });
}

async function planOf({
  publishing: { releases, from, keep, machine, allowGone, ...publishing },
  site,
  facts,
  before,
  lost,
}: {
  readonly publishing: Publishing;
  readonly site: WholeSite;
  readonly facts: BuildFacts;
  readonly before: KnownManifest | undefined;
  readonly lost: readonly string[];
}): Promise<Planned | Refusal> {
  const sequence = sequenceFor(releases, publishing.sequence);
  if (typeof sequence !== "number") return sequence;
  const { address, policy, manifest } = site;
  const { current } = releases;
  const previous = current !== undefined && "id" in current ? current.id : undefined;
  const id = releaseId(sequence, manifest.sha256);
  const publication = { sequence, release: id, address, policy, previous, ...facts, ...machine };
  const there = [...(before?.manifest.files.keys() ?? []), ...releases.leftBehind];
  const { fresh, ...changes } = changesOf(manifest, await releases.intact(site), there);
  return {
    plan: {
      ...{ id, from, manifest, publication, base: previous, ...changes },
      fresh: new Set([...fresh, ...releases.unlinked]),
      remove: outlived(releases, keep, previous),
      notLost: allowGone.filter((typed) => !lost.some((each) => isSame(typed, each))),
    },
  };
}

/** The sequence number to publish with; refused where it would not be higher than all before. */
export function sequenceFor({ ids, stated }: Pick<Releases, "ids" | "stated">, wanted?: number): number | Refusal {
  const highest = Math.max(0, ...[...ids, ...stated].map((id) => sequenceOf(id) ?? 0));
  if (wanted === undefined || wanted > highest) return wanted ?? highest + 1;
  return {
    kind: "sequence-back",
    message: `--sequence ${wanted}：已经到 ${highest} 了 the sequence would go back from ${highest}`,
    remedy: `不写 --sequence，或写 ${highest + 1} 以上 leave it out, or give ${highest + 1} or more`,
  };
}

/** Which files are written, linked and gone: `same` need not be written, `there` is what readers could ask for before. */
export function changesOf(manifest: Manifest, same: ReadonlySet<string>, there: readonly string[]) {
  const paths = [...manifest.files.keys()];
  const before = new Set(there);
  return {
    write: inWritingOrder(paths.filter((path) => !same.has(path))),
    link: paths.filter((path) => same.has(path)),
    gone: [...new Set(there)].filter((path) => !manifest.files.has(path)),
    fresh: new Set(paths.filter((path) => !before.has(path))),
  };
}

/** The releases that go when there is one more; never the one readers may still be reading. */
export function outlived({ ids }: Releases, keep: number, current: string | undefined): readonly string[] {
  return ids.slice(0, Math.max(0, ids.length + 1 - keep)).filter((id) => id !== current);
}

/** Without its manifest nobody can tell which addresses the current release has. */
function damaged({ currentName }: Releases, id: string): Refusal {
  return {
    kind: "no-release",
    message: `${id}：当前的发布已损坏，没有清单 the current release is damaged and has no manifest`,
    remedy: `--rollback --release ID，或删掉 ${currentName}（那就不比较网址）roll back, or remove that link: then no addresses are compared`,
  };
}

function commitRefusal({ commit, isDirty }: BuildFacts, { allowDirty }: Publishing): Refusal | undefined {
  const remedy = "提交后重新构建；一定要这样发布就加 --allow-dirty commit, build again; or say --allow-dirty";
  if (allowDirty) return undefined;
  if (commit === null)
    return {
      kind: "commit-unknown",
      message: "不知道是从哪个提交构建的 it is not known of which commit the build was",
      remedy,
    };
  if (isDirty)
    return {
      kind: "dirty",
      message: `构建时有未提交的改动 the build held more than its commit ${commit.slice(0, 12)}`,
      remedy,
    };
  return undefined;
}

async function backRefusal(
  facts: BuildFacts,
  stated: Statement | undefined,
  { allowBack, isBefore }: Publishing,
): Promise<Refusal | undefined> {
  if (stated === undefined || allowBack) return undefined;
  const { asOf, commit, release } = stated.publication;
  const remedy =
    "用最新的提交重新构建；要退回旧版用 --rollback；一定要这样发布就加 --allow-back build the newest commit; --rollback to go back; or say --allow-back";
  if (asOf !== null && facts.asOf !== null && Date.parse(facts.asOf) < Date.parse(asOf))
    return {
      kind: "time-back",
      message: `${release} 是 ${asOf} 的，这次构建却是 ${facts.asOf} 的 this build is as of an earlier instant`,
      remedy,
    };
  if (commit !== null && facts.commit !== null && (await isBefore(facts.commit, commit)))
    return {
      kind: "time-back",
      message: `${release} 的提交比这次的 ${facts.commit.slice(0, 12)} 新 what is published is of a later commit`,
      remedy,
    };
  return undefined;
}

function lostRefusal(all: readonly string[], { allowGone }: Publishing): Refusal | undefined {
  const lost = all.filter((each) => !allowGone.some((typed) => isSame(typed, each)));
  if (lost.length === 0) return undefined;
  const notLost = allowGone.filter((typed) => !all.some((each) => isSame(typed, each)));
  return {
    kind: "addresses-lost",
    message: [
      "已发布的地址会失效 published addresses would be lost:",
      ...lost.map((each) => `    ${each}`),
      ...notLost.map(sayNotLost),
    ].join("\n"),
    remedy: `给文章加 aliases 或 retracted，或用 --allow-gone ${lost[0]} give the article aliases or retracted, or say --allow-gone`,
  };
}

/** Whether an address that was typed, in letters or as browsers show it, is one of a manifest's. */
function isSame(typed: string, address: string): boolean {
  return typed === address || encodeURI(typed) === address;
}

function unknownBuild(): Refusal {
  return {
    kind: "build-unknown",
    message: "缓存里没有这次构建的记录 the cache knows nothing of the build that wrote this",
    remedy:
      "用构建时的 --cache，或写明 --as-of（提交取自当前的工作树） give the build's --cache, or --as-of (the commit is then the working tree's)",
  };
}
