import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { outputFile } from "../../scripts/edition/addresses.ts";
import { readHere } from "../../scripts/edition/read-here.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { writeBelow } from "../../scripts/site/output-writer.ts";
import { writtenPage } from "../../scripts/site/press.ts";
import { publish } from "../../scripts/site/publish.ts";
import { Session } from "../../scripts/site/session.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { articleText, contentWith, newsroomFolder, root, sessionOf, usualInstant } from "../newsroom.ts";
import { emptyFolder, filesIn } from "./command.ts";

const told = { asOf: usualInstant, isPreview: false };

/** Long after everything that a test has written, so that no file counts as changed just now. */
const later = Date.now() + 3_600_000;

/** What happens while a build is under way. */
interface Meanwhile {
  /** Called with every line of progress. */
  readonly onProgress?: (text: string) => void;
  /** Called when all is read and nothing written. */
  readonly onLoaded?: () => void;
}

interface Place {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

async function build({ content, out, cache }: Place, { onProgress, onLoaded }: Meanwhile = {}): Promise<void> {
  const shelves = new Shelves(cache);
  const progress = new Progress({ write: (text) => onProgress?.(text) });
  const code = { reading: "code", pictures: "code", pages: "code" };
  const session = new Session({ root, content, shelves, code, readAnew: readHere, progress });
  const { site } = await session.load(told, later);
  assert.ok(site);
  onLoaded?.();
  await publish(site, { out, shelves, pages: shelves.on("pages"), progress }, async (pages, onWritten) => {
    for (let page = pages.next(); page.done !== true; page = pages.next()) {
      writeBelow(out, outputFile(page.value.path), page.value.bytes);
      onWritten(writtenPage(page.value, out));
    }
  });
  shelves.close();
}

function newPlace(): Place {
  return { content: contentWith({}, newsroomFolder), out: emptyFolder(), cache: emptyFolder() };
}

async function assertAsNew(place: Place): Promise<void> {
  await build(place);
  const fresh = { ...place, out: emptyFolder(), cache: emptyFolder() };
  await build(fresh);
  assert.deepEqual(filesIn(place.out), filesIn(fresh.out));
}

test("an attachment that was changed while a build ran, and put back after it, is put back in the output too", async () => {
  const place = newPlace();
  const file = join(place.content, "theory/essays/2025/old-maps/survey-notes.pdf");
  const bytes = readFileSync(file);
  await build(place, { onLoaded: () => writeFileSync(file, "%PDF-1.4\nchanged meanwhile\n") });
  writeFileSync(file, bytes);
  await assertAsNew(place);
});

test("a picture that was changed while a build ran, and put back after it, is shown as it was", async () => {
  const place = newPlace();
  const file = join(place.content, "theory/essays/2025/old-maps/map.png");
  const [bytes, other] = [readFileSync(file), readFileSync(join(place.content, "site/favicon.png"))];
  await build(place, {
    onProgress: (text) => {
      if (text.includes("checking pictures")) writeFileSync(file, other);
    },
  });
  writeFileSync(file, bytes);
  await assertAsNew(place);
});

test("what was wrong with a folder and is mended is no problem any more, though only names were told", async () => {
  const content = contentWith({ "theory/news/a.md": articleText() });
  const session = sessionOf(content);
  const rules = async (changed: readonly string[]) =>
    (await session.load(told, later, { changed })).problems.map(({ rule }) => rule);
  assert.deepEqual(await rules([]), []);
  writeFileSync(join(content, "notes.docx"), "");
  assert.deepEqual(await rules(["notes.docx"]), ["file-unlisted"]);
  rmSync(join(content, "notes.docx"));
  assert.deepEqual(await rules(["notes.docx"]), []);
});

test("no two pages have one key, even where both are made from the same", async () => {
  const expired = { date: "2026-03-01", expires: "2026-04-01" };
  const content = contentWith({
    "theory/news/a.md": articleText({ title: "河边书屋", ...expired }),
    "theory/news/b.md": articleText({ title: "河边书店", ...expired }),
  });
  const { site } = await sessionOf(content).load(told, later);
  const keys = site?.pages.map(({ key }) => key()) ?? [];
  assert.ok(keys.length > 20);
  assert.equal(new Set(keys).size, keys.length);
});
