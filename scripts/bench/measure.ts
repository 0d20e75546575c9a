/** Takes one case through all implementations, round by round, so that what else the machine does meets all alike. */
import type { Case } from "./cases.ts";
import type { Child } from "./start-process.ts";
import type { Opened } from "./case-session.ts";
import type { Implementation } from "./implementations.ts";

export interface Result {
  readonly implementation: Implementation;
  /** Median over the rounds, milliseconds a step; absent where it can't be computed. */
  readonly ms?: number;
  readonly rounds?: readonly number[];
  /** Steps in all rounds. */
  readonly steps?: number;
  readonly losses?: readonly number[];
  readonly mode?: string;
  /** Why there is no number, or what is special about it. */
  readonly remark?: string;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Plan {
  readonly rounds: number;
  /** Seconds a round. */
  readonly seconds: number;
}

export async function measureCase(
  { id, skip }: Case,
  children: ReadonlyMap<Implementation, Child>,
  { rounds, seconds }: Plan,
): Promise<Result[]> {
  const results = new Map<Implementation, Result>();
  const opened = new Map<Implementation, Opened>();
  for (const [implementation, child] of children) {
    if (skip?.includes(implementation)) {
      results.set(implementation, { implementation, remark: "skipped: slow" });
      continue;
    }
    const reply = await child.ask({ open: id });
    if ("cannot" in reply)
      results.set(implementation, { implementation, remark: `cannot: ${reply.cannot as string}` });
    else if (!reply.absent) opened.set(implementation, reply as unknown as Opened);
  }
  const times = new Map<Implementation, Round[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [implementation, { once }] of opened) {
      const took =
        once === null
          ? ((await children.get(implementation)!.ask({ measure: seconds })) as unknown as Round)
          : { ms: once, steps: 1 };
      if (once !== null && round > 0) continue;
      times.set(implementation, [...(times.get(implementation) ?? []), took]);
    }
  }
  const reference = opened.get("ours")?.losses ?? [];
  for (const [implementation, { losses, mode, once }] of opened) {
    const remarks = once === null ? [] : ["slow: one step"];
    const odd = losses.findIndex((loss, i) => i in reference && differs(loss, reference[i]!));
    if (odd >= 0) remarks.push(`its loss is ${losses[odd]}, ours ${reference[odd]}`);
    const rows = times.get(implementation)!;
    results.set(implementation, {
      implementation,
      ms: median(rows.map(({ ms }) => ms)),
      rounds: rows.map(({ ms }) => ms),
      steps: rows.reduce((sum, { steps }) => sum + steps, 0),
      losses,
      ...(mode ? { mode } : {}),
      ...(remarks.length > 0 ? { remark: remarks.join("; ") } : {}),
    });
  }
  for (const child of children.values()) await child.ask({ close: true });
  return [...children.keys()].flatMap((name) => results.get(name) ?? []);
}

interface Round {
  readonly ms: number;
  readonly steps: number;
}

/** Sums in another order, exponentials of another polynomial: a thousandth is far more than they make. */
const differs = (a: number, b: number): boolean => !(Math.abs(a - b) <= 1e-3 * Math.abs(b) + 1e-6);
