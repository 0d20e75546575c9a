/** The one client of the page. */
import type { Client } from "../engine/page/client.ts";
import { spawnClient } from "./spawn-client.ts";
import workerUrl from "./worker.ts?worker&url";

let shared: Client | undefined;

export const client = (): Client => (shared ??= spawnClient(workerUrl));
