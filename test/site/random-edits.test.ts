import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkEdits } from "../../scripts/bench/edits/check-edits.ts";
import { foreignName } from "../../scripts/bench/edits/damages.ts";
import { differenceOf } from "../../scripts/bench/edits/difference.ts";
import { type FolderState, stateOf } from "../../scripts/bench/edits/edited-newsroom.ts";
import { type Circumstances, RandomEdits } from "../../scripts/bench/random-edits.ts";
import { outputFile } from "../../scripts/edition/addresses.ts";
import type { ReadAnew } from "../../scripts/edition/load-readings.ts";
import { readHere } from "../../scripts/edition/read-here.ts";
import { LostText } from "../../scripts/edition/text-shelf.ts";
import type { Problem } from "../../scripts/report/problem.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { writeBelow } from "../../scripts/site/output-writer.ts";
import { writtenPage } from "../../scripts/site/press.ts";
import { publish } from "../../scripts/site/publish.ts";
import { Session } from "../../scripts/site/session.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { instant } from "../../scripts/text/brands.ts";
import { newsroomFolder, root } from "../newsroom.ts";
import { emptyFolder } from "./command.ts";

/** `SEED=… EDITS=… npm test random-edits` repeats what has failed, or does more. */
const seed = process.env["SEED"] ?? "newsroom";
const edits = Number(process.env["EDITS"] ?? 90);

const progress = new Progress({ write: () => true });
const anHour = 3_600_000;

/** The same files the other way round: their order must not matter. */
const readBackwards: ReadAnew = (folder, names, terms, onRead) => readHere(folder, [...names].reverse(), terms, onRead);

/** How one build differs from others. */
interface BuildingHow {
  readonly isPreview?: boolean;
  readonly nowMs?: number;
  /** The files that alone have changed since the last time. */
  readonly changed?: readonly string[] | undefined;
}

/** Who builds one content folder: for a single time, or again and again with all that is in memory. */
class Builder {
  readonly out: string;
  readonly #shelves: Shelves;
  readonly #session: Session;

  constructor(content: string, { out = emptyFolder(), cache = emptyFolder(), code = "code" } = {}) {
    this.out = out;
    this.#shelves = new Shelves(cache);
    const codes = { reading: code, pictures: code, pages: code };
    this.#session = new Session({ root, content, shelves: this.#shelves, code: codes, readAnew: readHere, progress });
  }

  /** Builds as `scripts/site/build-site.ts` does, but that pages are written by a plain hand. */
  async build({ asOfMs, address }: Circumstances, how: BuildingHow = {}): Promise<readonly Problem[]> {
    const { isPreview = false, nowMs = Date.now(), changed } = how;
    const { site, problems } = await this.#session.load({ asOf: instant(asOfMs), address, isPreview }, nowMs, changed);
    if (site === undefined) return problems;
    const publishing = { out: this.out, shelves: this.#shelves, pages: this.#shelves.on("pages"), progress };
    const { hindrance } = await publish(site, publishing, async (pages, onWritten) => {
      for (let page = pages.next(); page.done !== true; page = pages.next()) {
        writeBelow(this.out, outputFile(page.value.path), page.value.bytes);
        onWritten(writtenPage(page.value, this.out));
      }
    });
    assert.equal(hindrance, undefined);
    return problems;
  }

  /** The same, once more where something that was remembered turns out to be lost. */
  async buildOrAgain(told: Circumstances, how: BuildingHow): Promise<readonly Problem[]> {
    try {
      return await this.build(told, how);
    } catch (error) {
      if (!(error instanceof LostText)) throw error;
      return await this.build(told, { ...how, changed: undefined });
    }
  }

  close(): void {
    this.#shelves.close();
  }
}

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
  const step = async (number: number): Promise<boolean> => {
    const told = random.circumstances;
    const isPreview = number % 3 === 2;
    // Half of the time no file counts as changed just now, so that all are known without being read.
    const nowMs = Date.now() + (number % 2) * anHour;
    const hasty: Remembering = {
      out: leavings.out,
      build: () => {
        const once = new Builder(content, { ...leavings, code: `code ${number >> 4}` });
        return once.buildOrAgain(told, { nowMs }).finally(() => once.close());
      },
    };
    const now = random.newsroom.state;
    const changed = number % 5 === 0 ? undefined : changedBetween(seen, now);
    seen = now;
    const lasting: Remembering = {
      out: patient.out,
      build: () => patient.buildOrAgain(told, { nowMs, isPreview, changed }),
    };
    if (!isPreview) return assertAsNew(content, told, false, [hasty, lasting]);
    await assertAsNew(content, told, true, [lasting]);
    return assertAsNew(content, told, false, [hasty]);
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
});

test("the same holds for the command, also when builds are killed or run side by side, and when our own code is edited", {
  timeout: 600_000,
}, async () => {
  const count = Number(process.env["EDITS"] ?? 4);
  assert.equal(await checkEdits({ root, content: newsroomFolder, edits: count, seed }, () => {}), undefined);
});
