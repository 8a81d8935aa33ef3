import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { Progress } from "../../scripts/report/progress.ts";
import { OutputLedger } from "../../scripts/site/output-ledger.ts";
import { OutputWriter } from "../../scripts/site/output-writer.ts";
import { type PrintedPage, writtenPage } from "../../scripts/site/press.ts";
import { type Published, publish } from "../../scripts/site/publish.ts";
import type { Site } from "../../scripts/site/site.ts";
import { contentHash } from "../../scripts/store/content-hash.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { emptyFolder, filesIn } from "./command.ts";

/** Pages and files by address; the key of each is its text. */
function siteOf(pages: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Site {
  return {
    pages: Object.entries(pages).map(([path, text]) => ({
      ...{ kind: "article" as const, path: urlPath(path) },
      ...{ key: () => contentHash(text), text: () => text },
    })),
    files: Object.entries(files).map(([path, text]) => ({
      path: urlPath(path),
      key: contentHash(text),
      bytes: () => Buffer.from(text),
    })),
  };
}

interface Desk {
  readonly out: string;
  readonly shelves: Shelves;
  /** The addresses of the pages that were printed, since the desk was made. */
  readonly printed: string[];
}

function newDesk(): Desk {
  return { out: emptyFolder(), shelves: new Shelves(emptyFolder()), printed: [] };
}

/** Publishes with a hand that writes pages as Eleventy would, and tells what was done. */
async function publishTo({ out, shelves, printed }: Desk, site: Site): Promise<Omit<Published, "manifest">> {
  const progress = new Progress({ write: () => true });
  const { manifest, ...done } = await publish(
    site,
    { out, shelves, pages: shelves.on("pages"), progress },
    async (pages, onWritten) => {
      for (const page of all(pages)) {
        printed.push(page.path);
        const file = join(out, page.path, "index.html");
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, page.bytes);
        onWritten(writtenPage(page, out));
      }
    },
  );
  assert.equal(manifest, contentHash(readFileSync(join(out, "manifest.json"))));
  return done;
}

function all(pages: Iterator<PrintedPage>): readonly PrintedPage[] {
  return [...{ [Symbol.iterator]: () => pages }];
}

test("only what has changed is printed and written, and what no longer belongs is removed", async () => {
  const desk = newDesk();
  const first = await publishTo(desk, siteOf({ "/a/": "甲", "/b/": "乙" }, { "/c.txt": "丙" }));
  assert.deepEqual(first, { written: 3, unchanged: 0, removed: 0 });
  const second = await publishTo(desk, siteOf({ "/a/": "甲", "/b/": "乙乙" }, { "/c.txt": "丙" }));
  assert.deepEqual(second, { written: 1, unchanged: 2, removed: 0 });
  const third = await publishTo(desk, siteOf({ "/a/": "甲" }, { "/c.txt": "丁" }));
  assert.deepEqual(third, { written: 1, unchanged: 1, removed: 1 });
  assert.ok(!existsSync(join(desk.out, "b")));
  assert.deepEqual(desk.printed, ["/a/", "/b/", "/b/"]);
});

test("nothing at all is touched where nothing has changed, the manifest included", async () => {
  const desk = newDesk();
  const site = siteOf({ "/a/": "甲" }, { "/c.txt": "丙" });
  await publishTo(desk, site);
  const before = readFileSync(join(desk.out, "manifest.json"));
  assert.deepEqual(await publishTo(desk, site), { written: 0, unchanged: 2, removed: 0 });
  assert.deepEqual(readFileSync(join(desk.out, "manifest.json")), before);
});

test("a page that was altered, cut short or removed by another hand is put right without being printed again", async () => {
  const desk = newDesk();
  const site = siteOf({ "/a/": "甲", "/b/": "乙", "/c/": "丙" });
  await publishTo(desk, site);
  const whole = filesIn(desk.out);
  // Of the same length, so that only the time of the change tells.
  writeFileSync(join(desk.out, "a/index.html"), "申");
  writeFileSync(join(desk.out, "b/index.html"), "");
  rmSync(join(desk.out, "c"), { recursive: true });
  desk.printed.length = 0;
  assert.deepEqual(await publishTo(desk, site), { written: 3, unchanged: 0, removed: 0 });
  assert.deepEqual(desk.printed, []);
  assert.deepEqual(filesIn(desk.out), whole);
});

test("a remembered page is written into a new folder without being printed", async () => {
  const desk = newDesk();
  const site = siteOf({ "/a/": "甲", "/b/": "乙" });
  await publishTo(desk, site);
  desk.printed.length = 0;
  const other = { ...desk, out: emptyFolder() };
  assert.deepEqual(await publishTo(other, site), { written: 2, unchanged: 0, removed: 0 });
  assert.deepEqual(desk.printed, []);
  assert.deepEqual(filesIn(other.out), filesIn(desk.out));
});

test("a page that was passed over is not promised: there is no manifest", async () => {
  const { out, shelves } = newDesk();
  const publishing = { out, shelves, progress: new Progress({ write: () => true }) };
  await assert.rejects(
    publish(siteOf({ "/a/": "甲" }), publishing, async (pages) => void all(pages)),
    /a\/index\.html/u,
  );
  assert.ok(!existsSync(join(out, "manifest.json")));
});

test("two pages at one address are a bug, and the address is named", async () => {
  const [page] = siteOf({ "/theory/": "甲" }).pages;
  assert.ok(page);
  await assert.rejects(publishTo(newDesk(), { pages: [page, page], files: [] }), /theory\/index\.html/u);
});

test("what was looked at beforehand holds until a build has begun, in a new folder and in one that was built before", async () => {
  const desk = newDesk();
  const fresh = new OutputLedger(desk.out, desk.shelves);
  assert.equal(fresh.isCurrent, true);
  await publishTo(desk, siteOf({ "/a/": "甲" }));
  assert.equal(fresh.isCurrent, false);
  const built = new OutputLedger(desk.out, desk.shelves);
  assert.equal(built.isCurrent, true);
  const writer = await OutputWriter.open(desk.out);
  assert.ok(writer instanceof OutputWriter);
  writer.begin(["a/index.html"], ["a/index.html"]);
  writer.close();
  assert.equal(built.isCurrent, false);
  const cutOff = new OutputLedger(desk.out, desk.shelves);
  assert.equal(cutOff.isCurrent, true);
  await publishTo(desk, siteOf({ "/a/": "乙" }));
  assert.equal(cutOff.isCurrent, false);
});
