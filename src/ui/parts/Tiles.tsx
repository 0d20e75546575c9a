import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { Numbers, Span } from "./stage-box.ts";
import { Pixels } from "./Pixels.tsx";
import { inLetters } from "./in-letters.ts";
import type { PixelScale } from "./pixel-scale.ts";
import { tileAfterKey } from "./tile-keys.ts";
import { useRange } from "./use-range.ts";
import "./part-sheets.css";

export interface TilesProps {
  /** Pictures, `[n, rows, columns]`. */
  readonly values: Numbers;
  /** Pictures beside one another. */
  readonly columns: number;
  readonly scale: PixelScale;
  readonly range?: Span;
  readonly label: string;
  /** A name below each. */
  readonly labels?: readonly string[];
  /** Width of all, in CSS px at usual letters, with which it grows, where there is room for it. */
  readonly width?: number;
  readonly selected?: number;
  /** Layers on each, in the units of its cells. */
  over?(i: number): ReactNode;
  /** With it they can be pressed, and are one stop for the Tab key. */
  onPress?(i: number): void;
}

/** Small pictures in rows, on one scale. */
export function Tiles(props: TilesProps) {
  const { values, columns, scale, label, labels, width, selected, over, onPress } = props;
  const range = useRange(values, scale, props.range);
  const [current, setCurrent] = useState(selected ?? 0);
  const n = values.shape[0]!;
  const rows = Array.from({ length: Math.ceil(n / columns) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => row * columns + column),
  );
  const stop = Math.min(current, n - 1);
  const onKeyDown = (event: KeyboardEvent, i: number): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") onPress?.(i);
    const next = tileAfterKey(event.key, i, { n, columns });
    if (next === null) return;
    event.preventDefault();
    const cells = event.currentTarget.closest('[role="grid"]')!.querySelectorAll("[data-tile]");
    (cells[next] as HTMLElement).focus();
  };
  const tile = (i: number) => (
    <>
      <Pixels values={values} index={i} scale={scale} range={range} over={over?.(i)} />
      {labels && <span className="lp-tile-name">{labels[i]}</span>}
    </>
  );
  const room = (i: number) => <span key={i} className="lp-tile" aria-hidden="true" />;

  return (
    <div className="lp-tiles">
      {width !== undefined && (
        <svg className="lp-tiles-room" width={inLetters(width)} aria-hidden="true" />
      )}
      <div role={onPress ? "grid" : "img"} aria-label={label}>
        {rows.map((row) => (
          <div key={row[0]} className="lp-tile-row" role={onPress ? "row" : undefined}>
            {row.map((i) => {
              if (i >= n) return room(i);
              if (!onPress)
                return (
                  <span key={i} className="lp-tile">
                    {tile(i)}
                  </span>
                );
              return (
                <div
                  key={i}
                  className="lp-tile lp-tile-pressed"
                  // A table has no places to press.
                  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                  role="gridcell"
                  data-tile={i}
                  tabIndex={i === stop ? 0 : -1}
                  aria-label={labels?.[i] ?? `${i + 1} of ${n}`}
                  aria-selected={i === selected}
                  onClick={() => onPress(i)}
                  onFocus={() => setCurrent(i)}
                  onKeyDown={(event) => onKeyDown(event, i)}
                >
                  {tile(i)}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
