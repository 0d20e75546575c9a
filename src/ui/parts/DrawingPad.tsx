import { useId, useState } from "react";
import { Button } from "../Button.tsx";
import { VisuallyHidden } from "../VisuallyHidden.tsx";
import type { Numbers } from "./stage-box.ts";
import { inkOf, type Levels } from "./brush.ts";
import { pictureAt, type Picture } from "./pixel-scale.ts";
import { pixelRuns } from "./pixel-runs.ts";
import { Pixels } from "./Pixels.tsx";
import { INK_KEYS, useInkCursor } from "./use-ink-cursor.ts";
import { useDrawing, type Drawn } from "./use-drawing.ts";
import { useStrokes } from "./use-strokes.ts";
import { Tiles } from "./Tiles.tsx";
import "./part-sheets.css";

export interface DrawingPadProps extends Omit<Drawn, "index"> {
  /** What is drawn: "Digit". */
  readonly label: string;
  /** Which of the pictures [n, height, width] is drawn on. Default the first. */
  readonly index?: number;
  /** Default 16, soft strokes as in MNIST. 2 makes thin lines as in Omniglot. */
  readonly levels?: Levels;
  /** Names of all pictures, to choose from: a column of buttons beside the paper, and the tools on its other side. */
  readonly pages?: {
    readonly names: readonly string[];
    /** So many names stand in a row, but the last, which has its own. Default 1. */
    readonly columns?: number;
    onChoose(index: number): void;
  };
  /** What is made of the picture [height, width], where that is another: it lies over the drawing, which grows pale; and its word. */
  readonly seen?: { readonly values: Numbers; readonly says: string } | undefined;
  /** Tools beside the paper also without pages, where height is dear. */
  readonly low?: boolean;
  /** Pictures to begin from, [m, height, width], with a short name for each. */
  readonly samples?: { readonly values: Numbers; readonly labels: readonly string[] };
}

/** Samples in a row: each is as large as a finger. */
const MOST_BESIDE = 5;

/** A grey picture that the reader draws: by mouse, finger or pen, by keys, or from a sample. */
export function DrawingPad(all: DrawingPadProps) {
  const { label, levels = 16, pages, seen, low = false, samples, ...props } = all;
  const keysId = useId();
  const [erasing, setErasing] = useState(false);
  const [told, setTold] = useState("");
  const index = props.index ?? 0;
  const drawing = useDrawing({
    ...props,
    index,
    onCommit(values) {
      setTold(`${inkOf(pictureAt(values, index))} % ink in all`);
      props.onCommit(values);
    },
  });
  const { escape, ...pointers } = useStrokes(drawing, levels, erasing);
  const { cursor, onKeyDown, ...keys } = useInkCursor(drawing, levels, erasing);
  const { shown } = drawing;
  const isEmpty = (i: number): boolean =>
    (i === index ? shown : pictureAt(props.values, i)).data.every((value) => value === 0);
  const ink = `${inkOf(shown)} % ink`;
  return (
    <div className={`lp-pad ${pages ? "lp-pad-paged" : low ? "lp-pad-low" : ""}`}>
      {pages && (
        <div
          className="lp-pad-pages"
          data-columns={pages.columns}
          // A fieldset is for fields.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="group"
          aria-label="On the pad"
        >
          {pages.names.map((name, i) => (
            <Button
              key={name}
              pressed={i === index}
              // That there is nothing on it is seen by its edge, and said.
              {...(isEmpty(i) && { className: "lp-pad-blank", label: `${name}, empty` })}
              onPress={() => pages.onChoose(i)}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
      {/* Arrow keys must reach it through a screen reader; it is neither a field nor a picture alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={erasing ? "lp-pad-paper lp-pad-erasing" : "lp-pad-paper"}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${label}, a drawing: ${ink}${seen ? `; ${seen.says}` : ""}`}
        aria-describedby={keysId}
        {...pointers}
        {...keys}
        onKeyDown={(event) => {
          if (event.key === "Escape" && escape()) event.preventDefault();
          else onKeyDown(event);
        }}
      >
        <Pixels values={valuesOf(shown)} scale="ink" />
        {seen && <Seen picture={pictureAt(seen.values)} />}
        {inkOf(shown) === 0 && (
          <span className="lp-pad-hint" aria-hidden="true">
            draw here
          </span>
        )}
        <CursorMark {...cursor} picture={shown} />
      </div>
      <p className="lp-pad-words" aria-hidden="true">
        <span className="lp-pad-value">{seen ? seen.says : ink}</span>
        <span className="lp-pad-keys">
          {cursor.down ? "Enter: pen up" : "Space: ink, Enter: pen"}
        </span>
      </p>
      <div className="lp-pad-tools">
        <Button pressed={erasing} onPress={() => setErasing(!erasing)}>
          Eraser
        </Button>
        <Button inert={!drawing.canUndo} onPress={drawing.undo}>
          Undo
        </Button>
        <Button inert={!drawing.canRedo} onPress={drawing.redo}>
          Redo
        </Button>
        <Button
          inert={shown.data.every((value) => value === 0)}
          onPress={() => drawing.replace({ ...shown, data: new Float32Array(shown.data.length) })}
        >
          Clear
        </Button>
      </div>
      {samples && (
        <div className="lp-pad-samples">
          <Tiles
            {...samples}
            label={`${label}: samples`}
            columns={Math.min(MOST_BESIDE, samples.values.shape[0]!)}
            scale="ink"
            onPress={(i) => drawing.replace(pictureAt(samples.values, i))}
          />
        </div>
      )}
      <VisuallyHidden id={keysId}>{INK_KEYS}</VisuallyHidden>
      <VisuallyHidden live>{cursor.said}</VisuallyHidden>
      <VisuallyHidden live>{told}</VisuallyHidden>
    </div>
  );
}

const valuesOf = ({ columns, rows, data }: Picture): Numbers => ({ shape: [rows, columns], data });

/** In place of the drawing's own ink. */
const Seen = ({ picture }: { readonly picture: Picture }) => (
  <svg
    className="lp-pad-seen"
    viewBox={`0 -0.5 ${picture.columns} ${picture.rows}`}
    aria-hidden="true"
  >
    {pixelRuns(picture, (ink) => ink).map(({ opacity, path }) => (
      <path key={opacity} strokeOpacity={opacity} d={path} />
    ))}
  </svg>
);

interface CursorMarkProps {
  readonly column: number;
  readonly row: number;
  readonly down: boolean;
  readonly picture: Picture;
}

/** Around the pixel that the keys are at, with its row and column as hairlines. */
function CursorMark({ column, row, down, picture: { columns, rows } }: CursorMarkProps) {
  const [x, y] = [column + 0.5, row + 0.5];
  return (
    <svg
      className={down ? "lp-pad-cursor lp-pad-down" : "lp-pad-cursor"}
      viewBox={`0 0 ${columns} ${rows}`}
      aria-hidden="true"
    >
      <path
        className="lp-pad-lines"
        d={`M0 ${y}H${column}M${column + 1} ${y}H${columns}M${x} 0V${row}M${x} ${row + 1}V${rows}`}
      />
      <rect className="lp-pad-halo" x={column} y={row} width="1" height="1" />
      <rect className="lp-pad-pixel" x={column} y={row} width="1" height="1" />
    </svg>
  );
}
