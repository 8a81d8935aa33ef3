import assert from "node:assert/strict";
import { test } from "node:test";
import { publishedPages } from "../../scripts/edition/lost-addresses.ts";
import { articleText, contentWith, instantOf, printSite, sessionOf, usualInstant } from "../newsroom.ts";

type Files = Readonly<Record<string, string>>;

const article = { "theory/news/a.md": articleText({ aliases: "[/old/alias.html]" }) };
const path = "/theory/news/2026/03/a/";

function withLines(lines: readonly string[], files: Files = article): string {
  return contentWith({ ...files, "redirects.csv": ["from,to", ...lines, ""].join("\n") });
}

/** `line:column rule` of every problem of the desk with these lines. */
async function problemsOf(lines: readonly string[], files: Files = article): Promise<readonly string[]> {
  const { problems } = await printSite(withLines(lines, files));
  return problems.map((each) => `${each.file}:${each.line}:${each.column} ${each.rule}`);
}

/** What hosts are told: `_redirects` and the snippets for servers. */
async function hostRulesOf(content: string): Promise<readonly string[]> {
  const { site, snippets } = await sessionOf(content).load({ asOf: usualInstant, isPreview: false }, Date.now());
  const file = site?.files.find((each) => each.path === "/_redirects");
  return [file === undefined ? "" : Buffer.from(await file.bytes()).toString(), ...(snippets?.values() ?? [])];
}

test("a line of redirects.csv becomes what an alias becomes: a page that leads on, and a rule of each host", async () => {
  const content = withLines(["/cn/t20200327_1.html,/theory/news/a.md", "/cn/news/,/theory/news/"]);
  const site = await printSite(content);
  assert.deepEqual(site.problems, []);
  const leaf = site.page("/cn/t20200327_1.html");
  assert.equal(leaf, site.page("/old/alias.html"));
  assert.ok(leaf.includes(`<link rel="canonical" href="https://banxin.example${path}"`));
  assert.match(leaf, /<meta name="robots" content="noindex"/u);
  assert.match(site.page("/cn/news/"), /url=\/theory\/news\/"/u);
  assert.doesNotMatch(site.page("/sitemap.xml"), /\/cn\//u);
  const [redirects = "", nginx = "", caddy = ""] = await hostRulesOf(content);
  assert.ok(redirects.includes(`/cn/t20200327_1.html ${path} 301\n/cn/news/ /theory/news/ 301\n`));
  assert.ok(nginx.includes(`location = /cn/t20200327_1.html { return 301 ${path}; }`));
  assert.ok(caddy.includes(`redir /cn/t20200327_1.html ${path} permanent`));
});

test("a line may lead to a file, an address, an old address, our own URL or another line, and ends at the page itself", async () => {
  const ends = ["/theory/news/a.md", "theory/news/a.md", path, path.slice(0, -1), "/old/alias.html"];
  const more = [`https://banxin.example${path}`, "/cn/0.html", "/CN/理论/", "/cn/%e7%90%86%E8%AE%BA"];
  const lines = [...ends, ...more].map((to, index) => `/cn/${index}.html,${to}`);
  const site = await printSite(withLines(["/cn/last.html,/cn/7.html", ...lines, "/cn/理论/,/cn/3.html"]));
  assert.deepEqual(site.problems, []);
  for (const from of ["/cn/last.html", "/cn/%E7%90%86%E8%AE%BA/", ...lines.map((_, index) => `/cn/${index}.html`)])
    assert.ok(site.page(from).includes(`url=${path}"`), from);
});

test("links in texts to an old address lead to the page that took its place", async () => {
  const files = { ...article, "theory/news/b.md": articleText({ title: "又一篇" }, "见[前文](/cn/1.html)。") };
  const site = await printSite(withLines(["/cn/1.html,/cn/2.html", "/cn/2.html,/theory/news/a.md"], files));
  assert.deepEqual(site.problems, []);
  assert.ok(site.page("/theory/news/2026/03/b/").includes(`<a href="${path}">前文</a>`));
  assert.doesNotMatch(site.page("/theory/news/2026/03/b/"), /\/cn\//u);
});

test("every wrong line is told at its own place, and nothing is said of lines that lead to it", async () => {
  const lines = [
    "/cn/1.html,/theory/news/none.md",
    "/cn/2.html,/cn/1.html",
    "/cn/3.html,/cn/4.html",
    "/cn/4.html,/cn/3.html",
    "/CN/2.HTML,/theory/",
    "/theory/,/theory/news/",
    "/old/Alias.html,/theory/",
    "/cn/5.html,https://elsewhere.example/",
    "/cn/6.html,../../etc/passwd",
    '/cn/7.html,"/theory/ 301',
  ];
  assert.deepEqual(
    [...(await problemsOf(lines))].sort(),
    [
      "redirects.csv:10:12 reference-missing",
      "redirects.csv:11:12 redirects-quote",
      "redirects.csv:2:12 reference-missing",
      "redirects.csv:4:12 redirect-loop",
      "redirects.csv:6:1 redirect-twice",
      "redirects.csv:7:1 redirect-shadows",
      "redirects.csv:8:1 redirect-shadows",
      "redirects.csv:9:12 redirect-to",
    ].sort(),
  );
});

test("an old address cannot take the place of a page to come, nor stand above another as a file", async () => {
  const hidden = { "theory/news/h.md": articleText({ title: "将来", date: "2027-03-01" }) };
  assert.deepEqual(await problemsOf(["/theory/news/2027/03/h/,/theory/"], hidden), [
    "redirects.csv:2:1 redirect-shadows",
  ]);
  assert.deepEqual(await problemsOf(["/theory/news/2027/,/theory/"], hidden), ["redirects.csv:2:1 redirect-shadows"]);
  assert.deepEqual(await problemsOf(["/cn/a.html,/theory/", "/cn/a.html/b.html,/theory/"]), [
    "redirects.csv:2:1 output-nested",
  ]);
});

test("a line to an embargoed article or a draft is passed over until it is published; to an expired or retracted one it leads on", async () => {
  const files = {
    "theory/news/embargo.md": articleText({ title: "将来", date: "2027-03-01" }),
    "theory/news/draft.md": articleText({ title: "草稿", draft: "true" }),
    "theory/news/expired.md": articleText({ title: "下线", expires: "2026-04-01" }),
    "theory/news/retracted.md": articleText({ title: "撤稿", retracted: "{ date: 2026-04-01, reason: 有误 }" }),
  };
  const names = Object.keys(files).map((file) => file.replace(/.*\/|\.md/gu, ""));
  const content = withLines(
    names.map((name) => `/cn/${name}.html,/theory/news/${name}.md`),
    files,
  );
  const now = await printSite(content);
  assert.deepEqual(
    now.problems.map(({ line, rule }) => `${line} ${rule}`),
    ["2 redirect-unpublished", "3 redirect-unpublished"],
  );
  assert.ok(!now.pages.has("/cn/embargo.html") && !now.pages.has("/cn/draft.html"));
  assert.ok(now.pages.has("/cn/expired.html") && now.pages.has("/cn/retracted.html"));
  assert.doesNotMatch((await hostRulesOf(content)).join(""), /embargo|draft/u);
  const later = await printSite(content, { asOf: instantOf("2027-03-02T00:00:00+08:00") });
  assert.match(later.page("/cn/embargo.html"), /url=\/theory\/news\/2027\/03\/embargo\//u);
  const preview = await printSite(content, { isPreview: true });
  assert.ok(preview.pages.has("/cn/embargo.html") && preview.pages.has("/cn/draft.html"));
});

test("what was published and is kept by redirects.csv is not lost", async () => {
  const manifest = JSON.stringify({ files: [{ path: "culture/index.html" }, { path: "topics/rivers/index.html" }] });
  const published = { pages: publishedPages(manifest) ?? [], mayGo: new Set<string>() };
  const lost = async (lines: readonly string[]) => {
    const options = { asOf: usualInstant, isPreview: false, published };
    const { problems } = await sessionOf(withLines(lines)).check(options, Date.now());
    return problems.map(({ rule, values }) => `${rule} ${values["address"]}`);
  };
  assert.deepEqual(await lost(["/culture/,/theory/"]), ["address-gone /topics/rivers/"]);
  assert.deepEqual(await lost(["/culture/,/theory/", "/topics/rivers/,/theory/"]), []);
});

test("a file that nobody can read is told, and the site is not built", async () => {
  const gbk = Buffer.from([
    ...Buffer.from("from,to\n/cn/"),
    ...[0xc0, 0xed, 0xc2, 0xdb, 0xb5, 0xc4],
    ...Buffer.from(",/theory/\n"),
  ]);
  const site = await printSite(contentWith({ "redirects.csv": gbk }));
  assert.ok(site.problems.length > 0 && site.problems.every(({ rule }) => /^text-/u.test(rule)));
  assert.equal(site.pages.size, 0);
  const hostile = await printSite(
    contentWith({ "redirects.csv": "from,to\n/cn/a\u0000b,/theory/\n/cn/c\u202ed,/theory/\n" }),
  );
  assert.deepEqual(
    hostile.problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
    ["2:6 control-character", "3:6 bidi-control"],
  );
});

test("twenty thousand lines, each leading to the next, are followed in one pass", { timeout: 120_000 }, async () => {
  const count = 20_000;
  const lines = Array.from({ length: count }, (_, index) => `/cn/${index}.html,/cn/${index + 1}.html`);
  const options = { asOf: usualInstant, isPreview: false };
  const whole = await sessionOf(withLines([...lines, `/cn/${count}.html,${path}`])).check(options, Date.now());
  assert.deepEqual(whole.problems, []);
  const ends = whole.compiled?.edition.redirects.map(({ to }) => to) ?? [];
  assert.equal(ends.length, count + 2);
  assert.deepEqual(new Set(ends), new Set([path]));
  const loop = await sessionOf(withLines([...lines, `/cn/${count}.html,/cn/0.html`])).check(options, Date.now());
  assert.deepEqual(
    loop.problems.map(({ rule }) => rule),
    ["redirect-loop"],
  );
  assert.ok((loop.problems[0]?.values["loop"]?.length ?? 0) < 10_000);
});
