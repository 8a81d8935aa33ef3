import assert from "node:assert/strict";
import { test } from "node:test";
import { readRedirects } from "../../scripts/article/redirects.ts";
import { readText } from "../../scripts/text/read-text.ts";

const read = (text: string) => readRedirects({ file: "redirects.csv", text });
const pairs = (text: string) => read(text).lines.map(({ from, to }) => `${from} ${to}`);
const faults = (text: string) => read(text).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

test("the first line tells which column is which, in English or Chinese, in either order", () => {
  for (const header of ["from,to", "From, To", '"from","to"', "旧地址,新地址", "舊地址,新地址"])
    assert.deepEqual(pairs(`${header}\n/a,/b`), ["/a /b"], header);
  assert.deepEqual(pairs("新地址,旧地址\n/b,/a"), ["/a /b"]);
  for (const header of ["old,new", "from;to", "from，to", "from", "from,from"])
    assert.deepEqual(faults(`${header}\n/a,/b`), ["1:1 redirects-header"], header);
});

test("a table as spreadsheets save it is read: byte order mark, CR LF, quotes, empty lines and cells", () => {
  const bytes = Buffer.from('\ufeff旧地址,新地址,,\r\n"/a","/b",,\r\n,,,\r\n\r\n/c , /d\r\n');
  const { text, problems } = readText(bytes, "redirects.csv");
  assert.deepEqual(problems, []);
  assert.deepEqual(pairs(text), ["/a /b", "/c /d"]);
  assert.deepEqual(faults(text), []);
});

test("a mistake in one line hides none in another, nor the lines that are good", () => {
  const text = ["from,to", "x,/a", '"/b', "/c", "/d,/e", "/f?g,/h", "/i,/j,/k"].join("\n");
  assert.deepEqual(faults(text), [
    "3:1 redirects-quote",
    "2:1 redirect-from",
    "4:1 redirects-cells",
    "6:1 redirect-from-query",
    "7:1 redirects-cells",
  ]);
  assert.deepEqual(pairs(text), ["/d /e"]);
});

test("an old address in Chinese is the one that browsers ask for", () => {
  assert.deepEqual(pairs("from,to\n/理论/三月.html,/theory/"), [
    "/%E7%90%86%E8%AE%BA/%E4%B8%89%E6%9C%88.html /theory/",
  ]);
  assert.equal(pairs(`from,to\n/cn/${"长".repeat(60)}.html,/theory/`).length, 1);
  assert.equal(pairs(`from,to\n/cn/${"长".repeat(70)}.html,/theory/`).length, 0);
});

test("nothing that leads out, runs, or writes rules of its own is an old address", () => {
  const hostile = [
    "javascript:alert(1)",
    "//evil.example/a",
    "https://evil.example/a",
    "\\\\evil.example\\a",
    "/a/../../etc/passwd",
    "/a/%2e%2E/b",
    "/a%0d%0aSet-Cookie:x",
    "/a%00",
    "/a%2Fb",
    "/a b /c 301",
    "/a { return 301 https://evil.example; }",
    "/*",
    "/a#b",
    "/a?b=c",
    "/%ff",
    "/%zz",
    `/${"a".repeat(1000)}`,
    `/${"文".repeat(400)}`,
    "/a\u2028b",
    "/a%E2%80%AEb",
    "/a%c2%85b",
  ];
  for (const from of hostile) {
    const { lines, problems } = read(`from,to\n"${from}",/theory/`);
    assert.deepEqual(lines, [], from);
    assert.equal(problems.length, 1, from);
  }
});

test("a host or a query too much is told with the path to write", () => {
  const values = (from: string) => read(`from,to\n${from},/theory/`).problems.map((each) => each.values);
  assert.deepEqual(values("http://old.example/理论/t1.html"), [
    { from: "http://old.example/理论/t1.html", path: "/理论/t1.html" },
  ]);
  assert.deepEqual(values("/show.asp?id=1"), [{ from: "/show.asp?id=1", path: "/show.asp" }]);
});

test("of a million wrong lines a thousand are told", () => {
  assert.equal(read(`from,to\n${"x\n".repeat(900_000)}`).problems.length, 1000);
});
