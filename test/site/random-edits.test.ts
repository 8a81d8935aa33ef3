import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkEdits } from "../../scripts/bench/edits/check-edits.ts";
import { foreignName } from "../../scripts/bench/edits/damages.ts";
import { differenceOf } from "../../scripts/bench/edits/difference.ts";
import { type FolderState, stateOf } from "../../scripts/bench/edits/edited-newsroom.ts";
import { type Circumstances, RandomEdits } from "../../scripts/bench/random-edits.ts";
import { seededRandom } from "../../scripts/bench/seeded-random.ts";
import { outputFile } from "../../scripts/edition/addresses.ts";
import type { ReadAnew } from "../../scripts/edition/load-readings.ts";
import { readHere } from "../../scripts/edition/read-here.ts";
import type { Problem } from "../../scripts/report/problem.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { Session } from "../../scripts/site/session.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { instant } from "../../scripts/text/brands.ts";
import { newsroomFolder, root } from "../newsroom.ts";
import { Builder } from "./builder.ts";
import { emptyFolder } from "./command.ts";

/** `SEED=… EDITS=… npm test random-edits` repeats what has failed, or does more. */
const seed = process.env["SEED"] ?? "newsroom";
const edits = Number(process.env["EDITS"] ?? 90);

const progress = new Progress({ write: () => true });
const anHour = 3_600_000;
const fiveDays = 120 * anHour;

/** The same files the other way round: their order must not matter. */
const readBackwards: ReadAnew = (folder, names, terms, onRead) => readHere(folder, [...names].reverse(), terms, onRead);

/** A build that remembers, and its output. */
interface Remembering {
  readonly out: string;
  readonly build: () => Promise<readonly Problem[]>;
}

/** What a build into new folders gives: all files, the manifest included, or none where an error stands in its way. */
async function buildAnew(
  content: string,
  { asOfMs, address }: Circumstances,
  isPreview: boolean,
): Promise<{ readonly problems: readonly Problem[]; readonly files: FolderState | undefined }> {
  const shelves = new Shelves(join(emptyFolder(), "cache"));
  const code = { reading: "new", pictures: "new", pages: "new" };
  const session = new Session({ root, content, shelves, code, readAnew: readBackwards, progress });
  const { site, problems } = await session.load({ asOf: instant(asOfMs), address, isPreview }, Date.now());
  if (site === undefined) return { problems, files: undefined };
  const files = new Map<string, Buffer>();
  for (const { path, text } of site.pages) files.set(outputFile(path), Buffer.from(text()));
  for (const { path, bytes } of site.files) files.set(outputFile(path), Buffer.from(await bytes()));
  files.set("manifest.json", manifestOf(files));
  return { problems, files };
}

/** DESIGN section 2: path, size and SHA-256 of every other file, those that a host does not serve marked. */
function manifestOf(all: FolderState): Buffer {
  const rows = [...all].map(([path, bytes]) => ({
    ...{ path, size: bytes.length, sha256: contentHash(bytes) },
    ...(["_headers", "_redirects"].includes(path) && { served: false }),
  }));
  const files = rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  return Buffer.from(`${JSON.stringify({ form: "banxin-manifest-1", files }, null, 1)}\n`);
}

/** Fails unless all of `builds` give what one into new folders gives. Returns whether no error stood in its way. */
async function assertAsNew(
  content: string,
  told: Circumstances,
  isPreview: boolean,
  builds: readonly Remembering[],
): Promise<boolean> {
  const { problems, files } = await buildAnew(content, told, isPreview);
  for (const { out, build } of builds) {
    const before = files === undefined ? stateOf(out) : undefined;
    assert.deepEqual(await build(), problems);
    if (before !== undefined) assert.deepEqual(stateOf(out), before);
    else assert.equal(differenceOf(files ?? new Map(), out, foreignName), undefined);
  }
  return files !== undefined;
}

/** The files that are not the same in two states. */
function changedBetween(one: FolderState, other: FolderState): readonly string[] {
  const files = new Set([...one.keys(), ...other.keys()]);
  return [...files].filter((file) => one.get(file)?.equals(other.get(file) ?? Buffer.alloc(0)) !== true);
}

test("after any edit a build that remembers gives the same bytes and problems as one that does not", {
  timeout: 3_600_000,
}, async () => {
  const content = emptyFolder();
  cpSync(newsroomFolder, content, { recursive: true });
  const leavings = { out: join(emptyFolder(), "out"), cache: join(emptyFolder(), "cache") };
  const random = new RandomEdits(content, leavings, seed);
  // Lives as long as the test, as a preview does, and is told what was edited.
  const patient = new Builder(content);
  let seen: FolderState = new Map();
  const done: string[] = [];
  let unchanged = 0;
  const step = async (number: number): Promise<boolean> => {
    const told = random.circumstances;
    const isPreview = number % 3 === 2;
    // Half of the time no file counts as changed just now, so that all are known without being read.
    const nowMs = Date.now() + (number % 2) * anHour;
    const hastyAt = (at: Circumstances): Remembering => ({
      out: leavings.out,
      build: async () => {
        const once = new Builder(content, { ...leavings, code: `code ${number >> 4}` });
        const { problems, isUnchanged } = await once.buildOrAgain(at, { nowMs }).finally(() => once.close());
        unchanged += isUnchanged ? 1 : 0;
        return problems;
      },
    });
    const hasty = hastyAt(told);
    const now = random.newsroom.state;
    const changed = number % 5 === 0 ? undefined : changedBetween(seen, now);
    seen = now;
    const lasting: Remembering = {
      out: patient.out,
      build: async () => (await patient.buildOrAgain(told, { nowMs, isPreview, changed })).problems,
    };
    if (isPreview) await assertAsNew(content, told, true, [lasting]);
    const isFit = await assertAsNew(content, told, false, isPreview ? [hasty] : [hasty, lasting]);
    const later = { ...told, asOfMs: told.asOfMs + seededRandom(`${seed} ${number}`).below(fiveDays) };
    if (isFit && number % 4 === 1) await assertAsNew(content, later, false, [hastyAt(later)]);
    return isFit;
  };
  try {
    for (let number = 0; number <= edits; number++) {
      if (number > 0) done.push(random.next());
      if (await step(number)) random.approve();
      else done.push(random.mend());
    }
  } catch (error) {
    throw new Error(`SEED=${seed} EDITS=${edits}\n${done.join("\n")}\n${error}`, { cause: error });
  }
  patient.close();
  assert.ok(unchanged > 0 || edits < 60, "nothing was ever found unchanged");
});

test("the same holds for the command, also when builds are killed or run side by side, and when our own code is edited", {
  timeout: 600_000,
}, async () => {
  const count = Number(process.env["EDITS"] ?? 4);
  assert.equal(await checkEdits({ root, content: newsroomFolder, edits: count, seed }, () => {}), undefined);
});
