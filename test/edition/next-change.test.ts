import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { instant } from "../../scripts/text/brands.ts";
import { articleText, contentWith, instantOf, newsroomFolder, sessionOf } from "../newsroom.ts";
import { emptyFolder, run } from "../site/command.ts";

/** When the desk with `fields` on its one article would change by itself after `asOf`, and how. */
async function changeAfter(asOf: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const content = contentWith({ "theory/news/a.md": articleText(fields) });
  const { next } = await sessionOf(content).load({ asOf: instantOf(asOf), isPreview: false }, Date.now());
  return next === undefined ? "never" : `${next.kind} ${new Date(next.at).toISOString()}`;
}

test("the site changes by itself when an embargo ends, an article expires, and at the dates of what is told of it", async () => {
  const before = "2026-01-01T00:00:00+08:00";
  const after = "2026-04-01T00:00:00+08:00";
  assert.equal(await changeAfter(before, {}), "published 2026-03-01T01:30:00.000Z");
  assert.equal(await changeAfter(after, {}), "never");
  assert.equal(await changeAfter(after, { expires: "2026-06-01" }), "expired 2026-05-31T16:00:00.000Z");
  assert.equal(await changeAfter(after, { updated: "2026-05-01 08:00" }), "updated 2026-05-01T00:00:00.000Z");
  const corrections = '[{ date: 2026-05-02 08:00, text: "“三日”应为“四日”。" }]';
  assert.equal(await changeAfter(after, { corrections }), "corrected 2026-05-02T00:00:00.000Z");
  const retracted = "{ date: 2026-05-03 08:00, reason: 数据有误。 }";
  assert.equal(await changeAfter(after, { retracted }), "retracted 2026-05-03T00:00:00.000Z");
});

test("an article of our own leaves the news site map two days after it was published, a reprint was never there", async () => {
  const dayAfter = "2026-03-02T00:00:00+08:00";
  assert.equal(await changeAfter(dayAfter, {}), "news 2026-03-03T01:30:00.000Z");
  assert.equal(await changeAfter(dayAfter, { source: "{ name: 光明书评 }" }), "never");
});

test("drafts change nothing, and what has expired changes no more", async () => {
  assert.equal(await changeAfter("2026-01-01T00:00:00+08:00", { draft: "true" }), "never");
  const gone = { expires: "2026-03-10", updated: "2026-05-01 08:00" };
  assert.equal(await changeAfter("2026-04-01T00:00:00+08:00", gone), "never");
});

test("a build refuses to lose an address that was published, until it leads on or may go", () => {
  const out = join(emptyFolder(), "dist");
  const asOf = ["--as-of", "2026-04-01T00:00:00+08:00", "--out", out];
  const before = contentWith({ "theory/news/old-name.md": articleText() });
  assert.equal(run(["build", "--content", before, ...asOf]).code, 0);
  const manifest = join(out, "manifest.json");
  const kept = readFileSync(manifest, "utf8");
  const against = ["--against", manifest, ...asOf];
  const after = contentWith({ "theory/news/new-name.md": articleText() });
  const refused = run(["build", "--content", after, ...against]);
  assert.equal(refused.code, 1);
  assert.match(refused.out, /\/theory\/news\/2026\/03\/old-name\/.*address-gone/u);
  assert.equal(readFileSync(manifest, "utf8"), kept);
  const gone = ["--allow-gone", "/theory/news/2026/03/old-name/"];
  assert.equal(run(["build", "--content", after, ...against, ...gone]).code, 0);
  const led = contentWith({ "theory/news/new-name.md": articleText({ aliases: "[/theory/news/2026/03/old-name/]" }) });
  assert.equal(run(["build", "--content", led, ...against]).code, 0);
  assert.equal(run(["build", "--content", led, "--against", join(out, "index.html"), ...asOf]).code, 2);
});

test("until the next change the same content gives the same site, to the last byte", async () => {
  const content = contentWith({}, newsroomFolder);
  const session = sessionOf(content);
  const keysAt = async (asOf: number) => {
    const { site, next } = await session.load({ asOf: instant(asOf), isPreview: false }, Date.now());
    assert.ok(site);
    const keys = [
      ...site.pages.map(({ path, key }) => `${path} ${key()}`),
      ...site.files.map(({ path, key }) => `${path} ${key}`),
    ];
    return { keys, next };
  };
  let asOf = instantOf("2026-01-01T00:00:00+08:00");
  let changes = 0;
  for (let { keys, next } = await keysAt(asOf); next !== undefined; { keys, next } = await keysAt(asOf)) {
    assert.deepEqual((await keysAt(next.at - 1)).keys, keys, `${next.kind} ${next.file}`);
    asOf = next.at;
    changes++;
  }
  assert.ok(changes > 9, `${changes}`);
});
