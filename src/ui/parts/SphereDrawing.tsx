import { memo, useContext } from "react";
import { Small } from "../small.ts";
import type { ClassCentres } from "./class-centres.ts";
import { classMark } from "./class-marks.ts";
import { DEPTHS, FINE, fine, graticule, markPaths, placePoints } from "./sphere-paths.ts";
import {
  HEIGHTS,
  RADIUS,
  WIDTH,
  type Facing,
  type Placed,
  type Projection,
} from "./sphere-view.ts";

export interface SphereDrawingProps {
  readonly places: readonly (Placed | null)[];
  readonly classes?: ArrayLike<number>;
  readonly view: Facing;
  readonly projection: Projection;
  /** The one that is read. */
  readonly picked: number;
  readonly centres?: ClassCentres;
  /** Drawn small, so that marks must be large. */
  readonly small?: boolean;
}

/** In a small drawing marks are so much larger: about as large on the page as elsewhere. */
const ENLARGED = 1.7;
/** Two names nearer than this, in units of the view, would lie over one another. */
const MEET = 14;

/** How far a name stands off its place, where another has that. */
function aside(places: readonly (Placed | null)[], i: number): string | undefined {
  const { x, y } = places[i]!;
  const other = places.slice(0, i).find((at) => at && Math.hypot(at.x - x, at.y - y) < MEET);
  return other ? `${y < other.y ? "-" : ""}0.9em` : undefined;
}

/** Far side, a veil, near side: a globe. A map is all near. */
export const SphereDrawing = memo(function SphereDrawing(props: SphereDrawingProps) {
  const { places, classes, view, projection, picked, centres, small } = props;
  const height = HEIGHTS[projection];
  const lines = graticule(view, projection);
  const thumb = useContext(Small);
  const marks = markPaths(places, classes, classMark, small ? ENLARGED : 1);
  const at = places[picked];
  const middles = centres ? placePoints(centres.points, view, projection) : [];
  const names = (side: (near: number) => boolean) =>
    middles.map(
      (place, i) =>
        place &&
        side(place.near) && (
          <text key={centres!.names[i]} x={fine(place.x)} y={fine(place.y)} dy={aside(middles, i)}>
            {centres!.names[i]}
          </text>
        ),
    );
  return (
    <svg
      className={`lp-sphere-drawing lp-sphere-${projection}`}
      viewBox={`0 0 ${FINE * WIDTH} ${FINE * height}`}
      aria-hidden="true"
    >
      {!thumb && <path className="lp-graticule" d={lines.far} />}
      <Marks marks={marks.filter(({ depth }) => depth < DEPTHS / 2)} />
      <ellipse
        className="lp-sphere-veil"
        cx={(FINE * WIDTH) / 2}
        cy={(FINE * height) / 2}
        rx={FINE * RADIUS}
        ry={(FINE * RADIUS) / (projection === "globe" ? 1 : 2)}
      />
      <path className="lp-graticule" d={lines.near} />
      <Marks marks={marks.filter(({ depth }) => depth >= DEPTHS / 2)} />
      {/* Paler, but over the veil and all marks: below them nobody could read it. */}
      <g className="lp-sphere-names lp-sphere-behind">{names((near) => near < 0)}</g>
      <g className="lp-sphere-names">{names((near) => near >= 0)}</g>
      {at && <circle className="lp-sphere-picked" cx={FINE * at.x} cy={FINE * at.y} r={9 * FINE} />}
    </svg>
  );
});

function Marks({ marks }: { readonly marks: ReturnType<typeof markPaths> }) {
  return marks.map(({ depth, classIndex, d }) => {
    const { tone, kind } = classMark(classIndex);
    return (
      <path
        key={`${depth} ${classIndex}`}
        className={`lp-class lp-class-${kind} lp-tone-${tone} lp-depth-${depth}`}
        d={d}
      />
    );
  });
}
