import { createServer } from "node:net";

/** True when this process may listen on `port`, of all the machine's addresses, as the preview does. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen({ port }, () => server.close(() => answer(true)));
  });
}
