import { useMemo, useState } from "react";
import { DrawingPad } from "./DrawingPad.tsx";
import type { Numbers } from "./stage-box.ts";

/** What a hand changes: one of the two. */
export type DrawnChange = { readonly S: Numbers } | { readonly query: Numbers };

export interface DrawnSignsProps {
  /** [rows, side, side], of which some rows may not be there yet. */
  readonly signs: Numbers;
  /** Those that can be drawn on, in the order of their names. */
  readonly supports: readonly { readonly name: string; readonly row: number }[];
  /** Names in a row. */
  readonly columns: number;
  /** [1, side, side] */
  readonly query: Numbers;
  onInput(change: DrawnChange): void;
  onCommit(change: DrawnChange): void;
}

const inked = ({ data }: Numbers): boolean => data.includes(1);

/** A pad for several signs and a query, one of which is on it: the query, or where all are empty the first sign. */
export function DrawnSigns(props: DrawnSignsProps) {
  const { signs, supports, columns, query, onInput, onCommit } = props;
  const blank = !inked(signs) && !inked(query);
  const [page, setPage] = useState({ drawing: blank ? 0 : null, blank });
  if (page.blank !== blank) setPage({ drawing: blank ? 0 : page.drawing, blank });
  const m = supports.length;
  const index = page.drawing === null || page.drawing >= m ? m : page.drawing;
  const [, height, width] = query.shape as [number, number, number];
  const pixels = height * width;
  const order = supports.map(({ row }) => row).join(" ");
  const all = useMemo(() => {
    const rows = order.split(" ").map(Number);
    const data = new Float32Array((rows.length + 1) * pixels);
    rows.forEach((row, i) =>
      data.set(signs.data.subarray(row * pixels, (row + 1) * pixels), i * pixels),
    );
    data.set(query.data, rows.length * pixels);
    return { shape: [rows.length + 1, height, width], data };
  }, [signs, query, order, height, width, pixels]);
  /** What belongs to the setting that the drawing on the pad is of. */
  const changed = ({ data }: Numbers): DrawnChange => {
    const own = data.slice(index * pixels, (index + 1) * pixels);
    if (index === m) return { query: { shape: query.shape, data: own } };
    const { row } = supports[index]!;
    const n = Math.max(signs.shape[0]!, row + 1);
    const next = new Float32Array(n * pixels);
    next.set(signs.data);
    next.set(own, row * pixels);
    return { S: { shape: [n, height, width], data: next } };
  };
  return (
    <DrawingPad
      label={index === m ? "Query" : `Sign ${supports[index]!.name}`}
      levels={2}
      index={index}
      values={all}
      pages={{
        names: [...supports.map(({ name }) => name), "query"],
        columns,
        onChoose: (i) => setPage({ drawing: i === m ? null : i, blank }),
      }}
      onInput={(next) => onInput(changed(next))}
      onCommit={(next) => onCommit(changed(next))}
    />
  );
}
