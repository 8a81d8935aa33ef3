import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type LoadFrom, type PublishedDesk, PublishedSearch } from "../../../layouts/client/published-search.ts";
import { wantedBy } from "../../../layouts/client/search-filters.ts";
import { NotThere } from "../../../layouts/client/search-index.ts";
import { phrasesOf } from "../../../layouts/client/search-query.ts";
import { SearchRun } from "../../../layouts/client/search-run.ts";
import { articleText, contentWith } from "../../newsroom.ts";
import { searchedSite } from "../../search/searched-site.ts";

type Files = ReadonlyMap<string, Uint8Array>;
const page = Buffer.from("<!doctype html><html><title>请先登录</title><p>这里没有您要的文件。</p></html>");

let small: Files;
let large: Files;
before(async () => {
  const of = async (count: number) => {
    const articles = Array.from({ length: count }, (_, at) => [
      `theory/news/n${at}.md`,
      articleText(
        { title: `第${at}篇`, date: `2026-03-${String(at + 1).padStart(2, "0")} 08:00` },
        `河长的第${at}天。`,
      ),
    ]);
    return (await searchedSite(contentWith(Object.fromEntries(articles)))).files;
  };
  [small, large] = [await of(3), await of(20)];
});

/** A browser's way to a site: what a server once answered at an address is kept, and given without asking where that is allowed. */
class Visit {
  files: Files;
  /** What is answered instead of files, with a status that says all is well. */
  instead: ((name: string) => boolean) | undefined;
  now = 0;
  readonly kept = new Map<string, Uint8Array>();
  readonly search: PublishedSearch;

  constructor(files: Files) {
    this.files = files;
    this.search = new PublishedSearch(this.#load, () => this.now);
  }

  /** The paths that `query` finds, best first. */
  find(query: string): Promise<readonly string[]> {
    const look = async (desk: PublishedDesk) => {
      const run = await SearchRun.start(desk, phrasesOf(query, desk.fold));
      return (await run.next(10)).map(({ article }) => article.path);
    };
    return this.search.search(look, (paths) => paths.length === 0);
  }

  readonly #load: LoadFrom = async (address, cache) => {
    const kept = this.kept.get(address);
    if (cache === "default" && kept !== undefined) return kept;
    const name = address.replace(/\?.*$/u, "");
    const bytes = this.instead?.(name) ? page : this.files.get(name);
    if (bytes === undefined) throw new NotThere(name);
    this.kept.set(address, bytes);
    return bytes;
  };
}

test("where a server gives a page of its own in place of a file, the search fails, and finds again once it does not", async () => {
  for (const name of ["version.json", "han.bin", "grams/", "paths/", "texts/"]) {
    const visit = new Visit(small);
    visit.instead = (each) => each.startsWith(name);
    await assert.rejects(visit.find("河长"), name);
    await assert.rejects(visit.find("第2天"), name);
    visit.instead = undefined;
    assert.equal((await visit.find("河长")).length, 3, name);
  }
});

test("that nothing is there is not said when the server cannot be asked", async () => {
  const visit = new Visit(small);
  assert.deepEqual(await visit.find("饕餮"), []);
  visit.instead = () => true;
  await assert.rejects(visit.find("饕餮"));
});

test("what is published while a page stays open is found at once where nothing else is, and everywhere after a minute", async () => {
  const visit = new Visit(small);
  assert.equal((await visit.find("河长")).length, 3);
  visit.files = large;
  assert.equal((await visit.find("第17天")).length, 1);
  const patient = new Visit(small);
  await patient.find("河长");
  patient.files = large;
  assert.equal((await patient.find("河长")).length, 3);
  patient.now = 60_000;
  assert.equal((await patient.find("河长")).length, 10);
});

test("files that a browser kept of another version are not mixed with those of this one", async () => {
  const visit = new Visit(small);
  await visit.find("河长的第1天");
  const later = new Visit(large);
  for (const [address, bytes] of visit.kept) later.kept.set(address, bytes);
  const fresh = new Visit(large);
  for (const query of ["河长", "第1天", "第17天", "河长的第1天", "第3篇"])
    assert.deepEqual(await later.find(query), await fresh.find(query), query);
});

test("a text that is set otherwise without other words is asked for anew", async () => {
  const visit = new Visit(small);
  const [path = ""] = await visit.find("第1天");
  const name = `texts${path.replace(/\/$/u, "")}.json`;
  const changed = Buffer.from(
    Buffer.from(small.get(name) ?? [])
      .toString()
      .replace("第1天。", "第1天！"),
  );
  const later = new Visit(new Map(small).set(name, changed));
  for (const [address, bytes] of visit.kept) later.kept.set(address, bytes);
  const desk = await later.search.desk();
  const run = await SearchRun.start(desk, phrasesOf("第1天", desk.fold));
  const [result] = await run.next(1);
  assert.match(result?.excerpt.map(({ text }) => text).join("") ?? "", /第1天！/u);
});

test("a choice that is gone since it was made narrows to nothing, not to all", () => {
  const names = {
    ...{ columns: ["资讯"], sources: ["本刊"], authors: ["江若水"], years: [[2025, 0] as const, [2026, 1] as const] },
    ...{ column: [0, 0], source: [[0], [0]], author: [[0], [0]] },
  };
  const wanted = (chosen: Readonly<Record<string, string>>) =>
    [0, 1].filter(wantedBy(new Map(Object.entries(chosen)), names));
  assert.deepEqual(wanted({ column: "资讯", author: "江若水" }), [0, 1]);
  assert.deepEqual(wanted({ year: "2026" }), [1]);
  for (const gone of [{ column: "理论" }, { source: "南方观察" }, { author: "周以宁" }, { year: "2024" }])
    assert.deepEqual(wanted(gone), [], JSON.stringify(gone));
});
