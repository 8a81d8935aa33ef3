import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { HostSite, usualPatience } from "../../scripts/verify/host-site.ts";
import { patientFetch } from "../../scripts/verify/patient-fetch.ts";
import { policyOfHostFile } from "../../scripts/verify/policy-header.ts";
import { type Verdict, verifySite } from "../../scripts/verify/verify-site.ts";
import { root } from "../newsroom.ts";
import { emptyFolder, type Outcome } from "../site/command.ts";
import { builtSite, SiteCopy, stateSite } from "./newsroom-site.ts";
import { serveFolder } from "./serve-folder.ts";

const original = builtSite();
const policy = policyOfHostFile(readFileSync(join(original, "_headers"))) ?? "";
const statementFile = stateSite(original, emptyFolder(), { policy });
const headers = { "content-security-policy": policy };
const hasty = { ...usualPatience, msBeforeRetry: 5 };

function verify(address: string, more: Partial<Parameters<typeof verifySite>[0]> = {}): Promise<Verdict> {
  const usual = { statementFile, isHeaderOptional: false, step: () => {} };
  return verifySite({ site: new HostSite(address, 4, hasty), ...usual, ...more });
}

function kindsOf({ differences }: Verdict): readonly string[] {
  return differences.map(({ kind, path }) => `${kind} ${path}`);
}

test("a host that compresses, adds headers and more policies is fine, and never asked for much at once", async () => {
  const more = { "x-powered-by": "host", "cache-control": "no-transform", "set-cookie": "a=b" };
  const policies = `${policy}, upgrade-insecure-requests`;
  const host = await serveFolder(original, { gzip: true, headers: { ...more, "content-security-policy": policies } });
  const verdict = await verify(host.address);
  assert.deepEqual(kindsOf(verdict), []);
  assert.ok(verdict.checked > 100);
  assert.ok(host.mostAtOnce() <= 4, String(host.mostAtOnce()));
});

test("a host that fails now and then, breaks off and is told to wait for is asked again", async () => {
  const seen = new Map<string, number>();
  const host = await serveFolder(original, {
    headers,
    before(path, response) {
      const turn = (seen.get(path) ?? 0) + 1;
      seen.set(path, turn);
      if (turn > 1) return false;
      const fault = seen.size % 4;
      if (fault === 0) response.writeHead(503).end("busy");
      else if (fault === 1) response.socket?.destroy();
      else if (fault === 2)
        response
          .writeHead(200, { "content-length": "100000" })
          .write("<!doctype html>", () => response.socket?.destroy());
      else return false;
      return true;
    },
  });
  assert.deepEqual(kindsOf(await verify(host.address)), []);
});

test("what a host does not answer in time, or only with failures, is named and holds up nothing else", async () => {
  const host = await serveFolder(original, {
    headers,
    before(path, response) {
      if (path === "/about/") return true;
      if (path !== "/feed.xml") return false;
      response.writeHead(500).end();
      return true;
    },
  });
  const site = new HostSite(host.address, 4, { msForAnswer: 400, tries: 2, msBeforeRetry: 5 });
  const verdict = await verify(host.address, { site });
  const unreadable = ["unreadable about/index.html", "unreadable feed.xml"];
  assert.deepEqual(
    kindsOf(verdict).filter((each) => unreadable.includes(each)),
    unreadable,
  );
});

test("a host that leads on within itself is followed, to another host it is not", async () => {
  const lead = (to: string) => ({
    headers,
    before(path: string, response: import("node:http").ServerResponse) {
      if (path !== "/404.html" && path !== "/about/") return false;
      response.writeHead(308, { location: path === "/about/" ? to : "/404" }).end();
      return true;
    },
  });
  const copy = new SiteCopy(original);
  copy.write("404", copy.read("404.html"));
  copy.write("elsewhere.html", copy.read("about/index.html"));
  assert.deepEqual(kindsOf(await verify((await serveFolder(copy.folder, lead("/elsewhere.html"))).address)), []);
  const abroad = await verify((await serveFolder(copy.folder, lead("https://evil.example/"))).address);
  assert.deepEqual(kindsOf(abroad), ["unreadable about/index.html"]);
  assert.match(abroad.differences[0]?.detail ?? "", /evil\.example/u);
});

test("a missing, weakened or only reporting policy is named; where pages carry their own, a missing one may be allowed", async () => {
  const withPolicy = async (given: Readonly<Record<string, string>>, isHeaderOptional = false) =>
    (await verify((await serveFolder(original, { headers: given })).address, { isHeaderOptional })).differences.map(
      ({ kind }) => kind,
    );
  assert.deepEqual(await withPolicy({}), ["policy-missing"]);
  assert.deepEqual(await withPolicy({ "content-security-policy-report-only": policy }), ["policy-missing"]);
  assert.deepEqual(await withPolicy({}, true), []);
  for (const wrong of [
    "default-src *",
    policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    policy.replace("frame-ancestors 'none'", "frame-ancestors *"),
    `script-src *; ${policy}`,
  ])
    assert.deepEqual(await withPolicy({ "content-security-policy": wrong }, true), ["policy-wrong"], wrong);
  const reordered = policy
    .split("; ")
    .reverse()
    .join(" ;  ")
    .toUpperCase()
    .replaceAll(/'[A-Z]+'/gu, (word) => word.toLowerCase());
  assert.deepEqual(await withPolicy({ "content-security-policy": reordered }), []);
});

test("a header that leads readers on, or by which they read another page than was sent, is named", async () => {
  const withHeader = async (name: string, value: string) =>
    (await verify((await serveFolder(original, { headers: { ...headers, [name]: value } })).address)).differences.map(
      ({ kind }) => kind,
    );
  for (const [name, value] of [
    ["refresh", "0;url=https://evil.example/"],
    ["content-type", "text/html; charset=gb2312"],
    ["content-type", "text/plain"],
    ["content-disposition", "attachment"],
    ["link", "</x.css>; rel=stylesheet"],
  ] as const)
    assert.deepEqual(await withHeader(name, value), ["header-wrong"], value);
  for (const [name, value] of [
    ["content-type", 'text/html; charset="UTF-8"'],
    ["content-type", "text/html"],
    ["link", "</x.css>; rel=preload; as=style"],
  ] as const)
    assert.deepEqual(await withHeader(name, value), [], value);
});

test("what is asked for safely is not followed to where it is sent in the open", async () => {
  const answers: Readonly<Record<string, Response>> = {
    "https://paper.example/": new Response(null, { status: 301, headers: { location: "http://paper.example/x" } }),
    "http://paper.example/": new Response(null, { status: 301, headers: { location: "https://paper.example/x" } }),
    "https://paper.example/x": new Response("x"),
  };
  const before = globalThis.fetch;
  globalThis.fetch = async (asked) => answers[String(asked)] ?? new Response(null, { status: 418 });
  try {
    const patience = { msForAnswer: 1000, tries: 1, msBeforeRetry: 1 };
    const statusOf = async (url: string) => {
      const answer = await patientFetch(url, 10, patience);
      return typeof answer === "string" ? answer : answer.status;
    };
    assert.equal(await statusOf("https://paper.example/"), 301);
    assert.equal(await statusOf("http://paper.example/"), 200);
  } finally {
    globalThis.fetch = before;
  }
});

test("a host that answers nothing any more is not waited for file by file", async () => {
  const { address, asked } = await serveFolder(original, { before: (path) => path !== "/manifest.json" });
  const site = new HostSite(address, 4, { msForAnswer: 20, tries: 1, msBeforeRetry: 1 });
  const verdict = await verifySite({ site, statementFile, isHeaderOptional: true, step: () => {} });
  const told = verdict.differences.filter(({ kind }) => kind === "unreadable");
  assert.ok(told.length > 100 && told.length === verdict.checked - 2, `${told.length} of ${verdict.checked}`);
  assert.ok(asked() < 50, `${asked()}`);
});

test("over HTTP changed, missing, swapped and added files are named, and an answer that never ends is not waited for", async () => {
  const site = new SiteCopy(original);
  site.insert("theory/index.html", "</main>", "<script>alert(1)</script>");
  rmSync(join(site.folder, "culture/index.html"));
  site.write("casino/index.html", "<h1>x</h1>");
  const [a, b] = ["theory/feed.xml", "culture/feed.xml"] as const;
  const [feed, other] = [site.read(a), site.read(b)];
  site.write(a, other);
  site.write(b, feed);
  site.correctDigests();
  const host = await serveFolder(site.folder, {
    headers,
    before(path, response) {
      if (path !== "/robots.txt") return false;
      const more = () => {
        if (!response.destroyed) response.write("#".repeat(1 << 16), () => setImmediate(more));
      };
      more();
      return true;
    },
  });
  assert.deepEqual(kindsOf(await verify(host.address)), [
    "digests-corrected manifest.json",
    "added casino/index.html",
    "swapped culture/feed.xml",
    "missing culture/index.html",
    "changed robots.txt",
    "swapped theory/feed.xml",
    "changed theory/index.html",
  ]);
});

test("files that a changed page leads to are asked for though no manifest has them", async () => {
  const site = new SiteCopy(original);
  site.insert("theory/index.html", "</head>", '<script src="/evil.js"></script>');
  site.insert("culture/index.html", "</main>", '<a href="/casino/">彩票</a><a href="/nowhere/">无</a>');
  site.write("evil.js", "alert(1)");
  site.write("casino/index.html", "<h1>x</h1>");
  const { address } = await serveFolder(site.folder, { headers });
  assert.deepEqual(kindsOf(await verify(address)), [
    "changed culture/index.html",
    "changed theory/index.html",
    "added casino/index.html",
    "added evil.js",
  ]);
});

test("the command ends with 0, 1 and 2, and reports for people and for programs", async () => {
  const host = await serveFolder(original, { gzip: true, headers });
  const fine = await runVerify([host.address, "--statement", statementFile]);
  assert.equal(fine.code, 0, fine.err + fine.out);
  assert.match(fine.out, /相符 fine/u);
  const site = new SiteCopy(original);
  site.insert("theory/index.html", "</main>", "<script>alert(1)</script>");
  const told = await runVerify([site.folder, "--statement", statementFile, "--against", original]);
  assert.equal(told.code, 1);
  assert.match(told.out, /被改动 changed: 页面 page theory\/index\.html/u);
  assert.match(told.out, /脚本 script @\d+: <script>alert\(1\)/u);
  const { code, out } = await runVerify([site.folder, "--format", "json"]);
  assert.equal(code, 1);
  const { trust, differences } = JSON.parse(out);
  assert.equal(trust, "consistent");
  assert.deepEqual([differences[0].kind, differences[0].path], ["changed", "theory/index.html"]);
  for (const words of [
    [],
    ["nowhere"],
    [original, "--format", "xml"],
    [original, "--statement", "none"],
    [original, "--statement", original],
    [original, "--against", statementFile],
    [original, "--at-leest", "1"],
    [original, "--at-least", "0"],
  ]) {
    const wrong = await runVerify(words);
    assert.equal(wrong.code, 2, words.join(" "));
    assert.doesNotMatch(wrong.err, /\n\s+at /u);
  }
});

/** Runs the command while this process goes on to serve. */
function runVerify(words: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ["scripts/start.mjs", "verify", ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((done) => {
    child.on("close", (code) => done({ code, out, err }));
  });
}
