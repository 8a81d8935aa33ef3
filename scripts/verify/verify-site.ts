import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { manifestName } from "../edition/output-names.ts";
import { type Comparison, compareSite } from "./compare-site.ts";
import type { Difference } from "./difference.ts";
import { historyBeside, type OlderRelease, statedManifest } from "./history.ts";
import { judgeManifest } from "./judge-manifest.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import type { PublishedSite } from "./published-site.ts";
import { addressInRobots } from "./site-address.ts";
import { readStatement, type Statement } from "./statement.ts";

/** What is verified, and by what. */
export interface Verifying {
  readonly site: PublishedSite;
  /** The address the site is served from, for a host. */
  readonly address?: string | undefined;
  readonly statementFile?: string | undefined;
  /** The public key of who states. */
  readonly key?: KeyObject | undefined;
  /** The lowest sequence number that is accepted. */
  readonly atLeast?: number | undefined;
  /** The site as it should be. */
  readonly original?: PublishedSite | undefined;
  /** True where a host that sends no policy is accepted, since pages carry one themselves. */
  readonly isHeaderOptional: boolean;
  readonly step: (done: number, total: number) => void;
}

/** What was found. */
export interface Verdict {
  /**
   * How far it can be believed: `signed` and `stated` prove what was published, `compared` that it is what lies in a folder;
   * `consistent` only that the site agrees with itself.
   */
  readonly trust: "signed" | "stated" | "compared" | "consistent";
  readonly statement?: Statement | undefined;
  /** Files that were looked at. */
  readonly checked: number;
  readonly differences: readonly Difference[];
}

/** A manifest is never longer. */
const mostManifestBytes = 1 << 28;

/** Compares a whole site with what was stated about it, or with its own manifest where nothing was. */
export async function verifySite(verifying: Verifying): Promise<Verdict> {
  const { site, original, step } = verifying;
  const live = await loadManifest(site);
  const { statement, trust, expected, manifest: believed, history, faults } = await groundOfTrust(verifying, live);
  const about = [...faults, ...judgeManifest({ live, stated: believed, expected, history })];
  const manifest = believed ?? live.manifest;
  if (manifest === undefined) return { trust, statement, checked: 0, differences: about };
  const address = statement?.publication.address ?? (await addressInRobots(site)) ?? "https://site.invalid/";
  const extra = [...(live.manifest?.files.keys() ?? [])];
  const isTrusted = trust !== "consistent";
  const comparison = await compareSite(
    { site, manifest, original, step, isTrusted, history, address, extra },
    statement?.publication.policy,
  );
  const { checked, differences } = comparison;
  return {
    ...{ trust, statement, checked },
    differences: [
      ...about,
      ...differences,
      ...policyDifferences(comparison, verifying),
      ...headerDifferences(comparison),
    ],
  };
}

/** What a site is compared with, and why it can be believed. */
interface Ground {
  readonly trust: Verdict["trust"];
  readonly statement: Statement | undefined;
  /** The manifest that is believed; absent where the site's own has to do. */
  readonly manifest: Manifest | undefined;
  /** What the site's own manifest should be. */
  readonly expected: { readonly sha256: string; readonly sequence?: number } | undefined;
  readonly history: () => readonly OlderRelease[];
  /** What is wrong with the statement itself. */
  readonly faults: readonly Difference[];
}

async function groundOfTrust(verifying: Verifying, live: LiveManifest): Promise<Ground> {
  const { statementFile, key, original, atLeast } = verifying;
  if (statementFile === undefined) {
    const manifest = original === undefined ? undefined : (await loadManifest(original)).manifest;
    const trust = manifest === undefined ? "consistent" : "compared";
    const faults = [
      // Who removes a statement must not be better off than who forges one.
      ...(key === undefined ? [] : [untrusted(undefined, "没有声明 there is no statement")]),
      ...(original !== undefined && manifest === undefined ? [withoutManifest] : []),
      ...sequenceFaults(undefined, atLeast),
    ];
    return { trust, statement: undefined, manifest, expected: manifest, history: () => [], faults };
  }
  const statement = readStatement(readFileSync(statementFile), key);
  const history = once(() => historyBeside(statementFile, key));
  const faults = sequenceFaults(statement, atLeast);
  if (statement === undefined || (key !== undefined && statement.signature !== "valid")) {
    const all = [untrusted(statement), ...faults];
    return { trust: "consistent", statement, manifest: undefined, expected: undefined, history, faults: all };
  }
  const manifest = await trustedManifest(verifying, statement, live);
  const expected = { sha256: statement.manifest, sequence: statement.publication.sequence };
  const trust = manifest === undefined ? "consistent" : key === undefined ? "stated" : "signed";
  return { trust, statement, manifest, expected, history, faults };
}

/** `make`, called when it is first needed and never again. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The manifest that a site brings along. */
export interface LiveManifest {
  readonly manifest: Manifest | undefined;
  /** What is wrong where there is none. */
  readonly fault: "missing" | string;
}

async function loadManifest(site: PublishedSite): Promise<LiveManifest> {
  const found = await site.load(manifestName, mostManifestBytes);
  if (found.kind !== "file") return { manifest: undefined, fault: found.kind === "nothing" ? "missing" : found.why };
  const manifest = readManifest(found.bytes);
  return "fault" in manifest ? { manifest: undefined, fault: manifest.fault } : { manifest, fault: "" };
}

async function trustedManifest(
  { statementFile, original }: Verifying,
  statement: Statement,
  live: LiveManifest,
): Promise<Manifest | undefined> {
  if (live.manifest?.sha256 === statement.manifest) return live.manifest;
  const beside = statementFile === undefined ? undefined : statedManifest(statementFile, statement);
  const of = original === undefined ? undefined : (await loadManifest(original)).manifest;
  return beside ?? (of?.sha256 === statement.manifest ? of : undefined);
}

/** To compare with nothing is not to compare. */
const withoutManifest: Difference = {
  ...{ kind: "unreadable", path: manifestName, file: "manifest", findings: [] },
  detail: "对照的文件夹里没有清单 the folder to compare with has no manifest (--against)",
};

function untrusted(statement: Statement | undefined, none = "不是声明 it is no statement"): Difference {
  const why = {
    none,
    unsigned: "没有签名 nobody signed it",
    forged: "签名不是这把钥匙的 the signature is not by this key",
    unchecked: "",
    valid: "",
  }[statement?.signature ?? "none"];
  return { kind: "statement-untrusted", path: "", file: "site", detail: why, findings: [] };
}

function sequenceFaults(statement: Statement | undefined, atLeast: number | undefined): readonly Difference[] {
  if (atLeast === undefined) return [];
  const sequence = statement?.publication.sequence ?? 0;
  if (sequence >= atLeast) return [];
  const detail = `${statement === undefined ? "没有声明 no statement" : `序号 sequence ${sequence}`} < ${atLeast}`;
  return [
    { kind: "site-rolled-back", path: "", file: "site", other: statement?.publication.release, detail, findings: [] },
  ];
}

function headerDifferences({ headers }: Comparison): readonly Difference[] {
  const [first] = headers;
  if (first === undefined) return [];
  const detail = `${headers.length} 页 pages: ${first.header}`;
  return [{ kind: "header-wrong", path: first.path, file: "page", detail, findings: [] }];
}

function policyDifferences({ policies }: Comparison, { isHeaderOptional }: Verifying): readonly Difference[] {
  return (["missing", "wrong"] as const).flatMap((fault): readonly Difference[] => {
    const all = policies.filter((each) => each.fault === fault);
    const [first] = all;
    if (first === undefined || (fault === "missing" && isHeaderOptional)) return [];
    const detail = `${all.length} 页 pages${first.header === "" ? "" : `: ${first.header}`}`;
    return [{ kind: `policy-${fault}`, path: first.path, file: "page", detail, findings: [] }];
  });
}
