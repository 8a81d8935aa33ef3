import assert from "node:assert/strict";
import { test } from "node:test";
import { articleText, contentWith } from "../newsroom.ts";
import { searchedSite } from "./searched-site.ts";

/** The files of a search over 40 articles, of which `changed` replaces some. */
async function filesOf(changed: Readonly<Record<string, string>> = {}) {
  const articles = Array.from({ length: 40 }, (_, at) => [
    `theory/news/n${at}.md`,
    articleText({ title: `第${at}篇` }, `河长的第${at}天，书屋开了门，桥上${"的一是在".repeat(at)}。`),
  ]);
  const { files } = await searchedSite(contentWith({ ...Object.fromEntries(articles), ...changed }));
  return new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]));
}

function versionIn(files: ReadonlyMap<string, string>): { articles: number; version: string } {
  return JSON.parse(Buffer.from(files.get("version.json") ?? "", "base64").toString());
}

test("an edited article changes the version, and of the files those alone that tell of what was edited", async () => {
  const before = await filesOf();
  const after = await filesOf({
    "theory/news/n7.md": articleText({ title: "第7篇" }, "河长的第7天，书屋关了门，桥上的一是在。"),
  });
  assert.equal(versionIn(before).articles, 40);
  assert.match(versionIn(before).version, /^[0-9a-f]{16}$/u);
  assert.notEqual(versionIn(after).version, versionIn(before).version);
  const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  const shards = [...after.keys()].filter((name) => name.endsWith(".bin"));
  const changedShards = changed.filter((name) => name.endsWith(".bin"));
  assert.ok(changedShards.length < shards.length / 2, `${changedShards.length} of ${shards.length}`);
  assert.deepEqual(
    changed.filter((name) => !name.endsWith(".bin")),
    ["texts/theory/news/2026/03/n7.json", "version.json"],
  );
});

test("the same articles in another folder have the same version", async () => {
  assert.deepEqual(versionIn(await filesOf()), versionIn(await filesOf()));
});
