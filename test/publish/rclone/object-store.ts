import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What was stored, and what was said of it. */
export interface StoredObject {
  readonly bytes: Buffer;
  readonly type: string | undefined;
  readonly cache: string | undefined;
}

/** As much of Amazon's S3 as rclone asks for: whole objects in one bucket, told apart by MD5. */
export interface ObjectStore {
  readonly objects: Map<string, StoredObject>;
  /** What was done, as `PUT key` and `DELETE key`, in order. */
  readonly log: string[];
  /** What rclone takes for the folder `site` in it. */
  readonly remote: string;
  readonly stop: () => void;
}

const date = "Wed, 20 May 2026 00:00:00 GMT";
const prefix = "/bucket/";

/** Starts a store on a free port of the loopback. */
export async function startObjectStore(): Promise<ObjectStore> {
  const objects = new Map<string, StoredObject>();
  const log: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const key = decodeURIComponent(url.pathname).slice(prefix.length);
    if (request.method === "PUT" || request.method === "DELETE") log.push(`${request.method} ${key}`);
    if (key === "") return list(objects, url.searchParams, response);
    if (request.method === "PUT") return put(objects, key, request, response);
    if (request.method === "DELETE") {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    get(objects.get(key), request, response);
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const keys = "access_key_id=a,secret_access_key=b,no_check_bucket=true";
  const remote = `:s3,provider=Other,${keys},force_path_style=true,endpoint='http://127.0.0.1:${port}':bucket/site`;
  return { objects, log, remote, stop: () => server.close() };
}

function list(objects: ReadonlyMap<string, StoredObject>, asked: URLSearchParams, response: ServerResponse): void {
  const above = asked.get("prefix") ?? "";
  const below = [...objects.keys()].filter((key) => key.startsWith(above)).map((key) => key.slice(above.length));
  const isDeep = (name: string) => asked.get("delimiter") === "/" && name.includes("/");
  const folders = new Set(below.filter(isDeep).map((name) => `${above}${name.slice(0, name.indexOf("/") + 1)}`));
  const keys = below.filter((name) => !isDeep(name)).map((name) => above + name);
  const prefixes = [...folders].map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`);
  const contents = keys.sort().map((key) => {
    const bytes = objects.get(key)?.bytes ?? Buffer.alloc(0);
    return `<Contents><Key>${key}</Key><LastModified>2026-05-20T00:00:00.000Z</LastModified><ETag>&quot;${md5(bytes)}&quot;</ETag><Size>${bytes.length}</Size></Contents>`;
  });
  const truth = "<Name>bucket</Name><IsTruncated>false</IsTruncated>";
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(
    `<?xml version="1.0"?><ListBucketResult>${truth}${contents.join("")}${prefixes.join("")}</ListBucketResult>`,
  );
}

async function put(
  objects: Map<string, StoredObject>,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const { "content-type": type, "cache-control": cache } = request.headers;
  objects.set(key, { bytes, type, cache });
  response.writeHead(200, { etag: `"${md5(bytes)}"` }).end();
}

function get(object: StoredObject | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (object === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { bytes, type = "" } = object;
  response.writeHead(200, {
    ...{ etag: `"${md5(bytes)}"`, "last-modified": date, "content-length": bytes.length },
    "content-type": type,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function md5(bytes: Buffer): string {
  return createHash("md5").update(bytes).digest("hex");
}
