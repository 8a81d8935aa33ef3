import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSafe } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress, NotPublic, publicLookup } from "./public-address.ts";

/** How addresses are asked. */
export interface Manners {
  /** How we introduce ourselves: ASCII. */
  readonly userAgent: string;
  /** Hosts (`intranet.example`, `127.0.0.1:8080`) that may be asked though they are not on the open net. */
  readonly alsoHosts: ReadonlySet<string>;
  /** Milliseconds that one answer may take. */
  readonly msForAnswer: number;
  /** Ends the whole run. */
  readonly signal: AbortSignal;
}

/** What a host answered. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As much of the body as was asked for. */
  readonly text: string;
}

/** What is asked for. */
export interface Question {
  readonly url: URL;
  readonly method: "HEAD" | "GET";
  /** Reading the body ends after so many bytes; 0 reads none of it. */
  readonly mostBytes: number;
}

/** Services other than the web lie below 1024. */
const isWebPort = (port: string) => ["", "80", "443"].includes(port) || Number(port) >= 1024;

/**
 * Asks once, follows nothing, and sends neither cookie nor credential. Rejects where there is no answer: with `NotPublic` where the
 * host is not on the open net, or is asked at a port that is not the web's.
 */
export function fetchOnce({ url, method, mostBytes }: Question, manners: Manners): Promise<Heard> {
  const { userAgent, alsoHosts, msForAnswer, signal } = manners;
  const isAllowed = alsoHosts.has(url.host) || alsoHosts.has(url.hostname);
  // Node looks up names only.
  const literal = url.hostname.replace(/^\[|\]$/gu, "");
  const isClosed = !isWebPort(url.port) || (isIP(literal) !== 0 && !isPublicAddress(literal));
  if (!isAllowed && isClosed) return Promise.reject(new NotPublic(url.host));
  const stop = AbortSignal.any([signal, AbortSignal.timeout(msForAnswer)]);
  const headers = { "user-agent": userAgent, accept: "*/*", "accept-encoding": "identity" };
  return new Promise((done, failed) => {
    // Node tells nobody when a host that has only said "wait" is given up.
    stop.addEventListener("abort", () => failed(stop.reason));
    const asked = (url.protocol === "https:" ? requestSafe : requestPlain)(url, {
      // An address may hold a name and password.
      ...{ method, headers, agent: false, auth: null, signal: stop },
      ...(isAllowed ? {} : { lookup: publicLookup }),
    });
    const hear = (response: IncomingMessage) => {
      asked.off("close", hangUp);
      hearOut(response, mostBytes).then(done, failed);
    };
    // Nor when a host changes to another protocol.
    const hangUp = () => failed(new Error(`${url.host} hung up`));
    asked.on("error", failed).on("close", hangUp).on("response", hear).end();
  });
}

/** Reads as much of an answer as was asked for, and hangs up. */
function hearOut(response: IncomingMessage, mostBytes: number): Promise<Heard> {
  const { statusCode: status = 0, headers } = response;
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    let length = 0;
    const finish = () => {
      done({ status, headers, text: Buffer.concat(parts).subarray(0, mostBytes).toString("utf8") });
      response.destroy();
    };
    if (mostBytes === 0) return finish();
    response.on("error", failed).on("end", finish);
    response.on("data", (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length >= mostBytes) finish();
    });
  });
}
