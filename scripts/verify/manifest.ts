import { posix } from "node:path";
import * as z from "zod";
import { internalFiles, manifestName } from "../edition/output-names.ts";
import { contentHash } from "../store/content-hash.ts";

/** One file of a site as its manifest tells it. */
export interface ManifestFile {
  /** Below the site's folder, with `/` between names. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** False for what tells a host what to do: it need not be served. */
  readonly isServed: boolean;
}

/** All files of a site but the manifest itself. */
export interface Manifest {
  /** Of the manifest's own bytes: what a statement vouches for. */
  readonly sha256: string;
  /** By path, in the manifest's order. */
  readonly files: ReadonlyMap<string, ManifestFile>;
}

/** What is said of bytes that are no manifest. */
export interface ManifestFault {
  readonly fault: string;
}

const form = z.object({
  form: z.literal("banxin-manifest-1"),
  files: z.array(
    z.object({
      path: z.string(),
      size: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      served: z.literal(false).optional(),
    }),
  ),
});

/** Reads a manifest, which may have been written by somebody who means harm: no path in it leads out of the site's folder. */
export function readManifest(bytes: Uint8Array): Manifest | ManifestFault {
  const read = form.safeParse(parseJson(bytes));
  if (!read.success) return { fault: "不是本程序的清单 not a manifest of this program" };
  const files = new Map<string, ManifestFile>();
  const folded = new Set<string>();
  for (const { path, size, sha256, served } of read.data.files) {
    if (!isSafe(path)) return { fault: `清单里的路径不对 not a path for a site: ${JSON.stringify(path)}` };
    // Two such files are one on many disks.
    const name = path.normalize("NFKC").toLowerCase();
    if (folded.has(name)) return { fault: `清单里重复 twice in the manifest: ${path}` };
    folded.add(name);
    files.set(path, { path, size, sha256, isServed: served !== false });
  }
  return { sha256: contentHash(bytes), files };
}

/** Reads JSON; nothing for what is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const reserved: ReadonlySet<string> = new Set([manifestName, ...internalFiles]);

function isSafe(path: string): boolean {
  const isBelow = posix.normalize(path) === path && !/^(?:\/|\.\.?(?:\/|$))/u.test(path) && !path.endsWith("/");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return isBelow && path !== "" && !/[\u0000-\u001f\u007f\\]|\p{Cs}/u.test(path) && !reserved.has(path);
}
