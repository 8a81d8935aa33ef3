import type { SeenFile } from "./compare-site.ts";
import type { Difference, Finding } from "./difference.ts";
import type { OlderRelease } from "./history.ts";
import type { Manifest } from "./manifest.ts";
import type { Suspicion } from "./suspicions.ts";

/** So many findings of one file are told: who wants to hide one among many gains nothing by it, the file is named all the same. */
const mostFindings = 40;

/** What is known when changes are named. */
interface Naming {
  readonly manifest: Manifest;
  readonly isTrusted: boolean;
  readonly history: () => readonly OlderRelease[];
  /** Hosts that sound pages lead to or show pictures of. */
  readonly soundHosts: ReadonlySet<string>;
}

/** Names each file that is not as it should be: whether it was renamed, swapped with another or put back shows only when all were seen. */
export function nameChanges(seen: readonly SeenFile[], naming: Naming): readonly Difference[] {
  const byDigest = new Map([...naming.manifest.files.values()].map(({ sha256, path }) => [sha256, path]));
  const byPath = new Map(seen.map((file) => [file.path, file]));
  const moved = new Map(
    seen.filter(({ expected }) => expected === undefined).map(({ sha256, path }) => [sha256, path]),
  );
  const renamed = new Map(
    seen.flatMap(({ state, expected, path }) => {
      const to = state === "nothing" ? moved.get(expected?.sha256 ?? "") : undefined;
      return to === undefined ? [] : [[path, to] as const];
    }),
  );
  const newNames = new Set(renamed.values());
  return seen.flatMap((file): readonly Difference[] => {
    const named = { path: file.path, file: file.file, detail: file.detail, findings: findingsOf(file, naming) };
    if (file.state === "sound") return named.findings.length === 0 ? [] : [{ ...named, kind: "injected" }];
    if (newNames.has(file.path)) return [];
    const other = renamed.get(file.path);
    if (other !== undefined) return [{ ...named, kind: "renamed", other }];
    if (file.state !== "other") return [{ ...named, kind: file.kind }];
    const older = olderOf(file, naming.history());
    if (older !== undefined) return [{ ...named, kind: "rolled-back", other: older, findings: [] }];
    const twin = byDigest.get(file.sha256);
    if (twin === undefined) return [{ ...named, kind: file.kind }];
    if (file.expected === undefined) return [{ ...named, kind: "added", other: twin, findings: [] }];
    const isPair = byPath.get(twin)?.sha256 === file.expected.sha256;
    const detail = isPair
      ? undefined
      : "与另一个文件内容相同 holds the bytes of the other, which is still in its place or elsewhere";
    return [{ ...named, kind: "swapped", other: twin, detail, findings: [] }];
  });
}

/** The release in which the file at this path had the bytes it has now. */
function olderOf({ path, sha256 }: SeenFile, history: readonly OlderRelease[]): string | undefined {
  return history.find(({ manifest }) => manifest.files.get(path)?.sha256 === sha256)?.release;
}

function findingsOf({ state, findings, suspicions }: SeenFile, { isTrusted, soundHosts }: Naming): readonly Finding[] {
  const counts = ({ weight, host }: Suspicion) => {
    if (weight === "never") return true;
    return state !== "sound" && (weight === "perhaps" || !soundHosts.has(host ?? ""));
  };
  if (state === "sound" && isTrusted) return [];
  const odd = suspicions.filter(counts).map(({ kind, offset, excerpt }) => ({ kind, offset, excerpt }));
  return [...findings, ...odd].slice(0, mostFindings);
}
