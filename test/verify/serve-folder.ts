import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { after } from "node:test";
import { gzipSync } from "node:zlib";

/** How a server behaves; what it is not told it does as a plain host would. */
export interface Habits {
  /** Compresses all that it sends. */
  readonly gzip?: boolean;
  /** Sent with everything. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Called before each answer; true where it has answered itself, or never will. */
  readonly before?: (path: string, response: ServerResponse, count: number) => boolean;
}

/** A server of a folder on this machine until the tests end: what is asked for so far, and the most at once. */
export interface Served {
  readonly address: string;
  readonly asked: () => number;
  readonly mostAtOnce: () => number;
}

/** Serves `folder` below `/` as static hosts do. */
export async function serveFolder(folder: string, habits: Habits = {}): Promise<Served> {
  let [asked, now, most] = [0, 0, 0];
  const server = createServer((request, response) => {
    most = Math.max(most, ++now);
    response.on("close", () => now--);
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://local").pathname);
    if (habits.before?.(path, response, ++asked) === true) return;
    answer(folder, path, { request, response, habits });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { address: `http://127.0.0.1:${port}/`, asked: () => asked, mostAtOnce: () => most };
}

function answer(
  folder: string,
  path: string,
  {
    response,
    habits,
  }: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly habits: Habits },
): void {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const isThere = existsSync(file) && statSync(file).isFile() && !/^\/_/u.test(path);
  const bytes = readFileSync(isThere ? file : join(folder, "404.html"));
  for (const [name, value] of Object.entries(habits.headers ?? {})) response.setHeader(name, value);
  if (habits.gzip === true) response.setHeader("content-encoding", "gzip");
  response.writeHead(isThere ? 200 : 404).end(habits.gzip === true ? gzipSync(bytes) : bytes);
}
