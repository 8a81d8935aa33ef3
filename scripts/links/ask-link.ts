import { setTimeout as pause } from "node:timers/promises";
import type { LinkFault } from "../report/link-faults.ts";
import { fetchOnce, type Heard, type Manners, type Question } from "./fetch-once.ts";
import type { HostTurns } from "./host-turns.ts";
import type { LinkAnswer } from "./link-memory.ts";
import { NotPublic } from "./public-address.ts";
import { mayAsk, type RobotsRules, readRobots } from "./robots-rules.ts";

/** What asking takes. */
export interface Asking {
  readonly manners: Manners;
  readonly turns: HostTurns;
  /** What is known of hosts' robots.txt, by origin; filled as hosts are met. */
  readonly robots: Map<string, Promise<RobotsRules>>;
  /** The clock, in milliseconds. */
  readonly nowMs: () => number;
  /** Milliseconds before a second try. */
  readonly msBeforeRetry: number;
}

const mostRedirects = 5;
const mostMsToWait = 60_000;
const mostRobotsBytes = 100_000;

/** Asks whether `address` leads somewhere, as politely as a reader who looks once. Rejects only when the whole run ends. */
export async function askLink(address: string, asking: Asking): Promise<LinkAnswer> {
  try {
    return await follow(new URL(address), asking);
  } catch (error) {
    if (asking.manners.signal.aborted) throw error;
    return answerOfError(error);
  }
}

async function follow(start: URL, asking: Asking): Promise<LinkAnswer> {
  let at = start;
  // Where it has moved for good: as far as every step on the way says so.
  let moved: URL | undefined = start;
  let settled = start;
  for (let step = 0; step <= mostRedirects; step++) {
    if (!mayAsk(at.pathname + at.search, await robotsOf(at, asking))) return { kind: "unclear", reason: "robots" };
    const begunMs = asking.nowMs();
    const heard = await askTwice(at, asking);
    const next = redirectOf(heard, at);
    if (next === undefined) return judge(heard.status, { start, at, settled, ms: asking.nowMs() - begunMs });
    if (moved !== undefined) moved = heard.status === 301 || heard.status === 308 ? next : undefined;
    settled = moved ?? settled;
    at = next;
  }
  return { kind: "failing", fault: "circle" };
}

/** Where a redirect leads: without credentials and fragment, and on the web. */
function redirectOf({ status, headers }: Heard, at: URL): URL | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, at.href))
    return undefined;
  const next = new URL(location, at);
  if (!/^https?:$/u.test(next.protocol)) return undefined;
  return plainAddress(next);
}

/** `url` without user, password and fragment. */
export function plainAddress(url: URL): URL {
  const plain = new URL(url);
  plain.username = "";
  plain.password = "";
  plain.hash = "";
  return plain;
}

interface Arrival {
  readonly start: URL;
  readonly at: URL;
  readonly settled: URL;
  readonly ms: number;
}

function judge(status: number, { start, at, settled, ms }: Arrival): LinkAnswer {
  if (status === 429 || status === 503) return { kind: "unclear", reason: "busy" };
  // 999 is what some networks answer to programs.
  if ([401, 402, 403, 407, 412, 418, 451, 999].includes(status)) return { kind: "unclear", reason: "guarded" };
  if (status < 200 || status > 299) return { kind: "failing", fault: "status", status };
  if (isDeep(start) && at.pathname === "/" && at.search === "") return { kind: "failing", fault: "home" };
  const isElsewhere = settled.href !== start.href && settled.href.length <= 2000;
  return { kind: "alive", ms, ...(isElsewhere ? { moved: settled.href } : {}) };
}

/** True for the address of a text, not of a site or a section: many hosts lead what is gone to their home page. */
function isDeep(url: URL): boolean {
  return url.pathname.split("/").filter((name) => name !== "").length > 1;
}

/** A second time after trouble that may pass, when the host says so or after a while. */
async function askTwice(url: URL, asking: Asking): Promise<Heard> {
  const { manners, msBeforeRetry } = asking;
  const first = await ask(url, asking).catch((error: unknown) => error);
  if (first instanceof NotPublic || manners.signal.aborted) throw first;
  if (isHeard(first) && first.status < 500 && first.status !== 429) return first;
  const asked = isHeard(first) ? msAskedFor(first) : undefined;
  if (isHeard(first) && asked !== undefined && asked > mostMsToWait) return first;
  await pause(asked ?? msBeforeRetry, undefined, { signal: manners.signal });
  return ask(url, asking);
}

function isHeard(heard: unknown): heard is Heard {
  return typeof heard === "object" && heard !== null && "status" in heard;
}

/** `Retry-After` in seconds (RFC 9110, 10.2.3). */
function msAskedFor({ headers }: Heard): number | undefined {
  const seconds = Number(headers["retry-after"] ?? "");
  return seconds > 0 ? seconds * 1000 : undefined;
}

/** HEAD, and GET where that is not understood: many servers answer it badly. Of the body nothing is read. */
async function ask(url: URL, asking: Asking): Promise<Heard> {
  const one = (method: Question["method"]) => inTurn({ url, method, mostBytes: 0 }, asking);
  const head = await one("HEAD").catch((error: unknown) => {
    // Some hang up on what they do not know.
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET") return undefined;
    throw error;
  });
  const isAnswer = head !== undefined && (head.status < 400 || head.status === 410 || head.status === 429);
  return isAnswer ? head : one("GET");
}

function inTurn(question: Question, { manners, turns }: Asking): Promise<Heard> {
  return turns.take(question.url.host, () => {
    manners.signal.throwIfAborted();
    return fetchOnce(question, manners);
  });
}

/** What the host of `url` wishes of programs. Where it does not say, or cannot, a page may be asked for once. */
function robotsOf(url: URL, asking: Asking): Promise<RobotsRules> {
  const known = asking.robots.get(url.origin);
  if (known !== undefined) return known;
  const question = { url: new URL("/robots.txt", url), method: "GET", mostBytes: mostRobotsBytes } as const;
  const rules = inTurn(question, asking).then(
    ({ status, text }) => readRobots(status === 200 ? text : ""),
    () => readRobots(""),
  );
  asking.robots.set(url.origin, rules);
  return rules;
}

/** A chain that lacks a certificate in the middle is mended by browsers, which fetch it. */
const incompleteChains = new Set(["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT"]);
const faultsByCode: Readonly<Record<string, LinkFault>> = {
  ENOTFOUND: "name",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  ETIMEDOUT: "silent",
};

function answerOfError(error: unknown): LinkAnswer {
  if (error instanceof NotPublic) return { kind: "unclear", reason: "private" };
  if (!(error instanceof Error)) return { kind: "failing", fault: "broken" };
  if (error.name === "TimeoutError" || error.name === "AbortError") return { kind: "failing", fault: "silent" };
  const code = "code" in error ? `${error.code}` : "";
  if (incompleteChains.has(code)) return { kind: "unclear", reason: "chain" };
  // The resolver's own trouble says nothing of the address.
  if (code === "EAI_AGAIN") return { kind: "unclear", reason: "busy" };
  const isCertificate = /CERT|SSL|TLS/u.test(code);
  return { kind: "failing", fault: faultsByCode[code] ?? (isCertificate ? "certificate" : "broken") };
}
