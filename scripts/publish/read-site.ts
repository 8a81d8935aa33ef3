import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lockName, manifestName, unfinishedName } from "../edition/output-names.ts";
import { compareSite } from "../verify/compare-site.ts";
import { type Difference, differenceWords } from "../verify/difference.ts";
import { FolderSite } from "../verify/folder-site.ts";
import { type Manifest, readManifest } from "../verify/manifest.ts";
import { policyOfHostFile } from "../verify/policy-header.ts";
import type { PublishedSite } from "../verify/published-site.ts";
import { addressInRobots } from "../verify/site-address.ts";
import type { Refusal } from "./refusal.ts";

/** A folder that was found to hold just what its manifest says. */
export interface WholeSite {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The site's address, as its own files have it. */
  readonly address: string;
  /** What a host must send as `Content-Security-Policy`. */
  readonly policy: string | undefined;
}

/** The pages of a preview ask its server for this script; no page of a build can (layouts/client/preview-addresses.ts). */
const previewScript = "/.banxin/preview.js";
const mostNamed = 10;

/** Reads every file of the site in `folder`; gives why it must not be published. */
export async function readSite(folder: string): Promise<WholeSite | Refusal> {
  const manifest = manifestIn(folder);
  if ("kind" in manifest) return manifest;
  let isPreview = false;
  const files = new FolderSite(folder);
  const reading: PublishedSite = {
    paths: files.paths,
    atOnce: files.atOnce,
    async load(path) {
      const found = await files.load(path);
      if (found.kind !== "file") return found;
      isPreview ||= path.endsWith(".html") && found.bytes.includes(previewScript);
      return found;
    },
  };
  const address = (await addressInRobots(files)) ?? "https://site.invalid/";
  const comparing = { manifest, isTrusted: true, address, history: () => [], extra: [], step: () => {} };
  const { differences } = await compareSite({ ...comparing, site: reading }, undefined);
  if (isPreview) return preview(folder);
  if (differences.length > 0) return differing(folder, differences);
  const headers = await readOrNothing(join(folder, "_headers"));
  return { folder, manifest, address, policy: headers && policyOfHostFile(headers) };
}

function manifestIn(folder: string): Manifest | Refusal {
  const remedy = "先构建完 build first, to its end: npm run build";
  if (existsSync(join(folder, lockName)))
    return {
      kind: "no-manifest",
      message: `${folder}：正有程序在写，或是预览 a build or a preview holds this folder`,
      remedy,
    };
  if (existsSync(join(folder, unfinishedName)))
    return { kind: "no-manifest", message: `${folder}：构建没有完成 the build did not finish`, remedy };
  const file = join(folder, manifestName);
  if (!existsSync(file))
    return { kind: "no-manifest", message: `${folder}：没有清单 there is no ${manifestName}`, remedy };
  const manifest = readManifest(readFileSync(file));
  return "fault" in manifest ? { kind: "no-manifest", message: `${file}：${manifest.fault}`, remedy } : manifest;
}

function preview(folder: string): Refusal {
  return {
    kind: "preview",
    message: `${folder}：这是预览，里面有草稿和未到时限的稿件 this is a preview, with drafts and embargoed articles`,
    remedy: "用构建的输出 publish what a build wrote: npm run build",
  };
}

function differing(folder: string, differences: readonly Difference[]): Refusal {
  const named = differences.slice(0, mostNamed).map(({ kind, path, other }) => {
    const to = other === undefined ? "" : ` ↔ ${other}`;
    return `${differenceWords[kind]}: ${path}${to}`;
  });
  const rest = differences.length - named.length;
  const lines = [...named, ...(rest > 0 ? [`… +${rest}`] : [])].map((line) => `\n    ${line}`).join("");
  return {
    kind: "folder-differs",
    message: `${folder}：和它的清单不符 it is not what its manifest says${lines}`,
    remedy: "换一个空文件夹重新构建 build anew into an empty folder: npm run build -- --out DIR",
  };
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
