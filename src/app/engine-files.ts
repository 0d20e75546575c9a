/** What the engine is made of. The page fetches it before its worker does, out of the cache then: a worker that is not here cannot say how far it is. */
import { createDownloads } from "../engine/worker/downloads.ts";
import { fetchFile, type Heard } from "../engine/worker/fetch-file.ts";
import { wasmFiles } from "../math/wasm-files.ts";

/** A worker of the build is a small script that names what it is made of. */
const PARTS = /from\s*["'`](\.\/[^"'`]+\.js)["'`]/g;

/** Rejects where the worker's scripts cannot be had; without the binaries it has means of its own. */
export async function bringEngine(workerUrl: string, heard: Heard): Promise<void> {
  const binaries = wasmFiles["tfjs-backend-wasm-simd.wasm"];
  const downloads = createDownloads((path, how) => fetchFile(new URL(path, location.href), how));
  const files = [binaries];
  const unwatch = downloads.watch(files, heard);
  const besides = downloads.fetch(binaries, false).catch(() => undefined);
  try {
    const script = new TextDecoder().decode(await downloads.fetch(workerUrl, false));
    const base = new URL(workerUrl, location.href);
    const parts = [...script.matchAll(PARTS)].map(([, part]) => new URL(part!, base).pathname);
    files.push(...parts);
    await Promise.all([...parts.map((part) => downloads.fetch(part, false)), besides]);
  } finally {
    unwatch();
  }
}
