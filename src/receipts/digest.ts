/** A short name for all numbers that a run reported: equal names mean equal bits. */
import type { Points } from "../contract/protocol.ts";

/** Hexadecimal digits of a digest: 64 bits of SHA-256. */
export const DIGEST_DIGITS = 16;

/**
 * Digest of all curves up to and including step `upTo`. Curves go in by name; each as its name, a zero, the number of its
 * points, their steps (uint32) and their values (the bits of float32), all little-endian.
 */
export async function digestOf(
  series: Readonly<Record<string, Points>>,
  upTo: number,
): Promise<string> {
  const parts = Object.keys(series)
    .toSorted()
    .map((name) => curveBytes(name, series[name]!, upTo));
  const whole = await new Blob(parts).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, DIGEST_DIGITS);
}

function curveBytes(name: string, { steps, values }: Points, upTo: number): ArrayBuffer {
  const title = new TextEncoder().encode(`${name}\0`);
  const past = steps.findIndex((step) => step > upTo);
  const count = past < 0 ? steps.length : past;
  const bytes = new ArrayBuffer(title.length + 4 + count * 8);
  new Uint8Array(bytes).set(title);
  const view = new DataView(bytes, title.length);
  view.setUint32(0, count, true);
  for (let i = 0; i < count; i++) {
    view.setUint32(4 + i * 4, steps[i]!, true);
    view.setFloat32(4 + (count + i) * 4, values[i]!, true);
  }
  return bytes;
}
