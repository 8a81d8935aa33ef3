import type { Publication } from "../verify/statement.ts";
import { changesOf, foreign, type MachineFacts, outlived, sequenceFor } from "./plan-release.ts";
import { readSite } from "./read-site.ts";
import type { Refusal } from "./refusal.ts";
import { type ReleaseFolder, releaseId, sequenceOf } from "./release-folder.ts";
import type { Planned } from "./release-plan.ts";

/** What is brought back. */
export interface RollingBack {
  readonly target: ReleaseFolder;
  /** The release to bring back; absent for the one before. */
  readonly wanted?: string | undefined;
  readonly machine: MachineFacts;
  readonly keep: number;
}

/**
 * Plans to bring an earlier release back as a new one with a higher number, all its files linked: so the numbers never go back, and
 * who verifies can tell this from somebody else's putting back an old site.
 */
export async function planRollback({ target, wanted, machine, keep }: RollingBack): Promise<Planned | Refusal> {
  const current = target.current;
  if (current === "foreign") return foreign(target);
  const id = wanted ?? (current && releaseBefore(target, current.id));
  if (id === undefined || !target.ids.includes(id)) return noRelease(target, id);
  const site = await readSite(target.siteOf(id), target.siteOf(id));
  if ("kind" in site) return site;
  if (!id.endsWith(site.manifest.sha256.slice(0, 12))) return noRelease(target, id);
  const before = current && target.manifestOf(current.id);
  if (current !== undefined && before?.manifest.sha256 === site.manifest.sha256) return { unchanged: current.id };
  const sequence = sequenceFor(target);
  if (typeof sequence !== "number") return sequence;
  const release = releaseId(sequence, site.manifest.sha256);
  const { address, policy, manifest } = site;
  const nothing = { asOf: null, commit: null, isDirty: false, content: "" };
  const publication: Publication = {
    ...{ ...nothing, ...machine, address, ...(policy === undefined ? {} : { policy }) },
    ...target.statementOf(id)?.publication,
    ...{ sequence, release, restores: id },
    previous: current?.id,
  };
  const changes = changesOf(site, before?.manifest.files.keys() ?? []);
  const remove = outlived(target, keep, current?.id).filter((each) => each !== id);
  return { plan: { id: release, from: site.folder, manifest, publication, base: id, ...changes, remove } };
}

/** What was current before `id` or, where that only brought another back, before that other. */
function releaseBefore(target: ReleaseFolder, id: string): string | undefined {
  const stated = target.statementOf(id)?.publication;
  if (stated?.restores !== undefined) return releaseBefore(target, stated.restores);
  const previous = stated?.previous;
  if (previous !== undefined) return target.ids.includes(previous) ? previous : undefined;
  return target.ids.findLast((each) => (sequenceOf(each) ?? 0) < (sequenceOf(id) ?? 0));
}

function noRelease(target: ReleaseFolder, id: string | undefined): Refusal {
  return {
    kind: "no-release",
    message:
      id === undefined
        ? "没有更早的发布 there is no earlier release"
        : `没有这次发布，或已损坏 no such release, or it is damaged: ${id}`,
    remedy: `现有 there are: ${target.ids.join(" ") || "—"}`,
  };
}
