import { memo } from "react";
import { classMark, levelMark } from "./class-marks.ts";
import { cubeEdges, cubeEnds } from "./cube.ts";
import { FINE, markPaths } from "./sphere-paths.ts";
import { lookedAt, placedBy, WIDTH, type Facing, type Placed } from "./sphere-view.ts";

/** A point beside the others, places in the unit ball, and the others that are linked to it. */
export interface CloudMark {
  readonly at: readonly [x: number, y: number, z: number];
  readonly near: readonly number[];
}

export interface CloudDrawingProps {
  readonly places: readonly (Placed | null)[];
  readonly view: Facing;
  /** The one that is read. */
  readonly picked: number;
  readonly classes: ArrayLike<number>;
  readonly scale: "kinds" | "levels";
  readonly axes: readonly [string, string, string];
  readonly mark?: CloudMark | undefined;
}

/** Far edges of the cube, points, near edges, and over all of them the point of its own with its links. */
export const CloudDrawing = memo(function CloudDrawing(props: CloudDrawingProps) {
  const { places, view, picked, classes, scale, axes, mark } = props;
  const edges = cubeEdges(view);
  const markOf = scale === "kinds" ? classMark : levelMark;
  const at = places[picked];
  return (
    <svg
      className="lp-sphere-drawing lp-space-drawing"
      viewBox={`0 0 ${FINE * WIDTH} ${FINE * WIDTH}`}
      aria-hidden="true"
    >
      <path className="lp-graticule" d={edges.far} />
      {markPaths(places, classes, markOf).map(({ depth, classIndex, d }) => {
        const { tone, kind } = markOf(classIndex);
        return (
          <path
            key={`${depth} ${classIndex}`}
            className={`lp-class lp-class-${kind} lp-tone-${tone} lp-space-depth-${depth}`}
            d={d}
          />
        );
      })}
      <path className="lp-space-near" d={edges.near} />
      {cubeEnds(view).map(({ x, y }, i) => (
        <text key={axes[i]} className="lp-space-axis" x={FINE * x} y={FINE * y}>
          {axes[i]}
        </text>
      ))}
      {mark && <Mark {...mark} places={places} view={view} />}
      {at && <circle className="lp-sphere-picked" cx={FINE * at.x} cy={FINE * at.y} r={9 * FINE} />}
    </svg>
  );
});

interface MarkProps extends CloudMark {
  readonly places: readonly (Placed | null)[];
  readonly view: Facing;
}

function Mark({ at, near, places, view }: MarkProps) {
  const { x, y } = placedBy.globe(lookedAt(view)(...at));
  const [cx, cy] = [Math.round(FINE * x), Math.round(FINE * y)];
  const links = near.map((i) => places[i]).filter((place) => !!place);
  const d = links.map((to) => `M${cx} ${cy}L${Math.round(FINE * to.x)} ${Math.round(FINE * to.y)}`);
  return (
    <>
      <path className="lp-space-links" d={d.join("")} />
      <circle className="lp-space-halo" cx={cx} cy={cy} r={8 * FINE} />
      <circle className="lp-space-mark" cx={cx} cy={cy} r={8 * FINE} />
      <circle className="lp-space-middle" cx={cx} cy={cy} r={2.5 * FINE} />
    </>
  );
}
