/** The settings of a run as its steps see them: plain values, of which it is noted who looked, and numbers as tensors. */
import type { Params } from "../contract/params.ts";
import { createCell, type Cell } from "../math/cell.ts";
import type { Tensor } from "../math/tensor.ts";

type Values = Readonly<Record<string, unknown>>;

/** Among the scalars, the number of the step: no setting may have its name. */
const STEP = "t";

export interface Settings {
  /** The present values. To look at one makes whatever was recorded depend on it. */
  readonly values: Values;
  /** The numbers among them, and the step's own, as scalars, which recorded steps read afresh. */
  readonly scalars: Readonly<Record<string, Tensor>> & { readonly t: Tensor };
  /** Takes other values; returns whether a value that was looked at since the last such change is another one now. */
  change(next: Values): boolean;
  /** The next step has this number. */
  count(step: number): void;
  free(): void;
}

export function createSettings(params: Params, first: Values): Settings {
  let present = first;
  let counted = 0;
  const cells = new Map<string, Cell>();
  const seen = new Set<string>();
  const names = Object.keys(first);
  const current = (name: string): number => (name === STEP ? counted : (present[name] as number));
  return {
    values: computing(params, names, (name) => {
      seen.add(name);
      return present[name];
    }),
    scalars: computing(
      params,
      [...names.filter((name) => typeof first[name] === "number"), STEP],
      (name) => {
        if (!cells.has(name)) cells.set(name, createCell(current(name)));
        return cells.get(name)!.tensor;
      },
    ) as Settings["scalars"],
    change(next) {
      const matters = names.some((name) => seen.has(name) && !Object.is(present[name], next[name]));
      present = next;
      for (const [name, cell] of cells) cell.set(current(name));
      if (matters) seen.clear();
      return matters;
    },
    count(step) {
      counted = step;
      cells.get(STEP)?.set(step);
    },
    free() {
      for (const cell of cells.values()) cell.free();
    },
  };
}

/** A record of these names. Throws at a view parameter: what it changed would be in no journal and in no receipt. */
function computing<T>(
  params: Params,
  names: readonly string[],
  get: (name: string) => T,
): Record<string, T> {
  const property = (name: string): PropertyDescriptor =>
    params[name]?.effect === "view"
      ? {
          get() {
            throw new Error(
              `“${name}” is a view setting: only observe may read it. Make it live or restart.`,
            );
          },
        }
      : { enumerable: true, get: () => get(name) };
  return Object.defineProperties(
    {},
    Object.fromEntries(names.map((name) => [name, property(name)])),
  );
}

/** Values for what computes numbers, which hears of each that is looked at. */
export const notedValues = (params: Params, values: Values, note: (name: string) => void): Values =>
  computing(params, Object.keys(values), (name) => {
    note(name);
    return values[name];
  });

/** Values for what computes numbers: first states and measures. */
export const valuesForNumbers = (params: Params, values: Values): Values =>
  notedValues(params, values, () => undefined);
