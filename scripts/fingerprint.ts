/**
 * `npm run fingerprint`: computes the bits of the core and writes their digits down. Where they differ from what was written,
 * every demo that uses them gets another version of its code: its claims want to be computed again.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { differences, fingerprint, PINNED, type Fingerprint } from "./versions/core-bits.ts";
import { useReference } from "./versions/use-reference.ts";

export const USAGE = `Usage: npm run fingerprint`;

export async function main(): Promise<void> {
  await useReference();
  const before = existsSync(PINNED)
    ? (JSON.parse(readFileSync(PINNED, "utf8")) as Fingerprint)
    : {};
  const now = await fingerprint();
  writeFileSync(PINNED, `${JSON.stringify(now, null, 2)}\n`);
  const changed = differences(before, now);
  console.log(
    changed.length === 0
      ? "The same bits as before."
      : `Other bits, or new: ${changed.join(", ")}.`,
  );
}
