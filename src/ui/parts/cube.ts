/** The cube whose corners lie on the unit sphere, seen as the sphere is. */
import { FINE } from "./sphere-paths.ts";
import { lookedAt, placedBy, type Facing, type Placed } from "./sphere-view.ts";

type Corner = readonly [x: number, y: number, z: number];

/** Half a side. */
export const HALF_SIDE = 1 / Math.sqrt(3);
const SIGNS = [-1, 1] as const;
const CORNERS: readonly Corner[] = SIGNS.flatMap((x) =>
  SIGNS.flatMap((y) => SIGNS.map((z): Corner => [x, y, z])),
);
/** Corners that differ in one coordinate. */
const EDGES = CORNERS.flatMap((a, i) =>
  CORNERS.slice(i + 1)
    .filter((b) => a.filter((x, axis) => x !== b[axis]).length === 1)
    .map((b) => [a, b] as const),
);

const scaled = ([x, y, z]: Corner): Corner => [x * HALF_SIDE, y * HALF_SIDE, z * HALF_SIDE];

/** Path data of the edges: behind the middle, and before it. */
export function cubeEdges(view: Facing): { near: string; far: string } {
  const look = lookedAt(view);
  const paths = { near: "", far: "" };
  for (const [a, b] of EDGES) {
    const [p, q] = [a, b].map((corner) => placedBy.globe(look(...scaled(corner)))) as [
      Placed,
      Placed,
    ];
    // The three edges at the corner that is farthest are hidden by the cube; the other nine are its near side and outline.
    const side = Math.min(p.near, q.near) <= farthest(view) + 1e-9 ? "far" : "near";
    paths[side] += `M${fine(p.x)} ${fine(p.y)}L${fine(q.x)} ${fine(q.y)}`;
  }
  return paths;
}

const fine = (x: number): number => Math.round(FINE * x);

function farthest(view: Facing): number {
  const look = lookedAt(view);
  return Math.min(...CORNERS.map((corner) => look(...scaled(corner)).near));
}

/** Where the names of the axes stand: at the middle of the edge along each that has the least of the other two, which is outside. */
export function cubeEnds(view: Facing): Placed[] {
  const look = lookedAt(view);
  const at = 1.12 * HALF_SIDE;
  return [
    [0, -at, -at],
    [at, 0, -at],
    [at, -at, 0],
  ].map((place) => placedBy.globe(look(...(place as unknown as Corner))));
}
