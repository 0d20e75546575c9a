import { Layer } from "./Layer.tsx";
import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import { useHandle } from "./use-handle.ts";
import "./part-sheets.css";

export interface PictureHandleProps {
  /** Its name. */
  readonly label: string;
  /** Middle of the picture's frame on the stage, which stays, and half a side. */
  readonly middle: Place;
  readonly half: number;
  /** A pixel of the picture, in units of the stage. */
  readonly cell: number;
  /** How far what is seen is moved, pixels right and down, and how far it may be. */
  readonly moved: Place;
  readonly most: number;
  onInput(moved: Place): void;
  onCommit(moved: Place): void;
}

/** A picture whose ink is moved within its frame, by whole pixels: by a drag, or by arrow keys. */
export function PictureHandle(props: PictureHandleProps) {
  const { label, middle, half, cell, moved, most, onInput, onCommit } = props;
  const { x, y, width, height } = useStage();
  const inPixels = (at: Place): Place => {
    const [right, down] = [0, 1].map((axis) => {
      const pixels = Math.round((at[axis]! - middle[axis]!) / cell);
      return Math.max(-most, Math.min(most, pixels));
    });
    return [right!, down!];
  };
  const handlers = useHandle({
    at: [middle[0] + moved[0] * cell, middle[1] + moved[1] * cell],
    way: "both",
    step: cell,
    onInput: (at) => onInput(inPixels(at)),
    onCommit: (at) => onCommit(inPixels(at)),
  });
  return (
    <Layer>
      <g
        className="lp-grip lp-grip-picture"
        // A range input has one axis, and cannot lie on a picture.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-roledescription="two-way slider"
        aria-valuemin={-most}
        aria-valuemax={most}
        aria-valuenow={moved[0]}
        aria-valuetext={`${moved[0]} to the right, ${moved[1]} down`}
        {...handlers}
      >
        <rect
          className="lp-grip-frame"
          x={x(middle[0] - half)}
          y={y(middle[1] - half)}
          width={width(2 * half)}
          height={height(2 * half)}
        />
      </g>
    </Layer>
  );
}
