import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface GripWindowProps {
  readonly at: Place;
  /** Of a side, data units. */
  readonly size: number;
}

/** A square around a `Grip`, to take it by. What lies beyond the stage is cut off. */
export function GripWindow({ at: [cx, cy], size }: GripWindowProps) {
  const { box, x, y, width, height } = useStage();
  const [across, up] = box;
  const frame = {
    x: x(cx - (Math.sign(across[1] - across[0]) * size) / 2),
    y: y(cy + (Math.sign(up[1] - up[0]) * size) / 2),
    width: width(size),
    height: height(size),
  };
  return (
    <svg>
      <rect className="lp-grip-halo" {...frame} />
      <rect className="lp-grip-frame" {...frame} />
    </svg>
  );
}
