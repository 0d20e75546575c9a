/** Metrics of steps that were taken but not yet looked at: on the device, where looking costs a wait, or at hand. */
import { dispose, read, scope } from "../math/memory.ts";
import { stack } from "../math/shape.ts";
import { isTensor, type Tensor } from "../math/tensor.ts";

export interface MetricRows {
  add(step: number, row: Tensor | Float32Array): void;
  waiting(): number;
  /** All rows in order, read in one go. */
  take(): Promise<{ readonly step: number; readonly numbers: Float32Array }[]>;
  free(): void;
}

/** Rows of `width` numbers. */
export function createMetricRows(width: number): MetricRows {
  let rows: { step: number; row: Tensor | Float32Array }[] = [];
  const onDevice = (): Tensor[] => rows.map(({ row }) => row).filter(isTensor);
  return {
    add(step, row) {
      rows.push({ step, row });
    },
    waiting: () => rows.length,
    async take() {
      const taken = rows;
      const tensors = onDevice();
      rows = [];
      if (tensors.length === 0) {
        return taken.map(({ step, row }) => ({ step, numbers: row as Float32Array }));
      }
      const table = scope(() => stack(tensors));
      const { data } = await read(table);
      dispose([table, ...tensors]);
      let next = 0;
      return taken.map(({ step, row }) => {
        if (!isTensor(row)) return { step, numbers: row };
        const numbers = data.subarray(next, next + width);
        next += width;
        return { step, numbers };
      });
    },
    free() {
      dispose(onDevice());
      rows = [];
    },
  };
}
