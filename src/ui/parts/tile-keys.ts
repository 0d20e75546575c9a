interface Tiling {
  readonly n: number;
  readonly columns: number;
}

/** The tile that a key leads to from tile `i`, or null for keys that are not the grid's. At an edge it is the same one. */
export function tileAfterKey(key: string, i: number, { n, columns }: Tiling): number | null {
  const row = i - (i % columns);
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: i - 1,
    ArrowRight: i + 1,
    ArrowUp: i - columns,
    ArrowDown: i + columns,
    Home: row,
    End: Math.min(n - 1, row + columns - 1),
    // A press scrolls no page.
    " ": i,
    Enter: i,
  };
  const next = moves[key];
  if (next === undefined) return null;
  return next >= 0 && next < n ? next : i;
}
