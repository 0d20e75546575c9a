/** The port that PORT asks for. Node's own modules only. */
import { createServer } from "node:net";

/** Of PORT, or undefined where it is not set. Throws an error named UsageError where it is no port. */
export function portAsked(asked = process.env.PORT) {
  if (!asked) return undefined;
  const port = /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  if (port <= 65535) return port;
  throw Object.assign(new Error(`PORT is “${asked}”; it must be a number up to 65535.`), {
    name: "UsageError",
  });
}

/** Rejects with the system's error where another program listens there on this machine. */
export const mustBeFree = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "localhost", () => server.close(resolve));
  });
