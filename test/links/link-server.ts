import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { after } from "node:test";

/** A host on this machine, and what it was asked. */
export interface LinkServer {
  readonly host: string;
  readonly address: string;
  readonly asked: readonly string[];
  readonly agents: ReadonlySet<string>;
  readonly mostAtOnce: () => number;
}

/** Starts a host that answers as `answer` says, until the tests end. */
export async function linkServer(
  answer: (path: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<LinkServer> {
  const asked: string[] = [];
  const agents = new Set<string>();
  let [now, most] = [0, 0];
  const server = createServer((request, response) => {
    most = Math.max(most, ++now);
    response.on("close", () => now--);
    asked.push(`${request.method} ${request.url}`);
    agents.add(request.headers["user-agent"] ?? "");
    answer(request.url ?? "/", response, request);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const bound = server.address();
  const host = `127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  return { host, address: `http://${host}/`, asked, agents, mostAtOnce: () => most };
}
