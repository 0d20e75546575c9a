/**
 * Says where the time of our steps goes: `node scripts/run.mjs profile [case …]`. Each of our functions is timed within replayed
 * steps, by its counts where these tell one product from another. Timing adds a little to the shortest.
 */
import { library, setLibrary, type Argument } from "../src/math/kernels/launch.ts";
import { CASES, type Case } from "./bench/cases.ts";
import { mustBeKnown, namesOf } from "./machine/usage.ts";
import { prepare } from "./bench/implementations.ts";
import { openSession } from "./bench/case-session.ts";
import type { Start } from "./bench/trainer.ts";

/** Rows printed. */
const ROWS = 12;
const SECONDS = 2;

interface Share {
  readonly launches: number;
  readonly ms: number;
}

/** A launch's name, with its sizes where it has them first. */
function label(name: string, args: readonly Argument[]): string {
  if (name === "gemm") {
    const [batch, m, n, k] = args;
    return `gemm ${batch} x [${m}, ${k}] [${k}, ${n}]${args[6] ? " first transposed" : ""}${args[9] ? " second transposed" : ""}`;
  }
  return name.startsWith("conv") ? `${name} [${args.slice(0, 4)}] to ${args[4]}` : name;
}

async function profile({ id, family, sizes }: Case): Promise<void> {
  const programs = import.meta.glob<{ start: Start }>("./bench/*/ours.ts");
  const { start } = await programs[`./bench/${family}/ours.ts`]!();
  const shares = new Map<string, Share>();
  const plain = library();
  const timed = Object.entries(plain.functions).map(([name, run]) => [
    name,
    (...args: Argument[]) => {
      const from = performance.now();
      run(...args);
      const key = label(name, args);
      const { launches, ms } = shares.get(key) ?? { launches: 0, ms: 0 };
      shares.set(key, { launches: launches + 1, ms: ms + performance.now() - from });
    },
  ]);
  setLibrary({ ...plain, functions: Object.fromEntries(timed) });
  const session = openSession(start(sizes));
  shares.clear();
  const { ms, steps } = session.measure(SECONDS);
  session.close();
  setLibrary(plain);

  const inside = [...shares.values()].reduce((sum, share) => sum + share.ms, 0) / steps;
  console.log(`\n${id}: ${ms.toFixed(3)} ms a step, ${inside.toFixed(3)} in our functions`);
  for (const [name, share] of [...shares].sort((a, b) => b[1].ms - a[1].ms).slice(0, ROWS)) {
    console.log(
      `  ${(share.ms / steps).toFixed(4).padStart(9)} ms in ${Math.round(share.launches / steps)} of ${name}`,
    );
  }
}

export const USAGE = `Usage: node scripts/run.mjs profile [case …]

  case   the name of a case of the benchmark (default: all)`;

export async function main(args: string[]): Promise<void> {
  const chosen = namesOf(args);
  mustBeKnown(
    "case",
    chosen,
    CASES.map(({ id }) => id),
  );
  await prepare("ours");
  for (const entry of CASES)
    if (chosen.length === 0 || chosen.includes(entry.id)) await profile(entry);
}
