import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLinks } from "../../scripts/links/check-links.ts";
import { HostTurns } from "../../scripts/links/host-turns.ts";
import type { LinkMemory, RememberedLink } from "../../scripts/links/link-memory.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { type LinkServer, linkServer } from "./link-server.ts";

const silent = new Progress({ write: () => true });

async function runOn(
  server: LinkServer,
  paths: readonly string[],
  before: LinkMemory = new Map(),
  archive?: string,
  other = "",
  msForAnswer = 2000,
) {
  const links = paths.map((path) => ({ address: new URL(path, server.address).href, places: [] }));
  const run = {
    asking: {
      manners: {
        userAgent: "BanxinLinks/1 (+https://here.example/)",
        alsoHosts: new Set([server.host, other]),
        msForAnswer,
        signal: new AbortController().signal,
      },
      turns: new HostTurns(1),
      robots: new Map(),
      silences: new Map(),
      nowMs: () => 0,
      msBeforeRetry: 1,
    },
    ...{ hostsAtOnce: 8, archive, nowMs: 1e12, name: "links" },
  };
  return checkLinks(links, before, run, silent);
}

const host = () =>
  linkServer((path, response, { method }) => {
    const redirects: Readonly<Record<string, readonly [number, string]>> = {
      "/old": [301, "/older"],
      "/older": [308, "/new"],
      "/today": [302, "/new"],
      "/far/away/2020.html": [302, "/"],
      "/round": [302, "/round"],
      "/inward": [302, "http://127.0.0.2:8080/secret"],
      "/script": [302, "javascript:alert(1)"],
    };
    const redirect = redirects[path];
    if (redirect !== undefined) response.writeHead(redirect[0], { location: redirect[1] }).end();
    else if (path === "/robots.txt") response.end("User-agent: *\nDisallow: /private/\n");
    else if (path === "/gone") response.writeHead(404).end();
    else if (path === "/walled") response.writeHead(403).end();
    else if (path === "/broken") response.writeHead(500).end();
    else if (["/get-only", "/endless"].includes(path) && method === "HEAD") response.writeHead(405).end();
    else if (path === "/drops") response.destroy();
    else if (path === "/endless") response.write("x".repeat(1000));
    else response.end("ok");
  });

test("an address is alive, moved, failing or unclear by what its host answers", async () => {
  const server = await host();
  const expected: Readonly<Record<string, RememberedLink["answer"]>> = {
    "/": { kind: "alive", ms: 0 },
    "/get-only": { kind: "alive", ms: 0 },
    "/endless": { kind: "alive", ms: 0 },
    "/old": { kind: "alive", ms: 0, moved: `${server.address}new` },
    "/today": { kind: "alive", ms: 0 },
    "/gone": { kind: "failing", fault: "status", status: 404 },
    "/broken": { kind: "failing", fault: "status", status: 500 },
    "/drops": { kind: "failing", fault: "broken" },
    "/round": { kind: "failing", fault: "circle" },
    "/far/away/2020.html": { kind: "failing", fault: "home" },
    "/script": { kind: "failing", fault: "status", status: 302 },
    "/walled": { kind: "unclear", reason: "guarded" },
    "/private/page": { kind: "unclear", reason: "robots" },
    "/inward": { kind: "unclear", reason: "private" },
  };
  const { memory, isOffline } = await runOn(server, Object.keys(expected));
  const answers = [...memory].map(([address, { answer }]) => [new URL(address).pathname, answer]);
  assert.deepEqual(Object.fromEntries(answers), expected);
  assert.equal(isOffline, false);
  assert.equal(server.mostAtOnce(), 1);
  assert.deepEqual([...server.agents], ["BanxinLinks/1 (+https://here.example/)"]);
  assert.equal(server.asked.filter((each) => each === "GET /robots.txt").length, 1);
  assert.equal(server.asked.includes("HEAD /private/page"), false);
});

test("what was answered is not asked again, and what nobody links to any more is forgotten", async () => {
  const server = await host();
  const first = await runOn(server, ["/", "/new"]);
  const asked = server.asked.length;
  const second = await runOn(server, ["/"], first.memory);
  assert.deepEqual([second.asked, server.asked.length, [...second.memory.keys()]], [0, asked, [server.address]]);
});

test("a host that says it is too much is left alone", async () => {
  const server = await linkServer((_, response) => response.writeHead(429, { "retry-after": "3600" }).end());
  const { asked, left } = await runOn(server, ["/1", "/2", "/3"]);
  assert.deepEqual([asked, left], [1, 2]);
});

test("when nobody answers at all, the run does not count", async () => {
  const server = await linkServer((_, response) => response.destroy());
  const { memory, isOffline } = await runOn(server, ["/1", "/2", "/3"]);
  assert.deepEqual([isOffline, memory.size], [true, 0]);
});

test("a run in which hosts answer that pages are gone counts, even when nothing else is due", async () => {
  const server = await linkServer((_, response) => response.writeHead(404).end());
  const { memory, isOffline } = await runOn(server, ["/1", "/2", "/3"]);
  assert.deepEqual([isOffline, memory.size], [false, 3]);
});

test("when all that is due is silent, hosts that were well of late tell whether it is the network", async () => {
  const gone = await linkServer((_, response) => response.destroy());
  const well = await host();
  const alive: RememberedLink = { askedMs: 1e12, answer: { kind: "alive", ms: 1 } };
  const run = (witness: string) =>
    runOn(gone, ["/1", "/2", "/3", witness], new Map([[witness, alive]]), undefined, well.host);
  const counted = await run(well.address);
  assert.deepEqual([counted.isOffline, counted.asked, counted.memory.size], [false, 3, 4]);
  const alone = await run(`${gone.address}well`);
  assert.deepEqual([alone.isOffline, alone.memory.size], [true, 1]);
});

test("an archive's odd answer about one address keeps none from the others", async () => {
  const copyOf = (address: string) => `http://web.archive.org/web/20200101000000/${address}`;
  const server = await linkServer((path, response) => {
    const wanted = new URL(path, "http://local").searchParams.get("url") ?? "";
    const closest = { available: !wanted.endsWith("/odd"), url: copyOf(wanted), status: "200" };
    if (!path.startsWith("/available") || wanted.endsWith("/unheard")) response.writeHead(404).end();
    else response.end(wanted.endsWith("/cut") ? "{" : JSON.stringify({ archived_snapshots: { closest } }));
  });
  const dead: RememberedLink = {
    askedMs: 1e12,
    answer: { kind: "failing", fault: "status", status: 404 },
    failures: { firstMs: 0, lastMs: 1e12, runs: 3 },
  };
  const long = "x".repeat(1960);
  const paths = ["/odd", "/cut", "/unheard", `/${long}`, "/kept"];
  const before = new Map(paths.map((path) => [new URL(path, server.address).href, dead]));
  const { memory } = await runOn(server, paths, before, `${server.address}available`);
  assert.deepEqual(
    [...memory.values()].map(({ archive }) => archive?.copy),
    [undefined, undefined, undefined, undefined, `https://${copyOf(`${server.address}kept`).slice(7)}`],
  );
  assert.ok([...memory.values()].every(({ archive }) => archive?.askedMs === 1e12));
});

test("of the dead an archive is asked once, and only an archive's own address is taken from it", async () => {
  const server = await linkServer((path, response) => {
    if (!path.startsWith("/available")) return response.writeHead(404).end();
    const wanted = new URL(path, "http://local").searchParams.get("url") ?? "";
    const url = wanted.endsWith("/bad")
      ? "http://evil.example/web/20200101000000/x"
      : `http://web.archive.org/web/20200101000000/${wanted}`;
    return response.end(JSON.stringify({ archived_snapshots: { closest: { available: true, url, status: "200" } } }));
  });
  const dead: RememberedLink = {
    askedMs: 1e12,
    answer: { kind: "failing", fault: "status", status: 404 },
    failures: { firstMs: 0, lastMs: 1e12, runs: 3 },
  };
  const before = new Map(["gone", "bad"].map((path) => [`${server.address}${path}`, dead]));
  const { memory } = await runOn(server, ["/gone", "/bad"], before, `${server.address}available`);
  const copy = `https://web.archive.org/web/20200101000000/${server.address}gone`;
  assert.deepEqual(
    [...memory.values()].map(({ archive }) => archive),
    [{ askedMs: 1e12, copy }, { askedMs: 1e12 }],
  );
  const asked = server.asked.length;
  await runOn(server, ["/gone", "/bad"], memory, `${server.address}available`);
  assert.equal(server.asked.length, asked);
});

const paths = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`);
const quick = (server: LinkServer, all: readonly string[], other?: string) =>
  runOn(server, all, new Map(), undefined, other, 50);

test("a host that keeps silent is given up after three addresses, and only what was asked is remembered", async () => {
  const [mute, well] = [await linkServer(() => {}), await host()];
  const { asked, left, silent, memory } = await quick(mute, [...paths(500), well.address], well.host);
  assert.deepEqual([asked, left, [...silent]], [4, 497, [[mute.host, 497]]]);
  assert.equal(memory.size, 4);
  assert.equal(memory.get(new URL("/499", mute.address).href), undefined);
  assert.ok(mute.asked.length <= 7, mute.asked.join("\n"));
});

test("what leads to a silent host is left as well, and what else its own host has is asked", async () => {
  const mute = await linkServer(() => {});
  const leading = await linkServer((path, response) => {
    if (path.startsWith("/far")) response.writeHead(302, { location: `${mute.address}${path.slice(1)}` }).end();
    else response.end("");
  });
  const far = paths(20).map((path) => `/far${path}`);
  const { asked, left, silent } = await quick(leading, [...far, "/here"], mute.host);
  assert.deepEqual([asked, left, [...silent]], [4, 17, [[mute.host, 17]]]);
});

test("a host that is silent at times, and answers in between, is asked to the end", async () => {
  const server = await linkServer((path, response) => {
    if (Number(path.slice(1)) % 3 !== 0) response.end("");
  });
  const { asked, silent } = await quick(server, paths(12));
  assert.deepEqual([asked, silent.size], [12, 0]);
});
