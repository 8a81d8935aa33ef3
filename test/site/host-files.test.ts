import assert from "node:assert/strict";
import { test } from "node:test";
import { contentPolicy } from "../../scripts/edition/content-policy.ts";
import { type Hosted, hostFiles, serverSnippets } from "../../scripts/site/host-files.ts";
import { urlPath } from "../../scripts/text/brands.ts";

function hosted(some: Partial<Hosted> = {}): Hosted {
  return { address: "https://tiantou.example/", pictureHosts: [], redirects: [], ...some };
}

async function textOf(name: string, edition: Hosted): Promise<string | undefined> {
  const file = hostFiles(edition).find(({ path }) => path === name);
  return file === undefined ? undefined : Buffer.from(await file.bytes()).toString();
}

const moved = { from: urlPath("/cn/t20200327_1.html"), to: urlPath("/theory/2020/03/four-balances/") };

test("the policy allows nothing but the site's own files, and no unsafe keyword", () => {
  const policy = contentPolicy({ pictureHosts: [] });
  assert.match(policy, /^default-src 'none'; /u);
  assert.doesNotMatch(policy, /unsafe|\*|https?:|data:|blob:/u);
  assert.match(contentPolicy({ pictureHosts: ["https://p.example"] }), /img-src 'self' https:\/\/p\.example;/u);
});

test("hosts that read _headers are told the policy, and how long hashed files last", async () => {
  const headers = await textOf("/_headers", hosted());
  assert.match(headers ?? "", /^\/\*\n {2}Content-Security-Policy: default-src 'none'; .*; frame-ancestors 'none'\n/u);
  assert.match(headers ?? "", /\n\/pictures\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n/u);
});

test("old addresses lead on by a rule of the host, below the folder that the site is served from", async () => {
  const edition = hosted({ address: "https://host.example/paper/", redirects: [moved] });
  assert.equal(
    await textOf("/_redirects", edition),
    "/paper/cn/t20200327_1.html /paper/theory/2020/03/four-balances/ 301\n",
  );
  assert.match((await textOf("/_headers", edition)) ?? "", /^\/paper\/\*\n/u);
  assert.equal(await textOf("/_redirects", hosted()), undefined);
  const snippets = serverSnippets(edition);
  assert.match(snippets.get("nginx.conf") ?? "", /^location = \/paper\/cn\/t20200327_1\.html \{ return 301 /mu);
  assert.match(snippets.get("Caddyfile") ?? "", /^redir \/paper\/cn\/t20200327_1\.html .* permanent$/mu);
});

test("an old address that a server might take for an instruction stands in no rule", async () => {
  const escaped = ["/a%20b", "/a%0Ab", "/a%3Bb", "/a%7Bb", "/a%E2%80%A8b", "/a%C2%85b", "/a%EF%BB%BF", "/a%22b"];
  for (const from of ["/a;b", "/a{b}", '/a"b', "/a$b", "/:a", "/a*", "/a'b", "/#a", ...escaped]) {
    const edition = hosted({ redirects: [{ ...moved, from: urlPath(from) }, moved] });
    const texts = [await textOf("/_redirects", edition), ...serverSnippets(edition).values()];
    for (const text of texts) {
      assert.ok(text?.includes(moved.from));
      assert.ok(!text?.includes(`${from} `), from);
      assert.ok(!text?.includes(decodeURIComponent(from)), from);
    }
  }
});

test("an old address in Chinese stands in each host's rules as that host reads addresses", async () => {
  const edition = hosted({
    address: "https://host.example/paper/",
    redirects: [{ ...moved, from: urlPath("/%e7%90%86%E8%AE%BA/t1.html") }],
  });
  assert.equal(
    await textOf("/_redirects", edition),
    "/paper/%E7%90%86%E8%AE%BA/t1.html /paper/theory/2020/03/four-balances/ 301\n" +
      "/paper/理论/t1.html /paper/theory/2020/03/four-balances/ 301\n",
  );
  const snippets = serverSnippets(edition);
  assert.match(snippets.get("nginx.conf") ?? "", /^location = \/paper\/理论\/t1\.html \{ return 301 /mu);
  assert.match(snippets.get("Caddyfile") ?? "", /^redir \/paper\/理论\/t1\.html .* permanent$/mu);
});
