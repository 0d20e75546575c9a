/** Label sets of Glyphs' characters of testing: of any scripts, of one script, or of characters that look alike in print. */
import { choose } from "../math/choice.ts";
import { fold, type Key } from "../math/key.ts";
import { integers } from "../math/random-arrays.ts";
import { classesOf, type CharacterClass, type Characters } from "./characters.ts";
import type { Glyphs } from "./glyphs.ts";
import type { Line } from "./ink.ts";

/** Whom a character of a label set has beside it. */
export type Company = "any" | "script" | "alike";

export interface LabelSets extends Pick<Characters, "drawing"> {
  /** Upright. */
  readonly classes: readonly CharacterClass[];
  /** N of those classes, by number, in random order. A pure function of the key. */
  labelSet(key: Key, N: number, company: Company): Int32Array;
}

/** `script` draws a script, each as likely as another; `alike` a character, and those whose print is nearest to its own. */
export function labelSetsOf(glyphs: Glyphs): LabelSets {
  const classes = classesOf(glyphs, "test", 1);
  const numbers = new Map(classes.map(({ character }, number) => [character, number]));
  const scripts = glyphs.alphabets.filter(({ split }) => split === "test");
  const prints = classes.map(({ character }) => pointsAlong(glyphs.strokes[character]!));
  const ranked = new Map<number, readonly number[]>();

  /** All classes, the nearest to this one first, which is itself. */
  function neighbours(number: number): readonly number[] {
    let found = ranked.get(number);
    if (!found) {
      const distances = prints.map((print) => printDistance(prints[number]!, print));
      found = classes.map((_, i) => i).toSorted((i, j) => distances[i]! - distances[j]! || i - j);
      ranked.set(number, found);
    }
    return found;
  }

  return {
    classes,
    drawing: (character, drawer) => glyphs.drawing(character, drawer),
    labelSet(key, N, company) {
      if (company === "any") return choose(key, classes.length, N);
      const one = (count: number): number => integers(fold(key, "one"), 1, () => count)[0]!;
      if (company === "alike") {
        const near = neighbours(one(classes.length));
        return choose(fold(key, "order"), N, N).map((i) => near[i]!);
      }
      const { first, count } = scripts[one(scripts.length)]!;
      return choose(fold(key, "order"), count, N).map((i) => numbers.get(first + i)!);
    },
  };
}

/** Points along a stroke are so far apart, where the longest side of a character is 1. */
const STEP = 0.12;

/** Points at even distances along each stroke, one at least: x, y, x, y and so on. */
export function pointsAlong(strokes: readonly Line[]): Float64Array {
  const points: number[] = [];
  for (const line of strokes) {
    const before = points.length;
    let ahead = STEP / 2;
    for (let i = 2; i < line.length; i += 2) {
      const [x, y] = [line[i - 2]!, line[i - 1]!];
      const [dx, dy] = [line[i]! - x, line[i + 1]! - y];
      const length = Math.sqrt(dx * dx + dy * dy);
      for (; ahead <= length; ahead += STEP)
        points.push(x + (dx * ahead) / length, y + (dy * ahead) / length);
      ahead -= length;
    }
    if (points.length === before) points.push(line[0]!, line[1]!);
  }
  return Float64Array.from(points);
}

/** How far the points of one print are on average from the nearest of the other, and the other way round, added up. */
export function printDistance(one: Float64Array, other: Float64Array): number {
  const least = new Float64Array(other.length / 2).fill(Infinity);
  let [there, back] = [0, 0];
  for (let i = 0; i < one.length; i += 2) {
    let nearest = Infinity;
    for (let j = 0; j < other.length; j += 2) {
      const [dx, dy] = [one[i]! - other[j]!, one[i + 1]! - other[j + 1]!];
      const square = dx * dx + dy * dy;
      if (square < nearest) nearest = square;
      if (square < least[j >> 1]!) least[j >> 1] = square;
    }
    there += Math.sqrt(nearest);
  }
  for (const square of least) back += Math.sqrt(square);
  return there / (one.length / 2) + back / least.length;
}
