/** Takes one case through all implementations, round by round, so that what else the machine does meets all alike. */
import type { Case } from "./cases.ts";
import type { Child } from "./child.ts";
import type { Opened } from "./session.ts";
import type { Implementation } from "./implementations.ts";

export interface Result {
  readonly implementation: Implementation;
  /** Median over the rounds, milliseconds a step; absent where it can't be computed. */
  readonly ms?: number;
  readonly rounds?: readonly number[];
  /** Steps in all rounds. */
  readonly steps?: number;
  readonly loss?: number;
  readonly mode?: string;
  /** Why there is no number, or what is special about it. */
  readonly remark?: string;
}

export function median(values: readonly number[]): number {
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
  { id }: Case,
  children: ReadonlyMap<Implementation, Child>,
  { rounds, seconds }: Plan,
): Promise<Result[]> {
  const results = new Map<Implementation, Result>();
  const opened = new Map<Implementation, Opened>();
  for (const [implementation, child] of children) {
    const reply = await child.ask({ open: id });
    if (reply.absent) continue;
    if (reply.cannot) {
      results.set(implementation, { implementation, remark: `cannot: ${String(reply.cannot)}` });
    } else opened.set(implementation, reply as unknown as Opened);
  }
  const times = new Map<Implementation, { ms: number; steps: number }[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [implementation, { slow }] of opened) {
      if (slow) continue;
      const took = await children.get(implementation)!.ask({ measure: seconds });
      const row = times.get(implementation) ?? [];
      times.set(implementation, [...row, took as { ms: number; steps: number }]);
    }
  }
  const reference = opened.get("ours");
  for (const [implementation, { loss, mode, slow, first, compared }] of opened) {
    const remarks = slow ? ["slow: its first step only"] : [];
    if (reference && reference.compared === compared && differs(loss, reference.loss))
      remarks.push(`its loss is ${loss}, ours ${reference.loss}`);
    const rows = slow ? [{ ms: first, steps: 1 }] : times.get(implementation)!;
    results.set(implementation, {
      implementation,
      ms: median(rows.map(({ ms }) => ms)),
      rounds: rows.map(({ ms }) => ms),
      steps: rows.reduce((sum, { steps }) => sum + steps, 0),
      loss,
      ...(mode ? { mode } : {}),
      ...(remarks.length > 0 ? { remark: remarks.join("; ") } : {}),
    });
  }
  for (const child of children.values()) await child.ask({ close: true });
  return [...children.keys()].flatMap((name) => results.get(name) ?? []);
}

/** Sums in another order, exponentials of another polynomial: a thousandth is far more than they make. */
const differs = (a: number, b: number): boolean => !(Math.abs(a - b) <= 1e-3 * Math.abs(b) + 1e-6);
