import assert from "node:assert/strict";
import { test } from "node:test";
import { normalAddress, readMasthead } from "../../scripts/article/masthead.ts";

const needed = {
  title: "版心周刊",
  language: "zh-Hans",
  timeZone: "Asia/Shanghai",
  address: "https://banxin.example/",
  owner: "版心周刊社",
};

function read(changes: Readonly<Record<string, string | undefined>>) {
  const lines = Object.entries({ ...needed, ...changes }).flatMap(([name, yaml]) =>
    yaml === undefined ? [] : [`${name}: ${yaml}`],
  );
  return readMasthead({ file: "masthead.md", text: `---\n${lines.join("\n")}\n---\n\n本刊创于江城。\n` });
}

function reports(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  return read(changes).problems.map(({ line, column, rule, values }) =>
    `${line}:${column} ${rule} ${values["field"] ?? values["nearest"] ?? ""}`.trim(),
  );
}

test("a masthead of the needed fields has the usual values for the others", () => {
  const { value, problems } = read({});
  assert.deepEqual(problems, []);
  assert.deepEqual(value && { ...value, places: undefined }, {
    ...needed,
    licences: [],
    rights: { own: undefined, reprint: undefined },
    lead: [],
    related: 5,
    remotePictures: "refuse",
    silence: [],
    file: "masthead.md",
    places: undefined,
    body: "\n本刊创于江城。\n",
    bodyLine: 8,
  });
});

test("every field of a masthead is read", () => {
  const { value, problems } = read({
    description: "理论与资讯",
    editor: "林知远",
    contact: "desk@banxin.example",
    since: "2013",
    licences: '[{ text: 江 ICP 备 1 号, url: "https://beian.example/" }, { text: 江新办 2 号 }]',
    rights: '{ own: "版权归{owner}所有。", reprint: "转自{source}。" }',
    navigation: "[/theory, /pages/about.md]",
    lead: "[theory/news/river.md]",
    related: "0",
    remotePictures: "allow",
    silence: "[name-joined]",
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(value?.licences, [
    { text: "江 ICP 备 1 号", url: "https://beian.example/" },
    { text: "江新办 2 号" },
  ]);
  assert.deepEqual(value?.rights, { own: "版权归{owner}所有。", reprint: "转自{source}。" });
  assert.deepEqual([value?.navigation, value?.lead], [["/theory", "/pages/about.md"], ["theory/news/river.md"]]);
  assert.deepEqual([value?.related, value?.since, value?.remotePictures], [0, "2013", "allow"]);
  assert.deepEqual(value?.places["licences.0.url"], [11, 38]);
});

test("a masthead's faults are reported in place", () => {
  assert.deepEqual(reports({ owner: undefined }), ["1:1 field-missing owner"]);
  assert.deepEqual(reports({ owner: undefined, ownr: "甲" }), ["6:1 field-unknown ownr"]);
  assert.deepEqual(reports({ language: "zh" }), ["3:11 field-form language"]);
  assert.deepEqual(reports({ related: "13" }), ["7:10 field-form related"]);
  assert.deepEqual(reports({ related: "five" }), ["7:10 field-form related"]);
  assert.deepEqual(reports({ remotePictures: "yes" }), ["7:17 field-form remotePictures"]);
  assert.deepEqual(reports({ since: "13" }), ["7:8 field-form since"]);
  assert.deepEqual(reports({ licences: '[{ text: a, url: "javascript:x" }]' }), ["7:28 url-scheme licences.0.url"]);
  assert.deepEqual(reports({ silence: "[zone-unknown]" }), ["7:11 silence-error"]);
  assert.deepEqual(reports({ draft: "true" }), ["7:1 field-unknown draft"]);
});

test("a time zone that does not exist is answered with the one that is meant", () => {
  assert.deepEqual(reports({ timeZone: "Asia/Beijing" }), ["4:11 zone-unknown Asia/Shanghai"]);
  assert.deepEqual(reports({ timeZone: '"+08:00"' }), ["4:11 zone-unknown Asia/Shanghai"]);
  assert.deepEqual(reports({ timeZone: "北京" }), ["4:11 zone-unknown Asia/Shanghai"]);
  assert.deepEqual(reports({ timeZone: "Asia/Shangai" }), ["4:11 zone-unknown Asia/Shanghai"]);
  assert.deepEqual(reports({ timeZone: "asia/shanghai" }), ["4:11 zone-unknown Asia/Shanghai"]);
  assert.deepEqual(reports({ timeZone: "Mars/Base" }), ["4:11 zone-unknown"]);
  for (const zone of [
    "UTC",
    "Asia/Shanghai",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
    "Etc/GMT+8",
  ]) {
    assert.equal(read({ timeZone: zone }).value?.timeZone, zone);
  }
});

test("a site's address is absolute, plain, and ends in a slash", () => {
  const good: readonly (readonly [string, string])[] = [
    ["https://example.org", "https://example.org/"],
    ["https://example.org/paper", "https://example.org/paper/"],
    ["HTTPS://Example.ORG/Paper/", "https://example.org/Paper/"],
    ["http://localhost:8080/", "http://localhost:8080/"],
    ["https://example.org:443/", "https://example.org/"],
    ["https://刊物.example/专栏/", "https://xn--obr020f.example/%E4%B8%93%E6%A0%8F/"],
    ["https://example.org/a/../b/", "https://example.org/b/"],
  ];
  for (const [written, expected] of good) assert.equal(normalAddress(written), expected, written);
  const bad = [
    "",
    "example.org",
    "/paper/",
    "//example.org/",
    "ftp://example.org/",
    "javascript:alert(1)",
    "https://",
    "https:///a",
  ];
  const odd = [
    "https://u@example.org/",
    "https://example.org/?a",
    "https://example.org/#a",
    "https://example.org/a b",
    "https://example.org//a/",
  ];
  for (const written of [...bad, ...odd]) assert.equal(normalAddress(written), undefined, written);
  assert.deepEqual(reports({ address: "example.org" }), ["5:10 site-address-form"]);
});
