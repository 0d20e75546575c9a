/** The page of the sketches, built and served. */
import { build, preview } from "vite";

const configFile = "tests/sketches/vite.config.ts";

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** `port` 0 takes any that is free. */
export async function serveSketches(port = 0): Promise<Served> {
  await build({ configFile, logLevel: "warn" });
  const server = await preview({
    configFile,
    logLevel: "warn",
    preview: { port, strictPort: port !== 0, host: "localhost" },
  });
  return {
    origin: server.resolvedUrls!.local[0]!.replace(/\/$/, ""),
    close: () => server.close(),
  };
}
