import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Random } from "../seeded-random.ts";
import { anyOf } from "./edit.ts";
import { pathsBelow } from "./edited-newsroom.ts";

/** What builds have left, as paths of the machine. */
export interface Leavings {
  readonly out: string;
  readonly cache: string;
}

/** Does to what builds have left what disks and other hands do, and says what; nothing where it cannot. */
type Blow = (leavings: Leavings, random: Random) => string | undefined;

/** What may happen to the output or to what builds remember. */
export interface Damage {
  readonly to: keyof Leavings;
  /** Does it, and says what was done; nothing where it cannot be done. */
  readonly befall: Blow;
}

/** What files of other hands in the output are called: builds leave them alone. */
export const foreignName = /^foreign-|\.foreign$/u;

/** What happens to one file that a build left. */
const toFiles: Readonly<Record<string, (path: string, random: Random) => void>> = {
  removed: (path) => rmSync(path),
  truncated: (path, random) => truncateSync(path, random.below(statSync(path).size + 1)),
  altered: alterBytes,
  "altered under the same time": (path, random) => {
    const { atime, mtime } = statSync(path);
    alterBytes(path, random);
    utimesSync(path, atime, mtime);
  },
  "longer by a byte": (path) => writeFileSync(path, "x", { flag: "a" }),
  "put there again": (path) => {
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
  },
  "made unreadable": (path) => chmodSync(path, 0o000),
  "replaced by a link": (path) => {
    renameSync(path, `${path}.foreign`);
    symlinkSync(`${path}.foreign`, path);
  },
  "replaced by an empty folder": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

/** What happens to what builds remember. */
const toCache: readonly Blow[] = [
  ...[...Object.keys(toFiles), "altered"].map((way) => spoilFile("cache", way)),
  ({ cache }) => {
    rmSync(cache, { recursive: true, force: true });
    return "cache: deleted";
  },
  ({ cache }, random) => {
    const folder = anyOf(namesIn(cache), random);
    if (folder === undefined) return undefined;
    rmSync(join(cache, folder), { recursive: true, force: true });
    if (random.below(4) === 0) writeFileSync(join(cache, folder), "a file where a folder was");
    return `cache: ${folder} deleted`;
  },
  ({ cache }, random) => {
    const [one, other] = random.shuffle(pathsBelow(cache));
    if (one === undefined || other === undefined) return undefined;
    swap(join(cache, one), join(cache, other));
    return `cache: ${one} and ${other} swapped`;
  },
  ({ cache }, random) => {
    const [one, other] = random.shuffle(namesIn(cache));
    if (one === undefined || other === undefined) return undefined;
    swap(join(cache, one), join(cache, other));
    return `cache: ${one} and ${other} swapped`;
  },
  ({ cache }, random) => {
    const folder = anyOf(namesIn(cache), random);
    if (folder === undefined || !statSync(join(cache, folder)).isDirectory()) return undefined;
    mkdirSync(join(cache, folder, "00000000000000000000000000000000.pack/folder"), { recursive: true });
    writeFileSync(join(cache, folder, "999999999-0.new"), "half a pack");
    return `cache: strange things in ${folder}`;
  },
  ({ cache }) => setAside(cache, "cache"),
];

/** What happens to the output. */
const toOutput: readonly Blow[] = [
  ...Object.keys(toFiles)
    // Nobody could compare it then.
    .filter((way) => way !== "made unreadable")
    .map((way) => spoilFile("out", way)),
  ({ out }) => {
    rmSync(out, { recursive: true, force: true });
    return "out: deleted";
  },
  ({ out }, random) => {
    const folder = anyOf(
      namesIn(out).filter((name) => statSync(join(out, name)).isDirectory()),
      random,
    );
    if (folder === undefined) return undefined;
    rmSync(join(out, folder), { recursive: true });
    return `out: ${folder} deleted`;
  },
  ({ out }, random) => {
    const [one, other] = random.shuffle(writtenFiles(out));
    if (one === undefined || other === undefined) return undefined;
    swap(join(out, one), join(out, other));
    return `out: ${one} and ${other} swapped`;
  },
  ({ out }, random) => {
    if (!existsSync(join(out, "manifest.json"))) return undefined;
    const folder = join(out, `foreign-${random.below(3)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "CNAME"), "foreign");
    return "out: a foreign file";
  },
  ({ out }) => setAside(out, "out"),
];

/** Everything that may happen to what builds have left. */
export const damages: readonly Damage[] = [
  ...toCache.map((befall) => ({ to: "cache" as const, befall })),
  ...toOutput.map((befall) => ({ to: "out" as const, befall })),
];

function spoilFile(which: keyof Leavings, way: string): Blow {
  return (leavings, random) => {
    const folder = leavings[which];
    const file = anyOf(writtenFiles(folder), random);
    if (file === undefined) return undefined;
    toFiles[way]?.(join(folder, file), random);
    return `${which}: ${file} ${way}`;
  };
}

/** All files but the manifest and notes of builds, without which a folder is no build's, those of other hands, and links that lead nowhere. */
function writtenFiles(folder: string): readonly string[] {
  const isWritten = (file: string) => file !== "manifest.json" && !/^\./u.test(file) && !foreignName.test(file);
  return pathsBelow(folder).filter((file) => isWritten(file) && existsSync(join(folder, file)));
}

/** Other bytes in a few places, and no other length. */
function alterBytes(path: string, random: Random): void {
  const bytes = readFileSync(path);
  for (let count = 0; count < 8; count++) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + random.below(255));
  }
  writeFileSync(path, bytes);
}

function swap(one: string, other: string): void {
  renameSync(one, `${one}.swap`);
  renameSync(other, one);
  renameSync(`${one}.swap`, other);
}

/** Keeps a copy of a folder as it is or, every other time, puts the copy that was kept in its place. */
function setAside(folder: string, name: string): string | undefined {
  const copy = `${folder}.old`;
  if (!existsSync(folder)) return undefined;
  if (!existsSync(copy)) {
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
    return `${name}: copied`;
  }
  rmSync(folder, { recursive: true });
  renameSync(copy, folder);
  return `${name}: as it was some edits ago`;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
