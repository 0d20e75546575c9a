/** Files of the reader's, read by a worker that lives as long as that takes. */
import { tooLarge } from "../../omniglot/drawings-of-zip.ts";
import { trustedScript } from "../trusted.ts";
import type { Decoded } from "./decoded.ts";
import workerUrl from "./decode-worker.ts?worker&url";

type Bits = Uint8Array<ArrayBuffer>;
/** Told how many of how many drawings of a file are read. */
export type Heard = (done: number, all: number) => void;

/** The drawings of a file, or a sentence on why there are none; null where `signal` ended it. */
export function decodeFile(
  file: File,
  heard: Heard,
  signal: AbortSignal,
  spawn = spawned,
): Promise<Bits | string | null> {
  const large = tooLarge(file.size);
  if (large) return Promise.resolve(`${file.name} ${large}`);
  return new Promise((resolve) => {
    const worker = spawn();
    if (!worker)
      return resolve(
        "This browser lets the page start no worker, which the files are read in; the signs stay as they are.",
      );
    const end = (result: Bits | string | null): void => {
      worker.terminate();
      resolve(result);
    };
    signal.addEventListener("abort", () => end(null));
    worker.addEventListener("message", ({ data }: MessageEvent<Decoded>) => {
      if (data.type === "progress") heard(data.done, data.all);
      else end(data.type === "drawings" ? data.bits : `${file.name} ${data.why}`);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      end("The worker that reads the files could not be loaded, or broke; try it once more.");
    });
    worker.postMessage(file);
  });
}

/** Null where there are no workers, or a policy of the browser's forbids them. */
function spawned(): Worker | null {
  try {
    return new Worker(trustedScript(workerUrl), { type: "module" });
  } catch {
    return null;
  }
}
