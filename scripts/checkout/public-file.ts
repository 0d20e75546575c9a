import { readFile } from "node:fs/promises";

/** A file of the site, as the worker would fetch it; the checkout is the working directory. */
export async function publicFile(path: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(`public/${path}`)).buffer;
}
