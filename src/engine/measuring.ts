/** A demo's dear numbers, taken in units that each have a key and a scope of their own. */
import type { NDArray } from "../contract/array.ts";
import type { Demo } from "../contract/demo.ts";
import { fold, type Key } from "../math/key.ts";
import type { Tree } from "../math/tree.ts";
import { readMade } from "./observed.ts";
import type { AnyProgram, Measured } from "./program.ts";
import { valuesForNumbers } from "./settings.ts";
import { noSharing, type Sharing } from "./sharing.ts";

/** What is measured, and with what. */
export interface Subject {
  readonly demo: Demo;
  readonly program: AnyProgram;
  readonly state: Tree;
  readonly values: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sharing?: Sharing;
}

/** Called between two units of work: a moment to say that one is alive. */
export type Between = () => Promise<void>;

/** The measures of one batch, which `key` draws: a number each, or one an example. */
export async function measuresOf(
  { demo, program, state, values, data, sharing = noSharing }: Subject,
  key: Key,
  between?: Between,
): Promise<Record<string, Measured>> {
  const { measure } = program;
  if (!measure) return {};
  const { units = 1 } = measure;
  const seen = valuesForNumbers(demo.params, values);
  const parts: Record<string, NDArray>[] = [];
  for (let unit = 0; unit < units; unit++) {
    const own = units === 1 ? key : fold(key, unit);
    const sample = () => measure.sample(state, seen, own, { ...data, ...sharing.ways }, unit);
    parts.push(await readMade(() => [state, sharing.kept()], sample));
    if (unit + 1 < units) await between?.();
  }
  return measure.evaluate(units === 1 ? parts[0]! : stacked(parts), seen, data);
}

/** The number that stands for a measure. */
export const meanOf = (measured: Measured): number =>
  typeof measured === "number"
    ? measured
    : Array.from(measured).reduce((sum, x) => sum + x, 0) / measured.length;

/** The rows of all parts, one below the other. */
function stacked(parts: readonly Record<string, NDArray>[]): Record<string, NDArray> {
  return Object.fromEntries(
    Object.keys(parts[0]!).map((name) => {
      const arrays = parts.map((part) => part[name]!);
      const [, ...row] = arrays[0]!.shape;
      const data = new Float32Array(arrays.reduce((sum, each) => sum + each.data.length, 0));
      let next = 0;
      let rows = 0;
      for (const array of arrays) {
        data.set(array.data, next);
        next += array.data.length;
        rows += array.shape[0] ?? 1;
      }
      return [name, { shape: [rows, ...row], data }];
    }),
  );
}
