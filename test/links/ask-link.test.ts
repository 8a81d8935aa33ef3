import assert from "node:assert/strict";
import { createServer, type Socket } from "node:net";
import { after, test } from "node:test";
import { type Asking, askLink } from "../../scripts/links/ask-link.ts";
import { HostTurns } from "../../scripts/links/host-turns.ts";
import { type LinkServer, linkServer } from "./link-server.ts";

function asking(host: string, more: Partial<Asking> & { readonly msForAnswer?: number } = {}): Asking {
  const { msForAnswer = 300, ...others } = more;
  return {
    manners: { userAgent: "test", alsoHosts: new Set([host]), msForAnswer, signal: new AbortController().signal },
    ...{ turns: new HostTurns(1), robots: new Map(), silences: new Map(), nowMs: () => 0, msBeforeRetry: 1, ...others },
  };
}

function ask({ host, address }: LinkServer, path: string, more?: Parameters<typeof asking>[1]) {
  return askLink(new URL(path, address).href, asking(host, more));
}

/** A host that says to each question what is to be said, byte by byte. */
async function rawHost(say: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("data", () => say(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const bound = server.address();
  return `127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
}

test("a host that changes to another protocol, or says nothing but that it will answer, holds nothing up", {
  timeout: 20_000,
}, async () => {
  const changing = await rawHost((socket) =>
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"),
  );
  assert.deepEqual(await askLink(`http://${changing}/`, asking(changing)), { kind: "failing", fault: "broken" });
  const hinting = await rawHost((socket) => {
    const hints = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 20);
    socket.on("close", () => clearInterval(hints));
  });
  assert.deepEqual(await askLink(`http://${hinting}/`, asking(hinting)), { kind: "failing", fault: "silent" });
});

test("a redirect written in Chinese is followed as browsers follow it", async () => {
  const server = await linkServer((path, response) => {
    if (path === "/old") response.socket?.end("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /文章/一\r\n\r\n");
    else response.writeHead(path === encodeURI("/文章/一") ? 200 : 404).end();
  });
  const moved = `${server.address}${encodeURI("文章/一")}`;
  assert.deepEqual(await ask(server, "/old"), { kind: "alive", ms: 0, moved });
});

test("a page that never answers HEAD, and one behind a cookie, are not called lost", async () => {
  const mute = await linkServer((_, response, { method }) => {
    if (method === "GET") response.end();
  });
  assert.deepEqual(await ask(mute, "/"), { kind: "alive", ms: 0 });
  const baking = await linkServer((path, response) => {
    if (path === "/robots.txt") response.end();
    else response.writeHead(302, { location: path, "set-cookie": "seen=1" }).end();
  });
  assert.deepEqual(await ask(baking, "/a"), { kind: "unclear", reason: "guarded" });
});

test("who asks to be left alone until a date, or for an hour, is left alone at once", async () => {
  const nowMs = Date.parse("2026-05-20T00:00:00Z");
  for (const wish of ["3600", new Date(nowMs + 3_600_000).toUTCString()]) {
    const server = await linkServer((path, response) => {
      if (path === "/robots.txt") response.end();
      else response.writeHead(503, { "retry-after": wish }).end();
    });
    assert.deepEqual(await ask(server, "/a", { nowMs: () => nowMs }), { kind: "unclear", reason: "busy" });
    assert.deepEqual(server.asked, ["GET /robots.txt", "HEAD /a"]);
  }
});

test("a robots.txt counts where it is led to", async () => {
  const server = await linkServer((path, response) => {
    if (path === "/robots.txt") response.writeHead(301, { location: "/rules" }).end();
    else response.end(path === "/rules" ? "User-agent: *\nDisallow: /" : "");
  });
  assert.deepEqual(await ask(server, "/a"), { kind: "unclear", reason: "robots" });
});

test("an answer takes as long as it took: pauses and other tries are ours, and a clock set back makes none shorter than nothing", async () => {
  const server = await linkServer((_, response, { method }) => response.writeHead(method === "HEAD" ? 500 : 200).end());
  const slow = await ask(server, "/a", { turns: new HostTurns(400), nowMs: () => Date.now(), msForAnswer: 5000 });
  assert.ok(slow.kind === "alive" && slow.ms < 400, JSON.stringify(slow));
  let clock = 1e12;
  const back = await ask(server, "/a", { nowMs: () => --clock });
  assert.deepEqual(back, { kind: "alive", ms: 0 });
});

test("a chain that lacks a certificate in the middle is for a reader's browser to judge", async () => {
  class Refusing extends HostTurns {
    override take(): Promise<never> {
      return Promise.reject(Object.assign(new Error("no"), { code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }));
    }
  }
  const answer = await askLink("https://a.example/", asking("a.example", { turns: new Refusing(1) }));
  assert.deepEqual(answer, { kind: "unclear", reason: "chain" });
});
