/** The one client of the page, fetched when a figure comes near or a hand comes to it. */
import type { Client } from "../engine/page/client.ts";
import type { LateClient } from "../engine/page/late-run.ts";
import { files } from "./worker.ts?files";
import workerUrl from "./worker.ts?worker&url";

let shared: Client | undefined;
let coming: Promise<Client> | undefined;

async function fetched(): Promise<Client> {
  try {
    const { spawnClient } = await import("./spawn-client.ts");
    return (shared ??= spawnClient(workerUrl, files));
  } catch (error) {
    coming = undefined;
    throw error;
  }
}

export const client: LateClient = {
  present: () => shared,
  fetched: () => (coming ??= fetched()),
};

/** Readies the engine for a figure; where it cannot be had now, the figure's first touch asks again. */
export const warm = (demo: string): void =>
  void client.fetched().then(
    (there) => there.warm(demo),
    () => {},
  );
