/** How often three rules name the class of a drawing by comparing its pixels with labelled ones. */
import { fold, keyOf } from "../../src/math/key.ts";
import { common, WORDS } from "./bits.ts";
import { DRAWERS } from "../../src/data/characters.ts";
import type { Drawings } from "./drawings.ts";
import { drawsOf, sample } from "./episodes.ts";

export interface Task {
  readonly way: number;
  readonly shot: number;
  readonly queries: number;
  /** All classes of an episode from one alphabet; each alphabet is as likely as another. */
  readonly within?: boolean;
}

/** What a class earns by a drawing whose cosine with the query is `c`, and how drawings of a class are joined. */
export const RULES = [
  { name: "attention, s = 1", score: Math.exp, join: (a: number, b: number) => a + b },
  {
    name: "attention, s = 20",
    score: (c: number) => Math.exp(20 * c),
    join: (a: number, b: number) => a + b,
  },
  { name: "nearest example", score: (c: number) => c, join: Math.max },
] as const;

const QUERIES_PER_CLASS = 5;
const NUMBERS = Array.from({ length: DRAWERS }, (_, i) => i);

export interface Accuracy {
  /** The share of queries that were named rightly. */
  readonly mean: number;
  /** Its standard error; queries of one episode are not independent, so it is taken over episodes. */
  readonly error: number;
}

/** One accuracy for each of `RULES`, the same episodes for all. Among equals the class that was drawn first is chosen. */
export function accuracies({ words, alphabets }: Drawings, task: Task, seed: number): Accuracy[] {
  const { way, shot, queries, within = false } = task;
  const draw = drawsOf(fold(keyOf(seed), `${way} ${shot} ${within ? "within" : "across"}`));
  const lengths = Float64Array.from({ length: words.length / WORDS }, (_, i) =>
    Math.sqrt(common(words, i, i)),
  );
  const groups = within ? alphabets : [alphabets.flat()];
  const episodes = Math.round(queries / (way * QUERIES_PER_CLASS));
  const sums = RULES.map(() => 0);
  const squares = RULES.map(() => 0);
  const cosines = new Float64Array(way * shot);
  for (let e = 0; e < episodes; e++) {
    const classes = sample(groups[draw(groups.length)]!, way, draw).map((character) =>
      sample(NUMBERS, shot + QUERIES_PER_CLASS, draw).map((n) => character * DRAWERS + n),
    );
    const supports = classes.flatMap((drawings) => drawings.slice(0, shot));
    const right = RULES.map(() => 0);
    for (let label = 0; label < way; label++) {
      for (const query of classes[label]!.slice(shot)) {
        for (let i = 0; i < cosines.length; i++) {
          const support = supports[i]!;
          cosines[i] = common(words, query, support) / (lengths[query]! * lengths[support]!);
        }
        RULES.forEach((rule, r) => {
          if (chosen(cosines, shot, rule) === label) right[r]!++;
        });
      }
    }
    right.forEach((count, r) => {
      const share = count / (way * QUERIES_PER_CLASS);
      sums[r]! += share;
      squares[r]! += share * share;
    });
  }
  return sums.map((sum, r) => {
    const mean = sum / episodes;
    return { mean, error: Math.sqrt((squares[r]! / episodes - mean * mean) / (episodes - 1)) };
  });
}

/** The class that a rule gives most; `cosines` holds `shot` for each class, class by class. */
export function chosen(
  cosines: Float64Array,
  shot: number,
  { score, join }: Pick<(typeof RULES)[number], "score" | "join">,
): number {
  let best = -Infinity;
  let label = 0;
  for (let start = 0; start < cosines.length; start += shot) {
    let total = score(cosines[start]!);
    for (let i = 1; i < shot; i++) total = join(total, score(cosines[start + i]!));
    if (total > best) {
      best = total;
      label = start / shot;
    }
  }
  return label;
}
