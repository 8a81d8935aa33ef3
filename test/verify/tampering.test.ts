import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Difference } from "../../scripts/verify/difference.ts";
import { FolderSite } from "../../scripts/verify/folder-site.ts";
import { renderVerdict } from "../../scripts/verify/render-verdict.ts";
import { type Verdict, verifySite } from "../../scripts/verify/verify-site.ts";
import { emptyFolder } from "../site/command.ts";
import { builtSite, keyPair, SiteCopy, stateSite } from "./newsroom-site.ts";

const older = builtSite("2026-04-01T08:00:00+08:00");
const original = builtSite();
const { privateKey, publicKey } = keyPair();
const statements = emptyFolder();
const olderFile = stateSite(older, statements, { sequence: 3 }, privateKey);
const statementFile = stateSite(original, statements, { sequence: 5 }, privateKey);

const article = "theory/essays/2025/04/four-balances/index.html";
const another = "theory/essays/2025/05/notes-on-notes/index.html";
const redirect = "cn/news/t20240115_1.html";
const picture = "favicon.png";
const avif =
  readdirSync(join(original, "pictures"))
    .filter((name) => name.endsWith(".avif"))
    .map((name) => `pictures/${name}`)[0] ?? "";
const searchFile =
  readdirSync(join(original, "search"), { withFileTypes: true })
    .filter((each) => each.isFile() && each.name !== "index.html")
    .map(({ name }) => `search/${name}`)[0] ?? "";
const script =
  readdirSync(join(original, "assets"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => `assets/${name}`)[0] ?? "";

interface Tampering {
  readonly name: string;
  readonly tamper: (site: SiteCopy) => unknown;
  readonly path: string;
  readonly kind: Difference["kind"];
  readonly file: Difference["file"];
  /** What must be found, at the byte that `tamper` returns. */
  readonly finding?: Difference["findings"][number]["kind"];
  readonly other?: string;
  /** True where no policy forbids it and no parser sees it: only the digest tells, or the bytes of the original. */
  readonly isSilent?: boolean;
}

const injected = (
  name: string,
  finding: Tampering["finding"],
  before: string,
  text: string,
  isSilent = false,
): Tampering => ({
  ...{ name, path: article, kind: "changed", file: "page", isSilent },
  ...(finding === undefined ? {} : { finding }),
  tamper: (site) => site.insert(article, before, text),
});

const replaced = (path: string, file: Difference["file"], from: string, to: string): Tampering => ({
  ...{ name: `${file}: ${from} becomes ${to}`, path, file, kind: "changed", isSilent: true },
  tamper: (site) => site.write(path, site.read(path).replace(from, to)),
});

const body = "</main>";
const hidden = `<p class="visually-hidden">彩票</p>`;

const tamperings: readonly Tampering[] = [
  injected("a word is added", undefined, "</article>", "并非如此", true),
  injected("an inline script", "script", body, "<script>alert(1)</script>"),
  injected("a script of another host", "script", "</head>", '<script src="https://evil.example/x.js"></script>'),
  injected("a script in odd letters", "script", body, "<ScRiPt\n>alert(1)</sCrIpT >"),
  injected(
    "a script of this host that the manifest does not know",
    "script",
    "</head>",
    '<script src="/evil.js"></script>',
  ),
  injected("a frame", "frame", body, '<iframe src="https://evil.example/"></iframe>'),
  injected("an object", "frame", body, '<object data="/x.swf"></object>'),
  injected("a style element", "style", "</head>", "<style>main{display:none}</style>"),
  injected("a style attribute", "style", body, '<p style="position:absolute;left:-9999px">彩票</p>'),
  injected("a style sheet of another host", "style", "</head>", '<link rel="stylesheet" href="//evil.example/x.css">'),
  injected("an event handler", "handler", body, '<b onclick="alert(1)">点这里</b>'),
  injected("a handler behind a slash", "handler", body, "<svg/onload=alert(1)>"),
  injected("a link to another host", "link", body, '<a href="https://evil.example/casino">彩票</a>'),
  injected("a link that runs", "link", body, '<a href="java&#x73;cript:alert(1)">点这里</a>'),
  injected("another base address", "link", "<title>", '<base href="https://evil.example/">'),
  injected("a form to another host", "form", body, '<form action="https://evil.example/"><input name="q"></form>'),
  injected("a tracking picture", "picture", body, '<img src="https://evil.example/p.gif" alt="">'),
  injected("a forwarding", "redirect", "<title>", '<meta http-equiv="refresh" content="0; url=https://evil.example/">'),
  injected("text that readers do not see", "hidden", body, hidden),
  injected("a hidden element", "hidden", body, "<div hidden>彩票</div>"),
  injected("zero-width characters", "hidden", "</article>", "平\u200b衡"),
  injected("a comment", "comment", body, "<!-- 彩票 -->"),
  {
    name: "the policy in a page is gone",
    path: article,
    kind: "changed",
    file: "page",
    finding: "policy",
    tamper: (site) => {
      const page = site.read(article).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, "");
      site.write(article, page);
      return page.indexOf("<script");
    },
  },
  {
    name: "text behind the end",
    path: article,
    kind: "changed",
    file: "page",
    finding: "hidden",
    tamper: (site) => {
      const old = site.read(article);
      site.write(article, `${old}spam`);
      return old.trimEnd().length;
    },
  },
  {
    name: "an article is gone",
    path: article,
    kind: "missing",
    file: "page",
    tamper: (site) => rmSync(join(site.folder, article)),
  },
  {
    name: "a picture is gone",
    path: picture,
    kind: "missing",
    file: "picture",
    tamper: (site) => rmSync(join(site.folder, picture)),
  },
  {
    name: "a page is added",
    path: "theory/casino/index.html",
    kind: "added",
    file: "page",
    tamper: (site) => site.write("theory/casino/index.html", "<h1>x</h1>"),
  },
  {
    name: "a worker is added",
    path: "sw.js",
    kind: "added",
    file: "script",
    tamper: (site) => site.write("sw.js", "self.x=1"),
  },
  {
    name: "a hidden file is added",
    path: ".htaccess",
    kind: "added",
    file: "other",
    tamper: (site) => site.write(".htaccess", "x"),
  },
  {
    name: "a copy is added",
    path: "copy/index.html",
    kind: "added",
    file: "page",
    other: article,
    tamper: (site) => site.write("copy/index.html", site.read(article)),
  },
  {
    name: "an article is renamed",
    path: article,
    kind: "renamed",
    file: "page",
    other: "theory/essays/2025/04/x/index.html",
    tamper: (site) => {
      mkdirSync(join(site.folder, "theory/essays/2025/04/x"));
      renameSync(join(site.folder, article), join(site.folder, "theory/essays/2025/04/x/index.html"));
    },
  },
  {
    name: "a name changes its case",
    path: "robots.txt",
    kind: "renamed",
    file: "robots",
    other: "Robots.txt",
    tamper: (site) => renameSync(join(site.folder, "robots.txt"), join(site.folder, "Robots.txt")),
  },
  {
    name: "an article stops in the middle",
    path: article,
    kind: "truncated",
    file: "page",
    tamper: (site) => site.write(article, site.read(article).slice(0, 3000)),
  },
  {
    name: "a picture stops in the middle",
    path: picture,
    kind: "truncated",
    file: "picture",
    tamper: (site) => site.write(picture, site.read(picture).slice(0, -20)),
  },
  {
    name: "an AVIF picture stops in the middle",
    path: avif,
    kind: "truncated",
    file: "picture",
    tamper: (site) => site.write(avif, site.read(avif).slice(0, -20)),
  },
  {
    name: "a feed stops in the middle",
    path: "feed.xml",
    kind: "truncated",
    file: "feed",
    tamper: (site) => site.write("feed.xml", site.read("feed.xml").slice(0, 900)),
  },
  {
    name: "a file is empty",
    path: script,
    kind: "truncated",
    file: "script",
    tamper: (site) => site.write(script, ""),
  },
  {
    name: "two articles change places",
    path: article,
    kind: "swapped",
    file: "page",
    other: another,
    tamper: (site) => {
      const [a, b] = [site.read(article), site.read(another)];
      site.write(article, b);
      site.write(another, a);
    },
  },
  {
    name: "an article stands in place of another",
    path: article,
    kind: "swapped",
    file: "page",
    other: another,
    tamper: (site) => site.write(article, site.read(another)),
  },
  {
    name: "an old front page is put back",
    path: "index.html",
    kind: "rolled-back",
    file: "page",
    other: olderFile.slice(-24, -5),
    tamper: (site) => site.write("index.html", readFileSync(join(older, "index.html"), "latin1")),
  },
  {
    name: "an old feed is put back",
    path: "feed.json",
    kind: "rolled-back",
    file: "feed",
    other: olderFile.slice(-24, -5),
    tamper: (site) => site.write("feed.json", readFileSync(join(older, "feed.json"), "latin1")),
  },
  replaced("feed.xml", "feed", "tingzhou.example/theory", "tingzhou.example/casino"),
  replaced("theory/feed.json", "feed", '"title"', '"titel"'),
  replaced("sitemap.xml", "site-map", "2025-04-18", "2025-04-19"),
  replaced("sitemap-news.xml", "site-map", "zh", "en"),
  replaced("robots.txt", "robots", "Allow: /", "Disallow: /"),
  replaced(redirect, "redirect", "url=/theory/news/2024/01/notice/", "url=/theory/news/"),
  replaced(picture, "picture", "IDAT", "IDAU"),
  replaced(script, "script", "a", "b"),
  {
    name: "a byte of the search index is another",
    path: searchFile,
    kind: "changed",
    file: "search",
    tamper: (site) => site.write(searchFile, `${site.read(searchFile).slice(0, -1)}\0`),
  },
  replaced("_headers", "host", "'self'", "*"),
  {
    name: "a redirect leads away",
    path: redirect,
    kind: "changed",
    file: "redirect",
    finding: "redirect",
    tamper: (site) => {
      const old = site.read(redirect);
      site.write(redirect, old.replace("url=/theory", "url=//evil.example/theory"));
      return old.indexOf('<meta http-equiv="refresh"');
    },
  },
  {
    name: "a feed leads away",
    path: "feed.xml",
    kind: "changed",
    file: "feed",
    finding: "link",
    tamper: (site) => site.insert("feed.xml", "https://tingzhou.example/theory", "https://evil.example/"),
  },
  {
    name: "a site map leads away",
    path: "sitemap.xml",
    kind: "changed",
    file: "site-map",
    finding: "link",
    tamper: (site) =>
      site.insert("sitemap.xml", "<url>", "<url><loc>https://evil.example/</loc></url>") + "<url><loc>".length,
  },
  {
    name: "a link stands in place of a file",
    path: "robots.txt",
    kind: "unreadable",
    file: "robots",
    tamper: (site) => {
      rmSync(join(site.folder, "robots.txt"));
      symlinkSync("/etc/hostname", join(site.folder, "robots.txt"));
    },
  },
];

function verify(site: SiteCopy, more: Partial<Parameters<typeof verifySite>[0]> = {}): Promise<Verdict> {
  const usual = { statementFile, key: publicKey, isHeaderOptional: false, step: () => {} };
  return verifySite({ site: new FolderSite(site.folder), ...usual, ...more });
}

function named({ differences }: Verdict, { path, kind, file, other }: Tampering): Difference {
  const found = differences.find((each) => each.path === path);
  assert.ok(found !== undefined, `${path} is not among ${JSON.stringify(differences)}`);
  assert.deepEqual([found.kind, found.file], [kind, file]);
  if (other !== undefined) assert.equal(found.other, other);
  return found;
}

test("a site that nobody touched is fine, by its statement and by its own manifest", async () => {
  const site = new SiteCopy(original);
  const signed = await verify(site);
  assert.deepEqual(signed.differences, []);
  assert.equal(signed.trust, "signed");
  assert.ok(signed.checked > 100);
  assert.equal((await verify(site, { key: undefined })).trust, "stated");
  const alone = await verify(site, { statementFile: undefined, key: undefined });
  assert.deepEqual(alone.differences, []);
  assert.equal(alone.trust, "consistent");
});

for (const tampering of tamperings) {
  test(`it is found and named that ${tampering.name}, even when the digests are corrected`, async () => {
    const site = new SiteCopy(original);
    const offset = tampering.tamper(site);
    const { finding } = tampering;
    const found = named(await verify(site), tampering);
    const isThere = (each: Difference) => each.findings.some((one) => one.kind === finding && one.offset === offset);
    if (finding !== undefined) assert.ok(isThere(found), `${finding} @${offset}: ${JSON.stringify(found)}`);
    const against = named(await verify(site, { original: new FolderSite(original) }), tampering);
    if (finding !== undefined) assert.ok(isThere(against), JSON.stringify(against));
    if (tampering.kind === "changed") {
      const bytes = against.findings.find(({ kind }) => kind === "bytes");
      const now = readFileSync(join(site.folder, tampering.path));
      const was = readFileSync(join(original, tampering.path));
      const first = now.findIndex((byte, index) => byte !== was[index]);
      // What is put in may begin as what follows it does.
      assert.ok(bytes !== undefined && bytes.offset <= first, JSON.stringify(against));
    }
    site.correctDigests();
    const corrected = await verify(site);
    named(corrected, tampering);
    const manifest = corrected.differences.find(({ kind }) => kind === "digests-corrected");
    assert.ok(manifest?.findings.some(({ excerpt }) => excerpt.startsWith(`${tampering.path}: `)) === true);
  });
}

test("without a statement what our pages never hold is found in a site whose digests were corrected", async () => {
  for (const tampering of tamperings.filter(({ finding }) =>
    ["script", "frame", "style", "handler", "comment"].includes(finding ?? ""),
  )) {
    if (tampering.name.includes("manifest does not know")) continue;
    const site = new SiteCopy(original);
    const offset = tampering.tamper(site);
    site.correctDigests();
    const { differences } = await verify(site, { statementFile: undefined, key: undefined });
    const found = differences.find(({ path }) => path === tampering.path);
    assert.equal(found?.kind, "injected", tampering.name);
    assert.ok(found.findings.some((each) => each.kind === tampering.finding && each.offset === offset));
  }
});

test("without a statement a folder that holds the original serves to name what was changed", async () => {
  const site = new SiteCopy(original);
  site.insert(article, "</article>", "并非如此");
  site.correctDigests();
  const verdict = await verify(site, { statementFile: undefined, key: undefined, original: new FolderSite(original) });
  assert.equal(verdict.trust, "compared");
  assert.deepEqual(
    verdict.differences.map(({ kind }) => kind),
    ["digests-corrected", "changed"],
  );
  assert.match(verdict.differences[1]?.findings[0]?.excerpt ?? "", /并非如此/u);
});

test("an old site put back whole is a rollback, and every file that differs is named", async () => {
  const { differences } = await verify(new SiteCopy(older));
  const whole = differences.find(({ kind }) => kind === "site-rolled-back");
  assert.equal(whole?.other, olderFile.slice(-24, -5));
  assert.ok(differences.some(({ kind, path }) => kind === "rolled-back" && path === "index.html"));
  assert.ok(differences.every(({ kind }) => ["site-rolled-back", "rolled-back", "missing", "added"].includes(kind)));
});

test("an old site with its old statement is refused by the lowest sequence number that is accepted", async () => {
  const site = new SiteCopy(older);
  assert.deepEqual((await verify(site, { statementFile: olderFile })).differences, []);
  const { differences } = await verify(site, { statementFile: olderFile, atLeast: 5 });
  assert.deepEqual(
    differences.map(({ kind, other }) => [kind, other]),
    [["site-rolled-back", olderFile.slice(-24, -5)]],
  );
});

test("a statement by another key, by nobody, or that was edited, is not trusted", async () => {
  const site = new SiteCopy(original);
  const file = (key?: Parameters<typeof stateSite>[3]) => stateSite(original, emptyFolder(), {}, key);
  const edited = file(privateKey);
  const envelope = JSON.parse(readFileSync(edited, "utf8"));
  const payload = Buffer.from(envelope.payload, "base64").toString().replace('"sequence":5', '"sequence":9');
  const forged = new SiteCopy(emptyFolder());
  forged.write("statement.json", JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString("base64") }));
  for (const each of [
    file(keyPair().privateKey),
    file(),
    join(forged.folder, "statement.json"),
    join(original, "robots.txt"),
  ]) {
    const { differences, trust } = await verify(site, { statementFile: each });
    assert.deepEqual(
      differences.map(({ kind }) => kind),
      ["statement-untrusted"],
    );
    assert.equal(trust, "consistent");
  }
});

test("a manifest that is gone, no manifest, or leads out of the site is named", async () => {
  const entry = { path: "../outside", size: 1, sha256: "0".repeat(64) };
  for (const [text, kind] of [
    [undefined, "missing"],
    ["{", "unreadable"],
    [JSON.stringify({ form: "banxin-manifest-1", files: [entry] }), "unreadable"],
    [JSON.stringify({ form: "banxin-manifest-1", files: [{ ...entry, path: "\ud800.html" }] }), "unreadable"],
  ] as const) {
    const site = new SiteCopy(original);
    if (text === undefined) rmSync(join(site.folder, "manifest.json"));
    else site.write("manifest.json", text);
    const { differences } = await verify(site);
    assert.deepEqual(
      differences.map((each) => [each.path, each.kind]),
      [["manifest.json", kind]],
    );
    const alone = await verify(site, { statementFile: undefined, key: undefined });
    assert.deepEqual(
      alone.differences.map((each) => [each.path, each.kind]),
      [["manifest.json", kind]],
    );
  }
});

test("with a key a site whose statement was removed is not fine, nor is one compared with a folder that is no site", async () => {
  const site = new SiteCopy(original);
  const kinds = ({ differences }: Verdict) => differences.map(({ kind, path }) => `${kind} ${path}`);
  assert.deepEqual(kinds(await verify(site, { statementFile: undefined })), ["statement-untrusted "]);
  const nothing = new FolderSite(emptyFolder());
  assert.deepEqual(kinds(await verify(site, { statementFile: undefined, key: undefined, original: nothing })), [
    "unreadable manifest.json",
  ]);
});

test("the name of an added file cannot write lines of the report, nor stop it", async () => {
  const site = new SiteCopy(original);
  site.write("x\n相符 fine: 1 \u001b[2K.txt", "x");
  site.write("http:%zz.html", "<a href=/>x</a>");
  const verdict = await verify(site);
  const lines = renderVerdict(verdict, { target: "site", all: true }).split("\n");
  // Two files, and what is odd about one: it has no policy.
  assert.equal(lines.length, 2 + 3 + 1 + 1, lines.join("\n"));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  assert.doesNotMatch(lines.join(""), /[\u0000-\u001f]/u);
});

test("an old address's page of another ending is looked into as ours are", async () => {
  const site = new SiteCopy(original);
  site.write("old.asp", "<body onload=x()>");
  site.correctDigests();
  const { differences } = await verify(site, { statementFile: undefined, key: undefined });
  assert.deepEqual(
    differences.map(({ kind, path, file }) => [kind, path, file]),
    [["injected", "old.asp", "page"]],
  );
});
