import type { Publication } from "../verify/statement.ts";
import { changesOf, type MachineFacts, outlived, sequenceFor } from "./plan-release.ts";
import type { Refusal } from "./refusal.ts";
import { releaseId, sequenceOf } from "./release-folder.ts";
import type { Planned } from "./release-plan.ts";
import type { Releases } from "./target.ts";

/** What is brought back. */
export interface RollingBack {
  readonly releases: Releases;
  /** The release to bring back; absent for the one before. */
  readonly wanted?: string | undefined;
  readonly machine: MachineFacts;
  readonly keep: number;
}

/**
 * Plans to bring an earlier release back as a new one with a higher number, all its files linked: so the numbers never go back, and
 * who verifies can tell this from somebody else's putting back an old site.
 */
export async function planRollback({ releases, wanted, machine, keep }: RollingBack): Promise<Planned | Refusal> {
  const { current } = releases;
  if (current !== undefined && "kind" in current) return current;
  const id = wanted ?? (current && (await releaseBefore(releases, current.id)));
  if (id === undefined || !releases.ids.includes(id)) return noRelease(releases, id);
  const site = await releases.restorable(id);
  if ("kind" in site) return site;
  if (!id.endsWith(site.manifest.sha256.slice(0, 12))) return noRelease(releases, id);
  const before = current && (await releases.manifestOf(current.id));
  if (current !== undefined && before?.manifest.sha256 === site.manifest.sha256) return { unchanged: current.id };
  const sequence = sequenceFor(releases);
  if (typeof sequence !== "number") return sequence;
  const release = releaseId(sequence, site.manifest.sha256);
  const { address, policy, manifest } = site;
  const nothing = { asOf: null, commit: null, isDirty: false, content: "" };
  const publication: Publication = {
    ...{ ...nothing, ...machine, address, ...(policy === undefined ? {} : { policy }) },
    ...(await releases.statementOf(id))?.publication,
    ...{ sequence, release, restores: id },
    previous: current?.id,
  };
  const changes = changesOf(manifest, new Set(manifest.files.keys()), [...(before?.manifest.files.keys() ?? [])]);
  const remove = outlived(releases, keep, current?.id).filter((each) => each !== id);
  return { plan: { id: release, from: site.folder, manifest, publication, base: id, ...changes, remove, notLost: [] } };
}

/** What was current before `id` or, where that only brought another back, before that other. */
async function releaseBefore(releases: Releases, id: string): Promise<string | undefined> {
  const stated = (await releases.statementOf(id))?.publication;
  const restored = stated?.restores;
  // Only ever an older one: statements that were tampered with must not lead round and round.
  if (restored !== undefined && isOlder(restored, id)) return releaseBefore(releases, restored);
  const previous = stated?.previous;
  if (previous !== undefined) return releases.ids.includes(previous) ? previous : undefined;
  return releases.ids.findLast((each) => isOlder(each, id));
}

function isOlder(id: string, other: string): boolean {
  return (sequenceOf(id) ?? 0) < (sequenceOf(other) ?? 0);
}

function noRelease({ ids }: Releases, id: string | undefined): Refusal {
  return {
    kind: "no-release",
    message:
      id === undefined
        ? "没有更早的发布 there is no earlier release"
        : `没有这次发布，或已损坏 no such release, or it is damaged: ${id}`,
    remedy: `现有 there are: ${ids.join(" ") || "—"}`,
  };
}
