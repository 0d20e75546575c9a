/** Scores of weights: a demo's measures over several batches that training did not see, or over all examples of a test set. */
import type { Score } from "../contract/weights.ts";
import { fold, type Key } from "../math/key.ts";
import { meanOf, measuresOf, type Between, type Subject } from "./measuring.ts";
import type { Measured } from "./program.ts";

/** 97.5th percentile of the normal distribution; with 50 batches Student’s is 2 % larger, with 20 it is 7 %. */
const NORMAL_975 = 1.96;

export interface Scoring {
  /** Measures one batch; the scores once that was the last, else null. */
  next(between?: Between): Promise<Record<string, Score> | null>;
}

/** Scores over `batches` batches; over one of a test set, which has no others. */
export function createScoring(subject: Subject, key: Key, batches: number): Scoring {
  const { measures = {} } = subject.demo;
  const most = subject.program.measure?.fixed ? 1 : batches;
  const columns: Record<string, Measured[]> = {};
  let taken = 0;
  return {
    async next(between) {
      const measured = await measuresOf(subject, fold(key, taken), between);
      for (const [name, value] of Object.entries(measured)) (columns[name] ??= []).push(value);
      taken += 1;
      if (taken < most) return null;
      return Object.fromEntries(
        Object.entries(columns).map(([name, column]) => [
          name,
          scoreOf(measures[name]!.label, column),
        ]),
      );
    },
  };
}

/** All of it in one go. */
export async function scoresOf(
  subject: Subject,
  key: Key,
  batches: number,
): Promise<Record<string, Score>> {
  const scoring = createScoring(subject, key, batches);
  for (;;) {
    const scores = await scoring.next();
    if (scores) return scores;
  }
}

function scoreOf(label: string, column: readonly Measured[]): Score {
  const [first] = column as readonly [Measured];
  // Batches are independent; of a single one its examples are.
  const alone = column.length === 1 && typeof first !== "number";
  const sample = alone ? [...first] : column.map(meanOf);
  const { mean, reach } = meanAndReach(sample);
  const batches = column.length;
  const score = { label, mean: rounded(mean), batches };
  if (sample.length < 2) return score;
  const interval = [rounded(mean - reach), rounded(mean + reach)] as const;
  return { ...score, interval, ...(alone && { examples: sample.length }) };
}

/** The mean, and how far its 95 % interval reaches to either side. */
function meanAndReach(sample: readonly number[]): { mean: number; reach: number } {
  const n = sample.length;
  const mean = sample.reduce((sum, x) => sum + x, 0) / n;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return { mean, reach: NORMAL_975 * Math.sqrt(variance / n) };
}

const rounded = (x: number): number => Number(x.toPrecision(4));
