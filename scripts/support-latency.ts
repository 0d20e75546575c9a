/**
 * `node scripts/run.mjs support-latency`: how much longer one query takes as the support set grows, of the small network on Glyphs,
 * whose features are kept: plainly, in full context, and in passes over 25 supports. What the Matching Networks note says of it
 * comes from here. Median times, measured in turn, and their ratios to the smallest set; each machine has its own.
 */
import { useBackend } from "../src/math/backend.ts";
import { fold, keyOf } from "../src/math/key.ts";
import { read, retain, scope } from "../src/math/memory.ts";
import { normalise } from "../src/math/norm.ts";
import { normal } from "../src/math/random.ts";
import type { Tensor } from "../src/math/tensor.ts";
import { initContext } from "../src/papers/matching-networks/full-context.ts";
import { attendInPasses, type Reading } from "../src/papers/matching-networks/grown-support.ts";
import { SIZES } from "../src/papers/matching-networks/grow/demo.ts";
import { CHANNELS } from "../src/papers/matching-networks/shipped-channels.ts";
import { quantile } from "./latency/quantiles.ts";

const ROUNDS = 41;
const K = 3;
const S = 10;
const PASS = 25;

export const USAGE = `Usage: node scripts/run.mjs support-latency`;

export async function main(): Promise<void> {
  await useBackend("wasm");
  const key = keyOf(1);
  const d = CHANNELS.glyphs;
  const rows = (name: string, count: number): Tensor =>
    scope(() => retain(normalise(normal(fold(key, name), [1, count, d]))));
  const f = rows("query", 1);
  const context = scope(() => retain(initContext(fold(key, "context"), d)));
  const cases = SIZES.flatMap((m) => {
    const g = rows(`supports ${m}`, m);
    return [
      { m, name: "plain", context: null, reading: { g, f, size: m } },
      { m, name: "full context", context, reading: { g, f, size: m } },
      { m, name: "passes of 25", context: null, reading: { g, f, size: PASS } },
    ];
  });
  const times = cases.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, one] of cases.entries())
      times[i]!.push(await answered({ context: one.context, K, s: S }, one.reading));
  const least = quantile(times[0]!, 0.5);
  for (const [i, { m, name }] of cases.entries()) {
    const ms = quantile(times[i]!, 0.5);
    console.log(
      `${String(m).padStart(5)} supports, ${name.padEnd(14)} ${ms.toFixed(2).padStart(8)} ms ${(ms / least).toFixed(1).padStart(8)} times`,
    );
  }
}

/** Milliseconds until its attention can be read. */
async function answered(
  way: Parameters<typeof attendInPasses>[0],
  reading: Reading,
): Promise<number> {
  const start = performance.now();
  const a = scope(() => attendInPasses(way, [reading])[0]!);
  await read(a);
  a.dispose();
  return performance.now() - start;
}
