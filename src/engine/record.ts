/** Curves of a run as the worker gathers them between two frames. */
import type { Points } from "../contract/protocol.ts";

export interface Recorder {
  add(name: string, step: number, value: number): void;
  /** What was added since the last call. */
  take(): Record<string, Points>;
}

export function createRecorder(names: readonly string[]): Recorder {
  let columns = empty();
  function empty(): Map<string, { steps: number[]; values: number[] }> {
    return new Map(names.map((name) => [name, { steps: [], values: [] }]));
  }
  return {
    add(name, step, value) {
      const column = columns.get(name);
      if (!column) throw new Error(`The demo declares no metric or measure “${name}”.`);
      column.steps.push(step);
      column.values.push(value);
    },
    take() {
      const taken = columns;
      columns = empty();
      return Object.fromEntries(
        [...taken].map(([name, { steps, values }]) => [
          name,
          { steps: Uint32Array.from(steps), values: Float32Array.from(values) },
        ]),
      );
    },
  };
}
