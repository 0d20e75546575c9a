import { readFile } from "node:fs/promises";
import { createFiles } from "../../src/engine/files.ts";

/** A file of the site, as the worker would fetch it; the checkout is the working directory. */
export async function publicFile(path: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(`public/${path}`)).buffer;
}

/** What runs of this process read of the site, each file once. */
export const publicFiles = createFiles(publicFile);
