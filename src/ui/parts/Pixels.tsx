import { Suspense, type ReactNode } from "react";
import { latePart } from "../late-part.tsx";
import { cellsBox, type Box, type Numbers, type Span } from "./stage-box.ts";
import { LivePixels } from "./LivePixels.tsx";
import { pictureAt, type PixelScale } from "./pixel-scale.ts";
import type { PixelsStill } from "./PixelsStill.tsx";
import { Stage } from "./Stage.tsx";
import { useStill } from "./use-page.ts";
import { useRange } from "./use-range.ts";
import "./part-sheets.css";

// Most pictures say in words what their shades stand for.
const ScaleKey = latePart("The key", () => import("./ScaleKey.tsx").then((part) => part.ScaleKey));

/** Fetched along, since a printer does not wait; if it did not come, the printer gets what there is and it is asked for again. */
let Still: typeof PixelsStill | undefined;
const loadStill = async () => (Still ??= (await import("./PixelsStill.tsx")).PixelsStill);
loadStill().catch(() => undefined);
const LateStill = latePart("The picture", loadStill, (drawn) => <LivePixels {...drawn} />);

export interface PixelsProps {
  /** `[rows, columns]`, or several such pictures. */
  readonly values: Numbers;
  /** Which of several. */
  readonly index?: number;
  readonly scale: PixelScale;
  /** What the ends of the scale stand for; see `useRange` for what it is otherwise. */
  readonly range?: Span;
  /** Text alternative. Without one it is decoration to screen readers. */
  readonly label?: string;
  /** The edges of the picture on the stage around; without it, it stands alone. */
  readonly at?: Box;
  /** Width of one that stands alone, CSS px. */
  readonly width?: number;
  /** Names the numbers, in a key below one that stands alone. */
  readonly keyed?: string;
  /** Layers on one that stands alone, in the units of its cells. */
  readonly over?: ReactNode;
}

/** Numbers as cells of a picture, row 0 at the top. */
export function Pixels(props: PixelsProps) {
  const { values, index, scale, at, width, keyed, over } = props;
  const range = useRange(values, scale, props.range);
  if (at) return <Cells {...props} at={at} range={range} />;
  const { columns, rows } = pictureAt(values, index);
  const box = cellsBox(columns, rows);
  const alone = (
    <Stage box={box} width={width}>
      <Cells {...props} at={box} range={range} />
      {over}
    </Stage>
  );
  if (keyed === undefined) return alone;
  return (
    <div className="lp-pixels-keyed">
      {alone}
      <Suspense>
        <ScaleKey label={keyed} scale={scale} range={range} />
      </Suspense>
    </div>
  );
}

type CellsProps = PixelsProps & { readonly at: Box; readonly range: Span };

function Cells({ values, index = 0, scale, range, label, at }: CellsProps) {
  const still = useStill();
  const drawn = { values, index, scale, range, label, at };
  const live = <LivePixels {...drawn} />;
  if (!still) return live;
  if (Still) return <Still {...drawn} />;
  return (
    <Suspense fallback={live}>
      <LateStill {...drawn} />
    </Suspense>
  );
}
