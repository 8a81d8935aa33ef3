import { manifestName } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";
import { changedBytes } from "./changed-bytes.ts";
import type { Difference, Finding } from "./difference.ts";
import { endsEarly } from "./ends-early.ts";
import { fileKind, isPage } from "./file-kind.ts";
import type { OlderRelease } from "./history.ts";
import type { Manifest, ManifestFile } from "./manifest.ts";
import { nameChanges } from "./name-changes.ts";
import { headerFault } from "./page-headers.ts";
import { policyFault } from "./policy-header.ts";
import type { Found, PublishedSite } from "./published-site.ts";
import type { SiteGround } from "./site-links.ts";
import { type Suspicion, suspicionsIn } from "./suspicions.ts";

/** What is compared with what. */
export interface Comparing {
  readonly site: PublishedSite;
  /** What the site should be. */
  readonly manifest: Manifest;
  /** True where the manifest is vouched for: then a page of the right digest holds nothing foreign. */
  readonly isTrusted: boolean;
  /** The site's address, ending in `/`. */
  readonly address: string;
  readonly history: () => readonly OlderRelease[];
  /** The site as it should be, where it is at hand. */
  readonly original?: PublishedSite | undefined;
  /** Paths to look for although the manifest does not have them. */
  readonly extra: readonly string[];
  /** Told after each file. */
  readonly step: (done: number, total: number) => void;
}

/** What was seen. */
export interface Comparison {
  /** Files that were looked at. */
  readonly checked: number;
  readonly differences: readonly Difference[];
  /** Pages that came with a policy that is missing or wrong; empty for a folder. */
  readonly policies: readonly { readonly path: string; readonly fault: "missing" | "wrong"; readonly header: string }[];
  /** Pages that came with a header that changes what readers see; empty for a folder. */
  readonly headers: readonly { readonly path: string; readonly header: string }[];
}

/** One file as it was found. */
export interface SeenFile {
  readonly path: string;
  /** What the manifest says; absent for a file that it does not have. */
  readonly expected?: ManifestFile | undefined;
  readonly state: "sound" | "other" | "nothing" | "unreadable";
  readonly sha256: string;
  /** How it differs, before it is known what else does. */
  readonly kind: Difference["kind"];
  readonly file: Difference["file"];
  readonly detail?: string | undefined;
  readonly findings: readonly Finding[];
  readonly suspicions: readonly Suspicion[];
}

/** Looks at every file and names all differences, in the order of their paths. `policy` is what pages must come with. */
export async function compareSite(comparing: Comparing, policy: string | undefined): Promise<Comparison> {
  const { site, manifest, extra } = comparing;
  const looking = new Looking(comparing, policy);
  const paths = [...new Set([...manifest.files.keys(), ...(site.paths ?? []), ...extra])]
    .filter((path) => path !== manifestName)
    .sort();
  const listed = await looking.at(paths);
  // A host does not tell what else it has, but changed pages lead there.
  const led = site.paths === undefined ? listed.flatMap(({ suspicions }) => suspicions) : [];
  const known = new Set(paths);
  const more = [...new Set(led.flatMap(({ added }) => added ?? []))].filter((path) => !known.has(path)).sort();
  const seen = [...listed, ...(await looking.at(more))];
  const { soundHosts, done } = looking;
  const [policies, headers] = [looking.policies.sort(byPath), looking.headers.sort(byPath)];
  return { checked: done, differences: nameChanges(seen, { ...comparing, soundHosts }), policies, headers };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** One look at a site, file by file, and what is gathered on the way. */
class Looking {
  readonly #comparing: Comparing;
  readonly #policy: string | undefined;
  readonly #ground: SiteGround;
  /** Hosts that sound pages lead to. */
  readonly soundHosts = new Set<string>();
  readonly policies: Comparison["policies"][number][] = [];
  readonly headers: Comparison["headers"][number][] = [];
  done = 0;
  #total = 0;

  constructor(comparing: Comparing, policy: string | undefined) {
    const { address, manifest } = comparing;
    this.#comparing = comparing;
    this.#policy = policy;
    this.#ground = { address, files: new Set([...manifest.files.keys(), manifestName]) };
  }

  /** Looks at `paths`, some at once; what nobody expects and is not there is left out. */
  async at(paths: readonly string[]): Promise<readonly SeenFile[]> {
    this.#total += paths.length;
    return (await inParts(paths, this.#comparing.site.atOnce, (path) => this.#see(path))).flat();
  }

  async #see(path: string): Promise<readonly SeenFile[]> {
    const { site, manifest, step } = this.#comparing;
    const expected = manifest.files.get(path);
    const found = await site.load(path, expected?.size ?? 0);
    step(++this.done, this.#total);
    const isHidden = expected?.isServed === false && site.paths === undefined && found.kind !== "file";
    if (isHidden || (expected === undefined && found.kind === "nothing")) return [];
    const seen = await seeFile(path, found, { ...this.#comparing, ground: this.#ground });
    if (found.kind === "file" && path.endsWith(".html")) this.#gather(path, found, seen.state === "sound");
    return [seen];
  }

  #gather(path: string, { bytes, headers }: Found & { readonly kind: "file" }, isSound: boolean): void {
    if (isSound) for (const host of hostsIn(bytes)) this.soundHosts.add(host);
    if (headers === undefined) return;
    const other = headerFault(headers);
    if (other !== undefined) this.headers.push({ path, header: other });
    const header = headers.get("content-security-policy");
    const fault = policyFault(header, this.#policy);
    if (fault !== undefined) this.policies.push({ path, fault, header: header ?? "" });
  }
}

interface Seeing extends Comparing {
  readonly ground: SiteGround;
}

async function seeFile(
  path: string,
  found: Found,
  { manifest, isTrusted, original, ground }: Seeing,
): Promise<SeenFile> {
  const expected = manifest.files.get(path);
  const none = { path, expected, sha256: "", file: fileKind(path), findings: [], suspicions: [] };
  if (found.kind === "nothing") return { ...none, state: "nothing", kind: "missing" };
  if (found.kind === "unreadable") return { ...none, state: "unreadable", kind: "unreadable", detail: found.why };
  const { bytes } = found;
  const sha256 = contentHash(bytes);
  const isSound = expected?.sha256 === sha256 && expected.size === bytes.length;
  const suspicions = isPage(path) && !(isSound && isTrusted) ? suspicionsIn(bytes, path, ground) : [];
  const file = fileKind(path, bytes);
  const seen = { path, expected, sha256, file, suspicions };
  if (isSound) return { ...seen, state: "sound", kind: "injected", findings: [] };
  const was = expected === undefined ? undefined : await originalOf(original, expected);
  const isCut =
    was === undefined ? bytes.length < (expected?.size ?? 0) && endsEarly(path, bytes) : isStartOf(bytes, was);
  return {
    ...seen,
    state: "other",
    kind: expected === undefined ? "added" : isCut ? "truncated" : "changed",
    detail: `${expected === undefined ? "" : `${expected.size} → `}${bytes.length} bytes`,
    findings: [
      ...(was === undefined ? [] : changedBytes(bytes, was)),
      ...newIn(foreignHosts(bytes, file, ground), was === undefined ? [] : foreignHosts(was, file, ground)),
    ],
    suspicions: was === undefined ? suspicions : newIn(suspicions, suspicionsIn(was, path, ground)),
  };
}

/** Files in which every address should be the site's own (or a source's, which then is no news). */
const addressed: ReadonlySet<string> = new Set(["feed", "site-map", "robots", "host"]);

/** Addresses of other hosts in a feed, site map, robots.txt or host file that has changed. */
function foreignHosts(bytes: Buffer, file: Difference["file"], { address }: SiteGround): readonly Finding[] {
  if (!addressed.has(file)) return [];
  const own = new URL(address).host;
  return [...bytes.toString("latin1").matchAll(/https?:\/\/([^\s/"'<>\\]+)[^\s"'<>\\]*/gu)]
    .filter(
      ([, host]) => host !== own && host !== "www.sitemaps.org" && host !== "www.w3.org" && host !== "www.google.com",
    )
    .map(({ 0: link, index }) => ({ kind: "link", offset: index, excerpt: link }));
}

async function originalOf(original: PublishedSite | undefined, { path, size, sha256 }: ManifestFile) {
  const found = await original?.load(path, size);
  return found?.kind === "file" && contentHash(found.bytes) === sha256 ? found.bytes : undefined;
}

function isStartOf(bytes: Buffer, whole: Buffer): boolean {
  return bytes.length < whole.length && whole.subarray(0, bytes.length).equals(bytes);
}

/** What is odd now and was not: counted by what it is and says. */
function newIn<Found extends Finding>(now: readonly Found[], before: readonly Found[]): readonly Found[] {
  const key = ({ kind, excerpt }: Found) => `${kind} ${excerpt}`;
  const counts = new Map<string, number>();
  for (const each of before) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return now.filter((each) => {
    const left = counts.get(key(each)) ?? 0;
    counts.set(key(each), left - 1);
    return left <= 0;
  });
}

function hostsIn(bytes: Buffer): Iterable<string> {
  return [...bytes.toString("latin1").matchAll(/(?:href|src)="https?:\/\/([^/"]+)/gu)].map(([, host]) => host ?? "");
}

async function inParts<T>(paths: readonly string[], atOnce: number, look: (path: string) => Promise<T>): Promise<T[]> {
  const results = new Map<string, T>();
  const queue = paths.values();
  const work = async () => {
    for (const path of queue) results.set(path, await look(path));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return paths.flatMap((path) => {
    const result = results.get(path);
    return result === undefined ? [] : [result];
  });
}
