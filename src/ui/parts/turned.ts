import type { Numbers } from "./stage-box.ts";

/** The picture with rows and columns exchanged: [rows, columns] to [columns, rows]. */
export function turned({ shape: [rows = 0, columns = 0], data }: Numbers): Numbers {
  const at = (k: number): number => data[(k % rows) * columns + Math.floor(k / rows)]!;
  return {
    shape: [columns, rows],
    data: Float32Array.from({ length: data.length }, (_, k) => at(k)),
  };
}
