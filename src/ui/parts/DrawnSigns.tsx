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
  /** The query as it is compared, [side, side], where it was turned, moved or thickened after it was drawn. */
  readonly compared?: Numbers | undefined;
  onInput(change: DrawnChange): void;
  onCommit(change: DrawnChange): void;
}

type Drawings = Pick<DrawnSignsProps, "signs" | "query">;

/** The row of what asks to be drawn next: the first sign where there is no ink at all; null for the query. */
const nextOf = ({ signs, query }: Drawings): number | null =>
  signs.data.includes(1) || query.data.includes(1) ? null : 0;

/** Whether drawings changed that are not on the pad, which a hand on it cannot do. */
function changedElsewhere(before: Drawings, now: Drawings, row: number | null): boolean {
  const pixels = now.query.data.length;
  const most = Math.max(before.signs.data.length, now.signs.data.length);
  for (let p = 0; p < most; p++) {
    if (Math.floor(p / pixels) === row) continue;
    if ((before.signs.data[p] ?? 0) !== (now.signs.data[p] ?? 0)) return true;
  }
  return row !== null && now.query.data.some((ink, p) => ink !== before.query.data[p]);
}

/**
 * A pad for several signs and a query, one of which is on it: the reader's choice, until other drawings come from elsewhere, such as
 * a preset; then what asks to be drawn next.
 */
export function DrawnSigns(props: DrawnSignsProps) {
  const { signs, supports, columns, query, compared, onInput, onCommit } = props;
  const [page, setPage] = useState({ row: nextOf(props), signs, query });
  if (page.signs !== signs || page.query !== query) {
    const row = changedElsewhere(page, props, page.row) ? nextOf(props) : page.row;
    setPage({ row, signs, query });
  }
  const m = supports.length;
  const chosen = supports.findIndex(({ row }) => row === page.row);
  const index = chosen < 0 ? m : chosen;
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
        onChoose: (i) => setPage({ ...page, row: supports[i]?.row ?? null }),
      }}
      seen={index === m && compared ? { values: compared, says: "blue: as compared" } : undefined}
      onInput={(next) => onInput(changed(next))}
      onCommit={(next) => onCommit(changed(next))}
    />
  );
}
