/** Pictures and labels in MNIST's own form of files, IDX: bytes behind their sizes, packed by gzip or not. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { SourceError } from "./fetch-source.ts";

export interface Labelled {
  /** 784 bytes a picture, rows from the top, 255 for the brightest. */
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** Pictures of 28×28 pixels and their labels from a folder that holds MNIST's four files, or four of their form. */
export function readIdx(folder: string, part: "train" | "t10k"): Labelled {
  const pixels = bytesOf(folder, `${part}-images-idx3-ubyte`, [0x803, -1, 28, 28]);
  const labels = bytesOf(folder, `${part}-labels-idx1-ubyte`, [0x801, -1]);
  if (pixels.length !== labels.length * 784) {
    throw new SourceError(`“${folder}” has not a label for each picture of ${part}.`);
  }
  return { pixels, labels };
}

/** `head` are the 32-bit numbers that the file begins with; -1 stands for the count, which may be any. */
function bytesOf(folder: string, name: string, head: readonly number[]): Uint8Array {
  const path = [join(folder, name), join(folder, `${name}.gz`)].find(existsSync);
  if (path === undefined) throw new SourceError(`“${folder}” holds no ${name}.`);
  const file = path.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path);
  const found = head.map((_, i) => file.readUInt32BE(4 * i));
  const count = found[1]!;
  const each = head.slice(2).reduce((product, size) => product * size, 1);
  const right = head.every((number, i) => number === -1 || number === found[i]);
  if (!right || file.length !== 4 * head.length + count * each)
    throw new SourceError(`“${path}” is not the IDX file that its name says.`);
  return file.subarray(4 * head.length);
}
