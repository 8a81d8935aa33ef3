import type { KeyObject } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Manifest, readManifest } from "./manifest.ts";
import { readStatement, type Statement } from "./statement.ts";

/** A release that was published once, as the files beside its statement tell. */
export interface OlderRelease {
  readonly release: string;
  readonly sequence: number;
  readonly manifest: Manifest;
}

/** The file beside a statement that holds the manifest it vouches for. */
export function manifestBeside(statementFile: string): string {
  return statementFile.replace(/(?:\.json)?$/u, ".manifest.json");
}

/** The manifest that `statement` vouches for, from the file beside it; nothing where that is another or none. */
export function statedManifest(statementFile: string, statement: Statement): Manifest | undefined {
  const file = manifestBeside(statementFile);
  if (!existsSync(file)) return undefined;
  const manifest = readManifest(readFileSync(file));
  return "fault" in manifest || manifest.sha256 !== statement.manifest ? undefined : manifest;
}

/** Other releases whose statements lie beside `statementFile`, newest first. With a key only those its owner signed. */
export function historyBeside(statementFile: string, key: KeyObject | undefined): readonly OlderRelease[] {
  const folder = dirname(statementFile);
  const names = readdirSync(folder, { withFileTypes: true })
    .flatMap((each) => (each.isFile() ? [each.name] : []))
    .filter((name) => name.endsWith(".json") && !name.endsWith(".manifest.json"));
  return names
    .filter((name) => name !== basename(statementFile))
    .flatMap((name): readonly OlderRelease[] => {
      const file = join(folder, name);
      const statement = readStatement(readFileSync(file), key);
      if (statement === undefined || (key !== undefined && statement.signature !== "valid")) return [];
      const manifest = statedManifest(file, statement);
      const { release, sequence } = statement.publication;
      return manifest === undefined ? [] : [{ release, sequence, manifest }];
    })
    .sort((a, b) => b.sequence - a.sequence);
}
