import { setTimeout as pause } from "node:timers/promises";

/** How long and how often a host is asked. */
export interface Patience {
  /** Milliseconds that one answer may take, to its last byte. */
  readonly msForAnswer: number;
  /** How often a file is asked for before it counts as unreadable. */
  readonly tries: number;
  /** Milliseconds before the second try; twice as many before each that follows. */
  readonly msBeforeRetry: number;
}

/** An answer, read to its end or to the length where reading was given up. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** What is said of a host that took too long every time. */
export const timedOut = "超时 timed out";

const mostRedirects = 3;
const mostMsToWait = 30_000;

/**
 * Asks for `url` until there is an answer that means something; gives why there was none. Redirects are followed within the
 * host. What a host compressed on the way is as it was.
 */
export async function patientFetch(url: string, mostBytes: number, patience: Patience): Promise<Answer | string> {
  let why = "";
  for (let turn = 0; turn < patience.tries; turn++) {
    if (turn > 0) await pause(patience.msBeforeRetry * 2 ** (turn - 1));
    try {
      const answer = await fetchOnce(url, mostBytes, patience);
      if (answer.status !== 429 && answer.status < 500) return answer;
      why = `HTTP ${answer.status}`;
      if (turn < patience.tries - 1) await pause(askedToWait(answer.headers));
    } catch (error) {
      why = reasonOf(error);
    }
  }
  return why;
}

async function fetchOnce(url: string, mostBytes: number, { msForAnswer }: Patience): Promise<Answer> {
  const signal = AbortSignal.timeout(msForAnswer);
  let at = url;
  for (let turn = 0; ; turn++) {
    const response = await fetch(at, { redirect: "manual", signal, headers: { "cache-control": "no-cache" } });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    const next = location === null || !URL.canParse(location, at) ? undefined : new URL(location, at);
    if (next === undefined || !isWithin(next, new URL(url)) || turn === mostRedirects)
      return { status: response.status, headers: response.headers, bytes: await readUpTo(response, mostBytes) };
    await response.body?.cancel();
    at = next.href;
  }
}

/** True on the same host, unless what was safe from others on the way would no longer be. */
function isWithin(next: URL, start: URL): boolean {
  return next.host === start.host && (next.protocol === start.protocol || next.protocol === "https:");
}

async function readUpTo(response: Response, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    parts.push(value);
    length += value.length;
    if (length <= mostBytes) continue;
    await reader.cancel();
    return Buffer.concat(parts);
  }
}

/** `Retry-After` in seconds (RFC 9110, 10.2.3), as far as anybody waits. */
function askedToWait(headers: Headers): number {
  const seconds = Number(headers.get("retry-after") ?? "0");
  return seconds > 0 ? Math.min(seconds * 1000, mostMsToWait) : 0;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return timedOut;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
