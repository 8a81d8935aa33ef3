import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readHere } from "../../scripts/edition/read-here.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { Session } from "../../scripts/site/session.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { articleText, contentWith, newsroomFolder, root, usualInstant } from "../newsroom.ts";
import { emptyFolder } from "./command.ts";

const code = { reading: "tests", pictures: "tests", pages: "tests" };

/** Loads `content` as a build does that keeps nothing it does not use, and prints the pages if `isPrinting`. */
async function load(content: string, cache: string, isPrinting: boolean): Promise<void> {
  const shelves = new Shelves(cache, 0);
  const progress = new Progress({ write: () => true });
  const session = new Session({ root, content, code, shelves, readAnew: readHere, progress });
  const { site } = await session.load({ asOf: usualInstant, isPreview: false }, Date.now());
  assert.ok(site);
  if (isPrinting) for (const { text } of site.pages) text();
  shelves.close();
}

test("texts and terms stay as long as their articles do, however many builds do not look at them", async () => {
  const content = contentWith({}, newsroomFolder);
  const cache = emptyFolder();
  await load(content, cache, true);
  for (let turn = 0; turn < 3; turn++) {
    writeFileSync(join(content, "theory/news/new.md"), articleText({ title: `新稿${turn}` }));
    await load(content, cache, false);
  }
  await assert.doesNotReject(load(content, cache, true));
});
