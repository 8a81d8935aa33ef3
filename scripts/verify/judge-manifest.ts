import { manifestName } from "../edition/output-names.ts";
import type { Difference, Finding } from "./difference.ts";
import type { OlderRelease } from "./history.ts";
import type { Manifest } from "./manifest.ts";

/** The manifest of a site, and what is known of the one it should have. */
interface Judging {
  readonly live: { readonly manifest: Manifest | undefined; readonly fault: string };
  /** The manifest that was stated, where it is at hand. */
  readonly stated: Manifest | undefined;
  /** The digest it should have, and the sequence number of what was stated. */
  readonly expected: { readonly sha256: string; readonly sequence?: number } | undefined;
  readonly history: () => readonly OlderRelease[];
}

const mostFindings = 20;

/** What is wrong with the manifest that a site brings along: gone, of an older release, or rewritten to agree with what was changed. */
export function judgeManifest({ live, stated, expected, history }: Judging): readonly Difference[] {
  const about = { path: manifestName, file: "manifest", findings: [] } as const;
  if (live.manifest === undefined)
    return [
      live.fault === "missing" ? { ...about, kind: "missing" } : { ...about, kind: "unreadable", detail: live.fault },
    ];
  if (expected === undefined || live.manifest.sha256 === expected.sha256) return [];
  const { sha256 } = live.manifest;
  const release = history().find(({ manifest }) => manifest.sha256 === sha256);
  const { sequence = 0 } = expected;
  if (release !== undefined && release.sequence < sequence)
    return [
      {
        ...{ kind: "site-rolled-back", path: "", file: "site", other: release.release, findings: [] },
        detail: `序号 sequence ${release.sequence} < ${sequence}`,
      },
    ];
  const detail =
    release === undefined
      ? `${sha256.slice(0, 12)} ≠ ${expected.sha256.slice(0, 12)}`
      : `这是更新的 this is a newer release: ${release.release}`;
  return [
    {
      ...about,
      kind: "digests-corrected",
      detail,
      findings: stated === undefined ? [] : rewritten(live.manifest, stated),
    },
  ];
}

/** The files about which the manifest says something else than was stated. */
function rewritten(live: Manifest, stated: Manifest): readonly Finding[] {
  const paths = [...new Set([...live.files.keys(), ...stated.files.keys()])].sort();
  return paths
    .flatMap((path): readonly Finding[] => {
      const [was, is] = [stated.files.get(path)?.sha256, live.files.get(path)?.sha256];
      if (was === is) return [];
      const short = (sum: string | undefined) => sum?.slice(0, 12) ?? "∅";
      return [{ kind: "digest", offset: 0, excerpt: `${path}: ${short(was)} → ${short(is)}` }];
    })
    .slice(0, mostFindings);
}
