/** The settings of a run as its steps see them: plain values, of which it is noted who looked, and numbers as tensors. */
import type { Tensor } from "../math/tensor.ts";
import { createCell, type Cell } from "../math/cell.ts";

type Values = Readonly<Record<string, unknown>>;

export interface Settings {
  /** The present values. To look at one makes whatever was recorded depend on it. */
  readonly values: Values;
  /** The numbers among them as scalars, which recorded steps read afresh. */
  readonly scalars: Readonly<Record<string, Tensor>>;
  /** Takes other values; returns whether a value that was looked at since the last such change is another one now. */
  change(next: Values): boolean;
  free(): void;
}

export function createSettings(first: Values): Settings {
  let present = first;
  const cells = new Map<string, Cell>();
  const seen = new Set<string>();
  const names = Object.keys(first);
  const view = <T>(shown: readonly string[], get: (name: string) => T): Record<string, T> =>
    Object.defineProperties(
      {},
      Object.fromEntries(shown.map((name) => [name, { enumerable: true, get: () => get(name) }])),
    );
  return {
    values: view(names, (name) => {
      seen.add(name);
      return present[name];
    }),
    scalars: view(
      names.filter((name) => typeof first[name] === "number"),
      (name) => {
        if (!cells.has(name)) cells.set(name, createCell(present[name] as number));
        return cells.get(name)!.tensor;
      },
    ),
    change(next) {
      const matters = names.some((name) => seen.has(name) && !Object.is(present[name], next[name]));
      present = next;
      for (const [name, cell] of cells) cell.set(next[name] as number);
      if (matters) seen.clear();
      return matters;
    },
    free() {
      for (const cell of cells.values()) cell.free();
    },
  };
}
