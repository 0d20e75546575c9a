/** How a unit sphere is seen: which way it faces, and where its points then lie in the plane. */
import type { Numbers } from "./stage-box.ts";

/** Of the point that faces the reader, radians: longitude and latitude, with the third axis as north. */
export interface Facing {
  readonly east: number;
  readonly north: number;
}

/** A point as the reader sees the sphere; the three are again a unit vector. */
export interface Seen {
  readonly right: number;
  readonly up: number;
  /** Towards the reader: below 0 on the far side. */
  readonly near: number;
}

/** Places in a box of `WIDTH` × height, y downwards. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  /** 1 in front, -1 behind; on a map everything is in front. */
  readonly near: number;
}

export type Projection = "globe" | "map";

export const WIDTH = 320;
const MARGIN = 8;
/** Of the sphere, in the same units. */
export const RADIUS = WIDTH / 2 - MARGIN;
export const HEIGHTS: Readonly<Record<Projection, number>> = { globe: WIDTH, map: WIDTH / 2 + 8 };

/** How a point is seen by a reader whom another point faces. */
export function lookedAt({ east, north }: Facing): (x: number, y: number, z: number) => Seen {
  const [cosEast, sinEast] = [Math.cos(east), Math.sin(east)];
  const [cosNorth, sinNorth] = [Math.cos(north), Math.sin(north)];
  return (x, y, z) => {
    const ahead = x * cosEast + y * sinEast;
    return {
      right: y * cosEast - x * sinEast,
      up: z * cosNorth - ahead * sinNorth,
      near: ahead * cosNorth + z * sinNorth,
    };
  };
}

/** Seen from far away. */
const onGlobe = ({ right, up, near }: Seen): Placed => ({
  x: WIDTH / 2 + RADIUS * right,
  y: HEIGHTS.globe / 2 - RADIUS * up,
  near,
});

/**
 * Hammer's projection: the whole sphere in an ellipse, each part as large as it is. Snyder, "Map Projections: A Working Manual"
 * (1987), page 232.
 */
function onMap({ right, up, near }: Seen): Placed {
  const half = Math.atan2(right, near) / 2;
  const cosNorth = Math.sqrt(Math.max(0, 1 - up * up));
  const scale = RADIUS / 2 / Math.sqrt(1 + cosNorth * Math.cos(half));
  return {
    x: WIDTH / 2 + 2 * scale * cosNorth * Math.sin(half),
    y: HEIGHTS.map / 2 - scale * up,
    near: 1,
  };
}

export const placedBy: Readonly<Record<Projection, (seen: Seen) => Placed>> = {
  globe: onGlobe,
  map: onMap,
};

/** The view in which a point faces the reader, by the shorter way round from another view. */
export function facing(x: number, y: number, z: number, from: Facing): Facing {
  const turn = 2 * Math.PI;
  const east = Math.hypot(x, y) > 0 ? Math.atan2(y, x) : from.east;
  const rounds = Math.round((from.east - east) / turn);
  return { east: east + rounds * turn, north: Math.asin(Math.min(1, Math.max(-1, z))) };
}

/** Neither an axis nor a pole in front: the sphere is seen to be one. */
const ASKEW: Facing = { east: 0.5, north: 0.4 };
/** Length of the mean of points from which they lie on one side more than on the other. */
const ONE_SIDED = 0.25;

/** The view in which most of the points [n, 3] are in front, where they lie on one side. */
export function facingMost({ shape, data }: Numbers): Facing {
  const mean: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) mean[i % 3]! += data[i]! / shape[0]!;
  const length = Math.hypot(...mean);
  if (!(length > ONE_SIDED)) return ASKEW;
  const [x, y, z] = mean;
  return facing(x / length, y / length, z / length, ASKEW);
}

const degrees = (angle: number): number => Math.round((180 * angle) / Math.PI);

/** "40° east, 10° south". */
export function facingInWords({ east, north }: Facing): string {
  const around = ((((degrees(east) + 180) % 360) + 360) % 360) - 180;
  const side = (angle: number, positive: string, negative: string): string =>
    `${Math.abs(angle)}° ${angle < 0 ? negative : positive}`;
  return `${side(around, "east", "west")}, ${side(degrees(north), "north", "south")}`;
}
