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
  /** How many questions in a row each host let pass without an answer; filled likewise. */
  readonly silences: Map<string, number>;
  /** The clock, in milliseconds. */
  readonly nowMs: () => number;
  /** Milliseconds before a second try. */
  readonly msBeforeRetry: number;
}

/** A host has kept silent so often in a row that it is asked nothing more in this run. */
export class HostSilent extends Error {
  /** Without its scheme: `a.example`, `a.example:8080`. */
  readonly host: string;

  constructor(host: string) {
    super(`${host} is silent`);
    this.host = host;
  }
}

const mostRedirects = 5;
/** About three addresses, each asked twice: thousands at one such host would hold a run for hours. */
const mostSilences = 6;
const mostMsToWait = 60_000;
const mostRobotsBytes = 100_000;

/**
 * Asks whether `address` leads somewhere, as politely as a reader who looks once. Rejects only when the whole run ends, or with
 * `HostSilent` where nobody was asked.
 */
export async function askLink(address: string, asking: Asking): Promise<LinkAnswer> {
  try {
    return await follow(new URL(address), asking);
  } catch (error) {
    if (asking.manners.signal.aborted || error instanceof HostSilent) throw error;
    return answerOfError(error);
  }
}

async function follow(start: URL, asking: Asking): Promise<LinkAnswer> {
  let at = start;
  // Where it has moved for good: as far as every step on the way says so.
  let moved: URL | undefined = start;
  let settled = start;
  let remembers = false;
  for (let step = 0; step <= mostRedirects; step++) {
    if ((asking.silences.get(at.host) ?? 0) >= mostSilences) throw new HostSilent(at.host);
    if (!mayAsk(at.pathname + at.search, await robotsOf(at, asking))) return { kind: "unclear", reason: "robots" };
    const heard = await askTwice(at, asking);
    const next = redirectOf(heard, at);
    if (next === undefined) return judge(heard, { start, at, settled });
    remembers ||= heard.headers["set-cookie"] !== undefined;
    if (moved !== undefined) moved = heard.status === 301 || heard.status === 308 ? next : undefined;
    settled = moved ?? settled;
    at = next;
  }
  // Some lead round and round who does not bring back their cookie.
  return remembers ? { kind: "unclear", reason: "guarded" } : { kind: "failing", fault: "circle" };
}

/** Where a redirect leads: without credentials and fragment, and on the web. */
function redirectOf({ status, headers }: Heard, at: URL): URL | undefined {
  const location = utf8(headers.location);
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, at.href))
    return undefined;
  const next = new URL(location, at);
  if (!/^https?:$/u.test(next.protocol)) return undefined;
  return plainAddress(next);
}

/** Node reads headers as Latin-1; browsers read where they are led to as UTF-8, if it is that. */
function utf8(header: string | undefined): string | undefined {
  const text = header === undefined ? undefined : Buffer.from(header, "latin1").toString("utf8");
  return text?.includes("\ufffd") === true ? header : text;
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
}

function judge({ status, ms }: Timed, { start, at, settled }: Arrival): LinkAnswer {
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

/** A second time after trouble that may pass, when the host says so or after a while: as a reader's browser does, since some never answer HEAD. */
async function askTwice(url: URL, asking: Asking): Promise<Timed> {
  const { manners, msBeforeRetry } = asking;
  const first = await ask(url, asking).catch((error: unknown) => error);
  if (first instanceof NotPublic || manners.signal.aborted) throw first;
  if (isHeard(first) && first.status < 500 && first.status !== 429) return first;
  const asked = isHeard(first) ? msAskedFor(first, asking.nowMs()) : undefined;
  if (isHeard(first) && asked !== undefined && asked > mostMsToWait) return first;
  await pause(asked ?? msBeforeRetry, undefined, { signal: manners.signal });
  return inTurn({ url, method: "GET", mostBytes: 0 }, asking);
}

function isHeard(heard: unknown): heard is Timed {
  return typeof heard === "object" && heard !== null && "status" in heard;
}

/** `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3). */
function msAskedFor({ headers }: Heard, nowMs: number): number | undefined {
  const asked = headers["retry-after"] ?? "";
  const ms = /^\d+$/u.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - nowMs;
  return ms > 0 ? ms : undefined;
}

/** HEAD, and GET where that is not understood: many servers answer it badly. Of the body nothing is read. */
async function ask(url: URL, asking: Asking): Promise<Timed> {
  const one = (method: Question["method"]) => inTurn({ url, method, mostBytes: 0 }, asking);
  const head = await one("HEAD").catch((error: unknown) => {
    // Some hang up on what they do not know.
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET") return undefined;
    throw error;
  });
  const isAnswer =
    head !== undefined && (head.status < 400 || [410, 429].includes(head.status) || "retry-after" in head.headers);
  return isAnswer ? head : one("GET");
}

/** An answer, and how long this one question waited for it. */
type Timed = Heard & { readonly ms: number };

function inTurn(question: Question, { manners, turns, silences, nowMs }: Asking): Promise<Timed> {
  const { host } = question.url;
  return turns.take(host, async () => {
    manners.signal.throwIfAborted();
    const begunMs = nowMs();
    const heard = await fetchOnce(question, manners).catch((error: unknown) => {
      silences.set(host, isSilence(error) ? (silences.get(host) ?? 0) + 1 : 0);
      throw error;
    });
    silences.delete(host);
    // A clock may be set back meanwhile.
    return { ...heard, ms: Math.max(0, nowMs() - begunMs) };
  });
}

/** What the host of `url` wishes of programs. Where it does not say, or cannot, a page may be asked for once. */
function robotsOf(url: URL, asking: Asking): Promise<RobotsRules> {
  const known = asking.robots.get(url.origin);
  if (known !== undefined) return known;
  const rules = robotsText(new URL("/robots.txt", url), asking).then(readRobots, () => readRobots(""));
  asking.robots.set(url.origin, rules);
  return rules;
}

/** A robots.txt, wherever it is led to (RFC 9309, 2.3.1.2); empty where there is none. */
async function robotsText(start: URL, asking: Asking): Promise<string> {
  let at = start;
  for (let step = 0; step <= mostRedirects; step++) {
    const heard = await inTurn({ url: at, method: "GET", mostBytes: mostRobotsBytes }, asking);
    const next = redirectOf(heard, at);
    if (next === undefined) return heard.status === 200 ? heard.text : "";
    at = next;
  }
  return "";
}

/** A chain that lacks a certificate in the middle is mended by browsers, which fetch it. */
const incompleteChains = new Set([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);
const faultsByCode: Readonly<Record<string, LinkFault>> = {
  ENOTFOUND: "name",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
};

function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ["TimeoutError", "AbortError"].includes(error.name) || ("code" in error && error.code === "ETIMEDOUT");
}

function answerOfError(error: unknown): LinkAnswer {
  if (error instanceof NotPublic) return { kind: "unclear", reason: "private" };
  if (!(error instanceof Error)) return { kind: "failing", fault: "broken" };
  if (isSilence(error)) return { kind: "failing", fault: "silent" };
  const code = "code" in error ? `${error.code}` : "";
  if (incompleteChains.has(code)) return { kind: "unclear", reason: "chain" };
  // The resolver's own trouble says nothing of the address.
  if (code === "EAI_AGAIN") return { kind: "unclear", reason: "busy" };
  const isCertificate = /CERT|SSL|TLS/u.test(code);
  return { kind: "failing", fault: faultsByCode[code] ?? (isCertificate ? "certificate" : "broken") };
}
