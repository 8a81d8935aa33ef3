import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { outputFile } from "../../scripts/edition/addresses.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { type PrintedPage, writtenPage } from "../../scripts/site/press.ts";
import { PreviewFolder } from "../../scripts/site/preview-folder.ts";
import { publish } from "../../scripts/site/publish.ts";
import type { Site } from "../../scripts/site/site.ts";
import { Shelves } from "../../scripts/store/shelves.ts";
import { urlPath } from "../../scripts/text/brands.ts";
import { emptyFolder } from "./command.ts";

/** Pages and files by address; the key of each is its text. */
function siteOf(pages: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Site {
  return {
    pages: Object.entries({ "/404.html": "没有这一页", ...pages }).map(([path, text]) => ({
      ...{ kind: "article" as const, path: urlPath(path) },
      ...{ key: () => text, text: () => text },
    })),
    files: Object.entries(files).map(([path, text]) => ({
      ...{ path: urlPath(path), key: text, bytes: () => Buffer.from(text) },
    })),
  };
}

/** A folder to which `site` has been published, and which is a preview's now. */
class Place {
  readonly out = emptyFolder();
  readonly shelves = new Shelves(emptyFolder());
  /** The addresses of the pages that were written, since the preview has the folder. */
  written: string[] = [];
  isRefused = false;

  async open(site: Site): Promise<PreviewFolder> {
    const write = async (pages: readonly PrintedPage[]) => {
      for (const { path, bytes } of pages) {
        const file = join(this.out, outputFile(path));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, this.isRefused ? "" : bytes);
        if (this.isRefused) throw new Error("the disk is full");
        this.written.push(path);
      }
    };
    const { out, shelves } = this;
    const progress = new Progress({ write: () => true });
    await publish(site, { out, shelves, progress }, async (pages, onWritten) => {
      const all = [...{ [Symbol.iterator]: () => pages }];
      await write(all);
      for (const page of all) onWritten(writtenPage(page, this.out));
    });
    this.written = [];
    return PreviewFolder.open(site, { out, shelves, write });
  }

  text(file: string): string {
    const path = join(this.out, file);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }
}

const always = () => true;

test("a page is brought up to date when it is asked for, and the others after that", async () => {
  const place = new Place();
  const folder = await place.open(siteOf({ "/": "甲", "/b/": "乙", "/c/": "丙" }));
  const before = folder.keyAt("/b/");
  await folder.show(siteOf({ "/": "甲二", "/b/": "乙二", "/c/": "丙" }));
  await folder.prove("/b/");
  assert.deepEqual(place.written, ["/b/"]);
  assert.equal(place.text("b/index.html"), "乙二");
  assert.notEqual(folder.keyAt("/b/"), before);
  await folder.proveAll(always);
  assert.deepEqual(place.written, ["/b/", "/"]);
  await folder.proveAll(always);
  assert.equal(place.written.length, 2);
  await folder.close();
});

test("what is not of the site any more is gone at once, and what is new is there when it is asked for", async () => {
  const place = new Place();
  const folder = await place.open(siteOf({ "/a/": "甲", "/old.html": "旧" }, { "/x.txt": "文", "/y.txt": "件" }));
  await folder.show(siteOf({ "/b/": "乙", "/old.html/new/": "新" }, { "/x.txt": "文二" }));
  assert.equal(place.text("a/index.html") + place.text("y.txt") + place.text("old.html"), "");
  assert.equal(place.text("x.txt"), "文二");
  await folder.prove("/b");
  assert.equal(place.text("b/index.html"), "乙");
  await folder.proveAll(always);
  assert.equal(place.text("old.html/new/index.html"), "新");
  await folder.close();
});

test("an address without a page shows what the page for such addresses shows", async () => {
  const place = new Place();
  const folder = await place.open(siteOf({ "/a/": "甲" }));
  const nothing = folder.keyAt("/b/");
  assert.equal(nothing, folder.keyAt("/%E4%B8%AD/c.html"));
  await folder.show(siteOf({ "/b/": "乙" }));
  await Promise.all([folder.prove("/a/"), folder.prove("/b/")]);
  assert.equal(folder.keyAt("/a/"), nothing);
  assert.notEqual(folder.keyAt("/b/"), nothing);
  await folder.close();
});

test("a page that could not be written to its end is written again, even if its text is what it was before", async () => {
  const place = new Place();
  const folder = await place.open(siteOf({ "/a/": "甲" }));
  await folder.show(siteOf({ "/a/": "甲二" }));
  place.isRefused = true;
  await assert.rejects(folder.prove("/a/"), /disk is full/u);
  place.isRefused = false;
  await folder.show(siteOf({ "/a/": "甲" }));
  await folder.prove("/a/");
  assert.equal(place.text("a/index.html"), "甲");
  await folder.close();
});

test("looking at all pages ends when something newer is wanted", async () => {
  const place = new Place();
  const pages = (text: string) => Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/${index}/`, text]));
  const folder = await place.open(siteOf(pages("一")));
  await folder.show(siteOf(pages("二")));
  let looks = 0;
  await folder.proveAll(() => ++looks < 150);
  assert.equal(place.written.length, 100);
  await folder.show(siteOf(pages("三")));
  await folder.proveAll(always);
  assert.equal(place.text("0/index.html") + place.text("299/index.html"), "三三");
  await folder.close();
});

test("the folder of a preview counts as unfinished, and what a preview left is put in order by the next", async () => {
  const place = new Place();
  const folder = await place.open(siteOf({ "/a/": "甲" }, { "/x.txt": "文" }));
  assert.ok(!existsSync(join(place.out, "manifest.json")));
  await folder.show(siteOf({ "/a/": "甲二", "/b/": "乙" }));
  await folder.proveAll(always);
  await folder.close();
  writeFileSync(join(place.out, "a/index.html"), "谁改的");
  const next = await place.open(siteOf({ "/a/": "甲二" }));
  assert.equal(place.text("a/index.html"), "甲二");
  assert.equal(place.text("b/index.html"), "");
  await next.close();
});
