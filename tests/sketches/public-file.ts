import { readFile } from "node:fs/promises";

/** A file of the sketches, as their worker would fetch it; the checkout is the working directory. */
export async function publicFile(path: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(`tests/sketches/public/${path}`)).buffer;
}
