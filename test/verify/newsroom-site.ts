import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { manifestBeside } from "../../scripts/verify/history.ts";
import { type Publication, writeStatement } from "../../scripts/verify/statement.ts";
import { newsroomFolder } from "../newsroom.ts";
import { emptyFolder, run } from "../site/command.ts";

/** A key pair of the tests' own. */
export function keyPair(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { privateKey: createPrivateKey(privateKey), publicKey: createPublicKey(publicKey) };
}

/** The newsroom as built as of `asOf`. */
export function builtSite(asOf = "2026-05-20T08:00:00+08:00"): string {
  const out = emptyFolder();
  const { code, err } = run(["build", "--content", newsroomFolder, "--out", out, "--as-of", asOf]);
  assert.equal(code, 0, err);
  // Half of all files, and none like another to a reader: for the tests' speed.
  for (const path of filesBelow(out).filter((each) => /^(?:assets\/song-|cards\/)/u.test(each)))
    rmSync(join(out, path));
  writeFileSync(join(out, "manifest.json"), manifestFor(out));
  return out;
}

/** The manifest of what lies in a folder. */
function manifestFor(folder: string): string {
  const files = filesBelow(folder)
    .filter((path) => path !== "manifest.json")
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      const served = path.startsWith("_") ? { served: false } : {};
      return { path, size: bytes.length, sha256: contentHash(bytes), ...served };
    });
  return `${JSON.stringify({ form: "banxin-manifest-1", files }, null, 1)}\n`;
}

function filesBelow(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return names.filter((name) => lstatSync(join(folder, name)).isFile());
}

/** A copy of a site that may be tampered with. */
export class SiteCopy {
  readonly folder = emptyFolder();

  constructor(original: string) {
    for (const path of filesBelow(original)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      linkSync(join(original, path), join(this.folder, path));
    }
  }

  /** The bytes of a file as Latin-1, one character for each. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), "latin1");
  }

  /** Writes a file whose bytes are the characters of `text`. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    // The original shares its bytes.
    rmSync(join(this.folder, path), { force: true });
    writeFileSync(join(this.folder, path), text, "latin1");
  }

  /** Puts `text` into a file before what it holds once, and returns where that is. */
  insert(path: string, before: string, text: string): number {
    const old = this.read(path);
    const at = old.indexOf(before);
    assert.ok(at >= 0, `${path} holds no ${before}`);
    this.write(path, old.slice(0, at) + Buffer.from(text).toString("latin1") + old.slice(at));
    return at;
  }

  /** Makes the manifest agree with the files as they are now. */
  correctDigests(): void {
    this.write("manifest.json", manifestFor(this.folder));
  }
}

/** Writes what is stated about a site into `folder`, with its manifest beside it, and returns the statement's file. */
export function stateSite(site: string, folder: string, more: Partial<Publication> = {}, key?: KeyObject): string {
  const manifest = readFileSync(join(site, "manifest.json"));
  const sequence = more.sequence ?? 5;
  const release = `${String(sequence).padStart(6, "0")}-${contentHash(manifest).slice(0, 12)}`;
  const publication: Publication = {
    ...{ sequence, release, address: "https://tingzhou.example/", asOf: "2026-05-20T00:00:00.000Z", commit: null },
    ...{ isDirty: false, content: "content", node: "v20.0.0", architecture: "x64", lock: "0".repeat(64) },
    ...more,
  };
  const file = join(folder, `${release}.json`);
  writeFileSync(file, writeStatement(contentHash(manifest), publication, key));
  writeFileSync(manifestBeside(file), manifest);
  return file;
}
