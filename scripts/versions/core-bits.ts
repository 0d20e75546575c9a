/**
 * The core's numerical fingerprint: for each operation, and for the engine, a few digits of the bits that it gives. It is the same
 * in Node and in every browser, and changes with the numbers alone, however the code is written.
 */
import { scope } from "../../src/math/memory.ts";
import { isTensor } from "../../src/math/tensor.ts";
import { OPERATIONS } from "./operations.ts";
import type { Numbers } from "./probe.ts";
import { sampleRun } from "./sample-run.ts";

/** Digits by the name of what gives them: `file.operation`, and `engine`. */
export type Fingerprint = Readonly<Record<string, string>>;

/** Where today's is written down. */
export const PINNED = "scripts/versions/core-fingerprint.json";
export const ENGINE = "engine";
const DIGITS = 10;

/** The backend must be up: `useBackend("wasm")`. */
export async function fingerprint(): Promise<Fingerprint> {
  const digits: [string, string][] = [];
  for (const [name, trial] of Object.entries(OPERATIONS)) {
    let bytes: Uint8Array<ArrayBuffer>[] = [];
    scope(() => void (bytes = trial().map(bytesOf)));
    digits.push([name, await digitsOf(bytes)]);
  }
  digits.push([ENGINE, await digitsOf((await sampleRun()).map(bytesOf))]);
  return Object.fromEntries(digits.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Its form counts too: a tensor's shape goes before its numbers. */
function bytesOf(numbers: Numbers): Uint8Array<ArrayBuffer> {
  const [shape, data] = isTensor(numbers)
    ? [numbers.shape, numbers.dataSync()]
    : [[numbers.length], numbers];
  const values = "buffer" in data ? data.slice() : Float64Array.from(data);
  return joined([new Uint8Array(Uint32Array.from(shape).buffer), new Uint8Array(values.buffer)]);
}

async function digitsOf(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", joined(parts)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, DIGITS);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Names whose digits differ, or that only one of the two has. */
export const differences = (a: Fingerprint, b: Fingerprint): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
