/** What the engine is made of. The page fetches it before its worker does, out of the cache then: a worker that is not here cannot say how far it is. */
import { fetchFile, type Heard } from "../engine/worker/fetch-file.ts";
import { wasmFiles } from "../math/wasm-files.ts";
import { sitePath } from "./site-path.ts";

/** As the build knows them. */
export interface EngineFiles {
  /** `assets/engine.js 477097,assets/worker.js 3890`: paths in the site, and their bytes. */
  readonly scripts: string;
  readonly binaryBytes: number;
}

/**
 * Rejects where the scripts cannot be had; without the binaries the worker has means of its own. `heard` is told the bytes of all
 * files together, however they are packed for the way.
 */
export async function bringEngine(
  { scripts, binaryBytes }: EngineFiles,
  heard: Heard,
): Promise<void> {
  const files = [...scripts.matchAll(/([^ ,]+) (\d+)/g)].map(([, path, bytes]) => ({
    path: sitePath(`/${path}`),
    bytes: Number(bytes),
  }));
  const total = files.reduce((sum, { bytes }) => sum + bytes, binaryBytes);
  const here = new Map<string, number>();
  const bring = (path: string): Promise<unknown> =>
    fetchFile(new URL(path, location.href), {
      again: false,
      heard(loaded) {
        here.set(path, loaded);
        heard(
          [...here.values()].reduce((sum, bytes) => sum + bytes, 0),
          total,
        );
      },
    });
  const binaries = bring(wasmFiles["tfjs-backend-wasm-simd.wasm"]).catch(() => undefined);
  await Promise.all([...files.map(({ path }) => bring(path)), binaries]);
}
