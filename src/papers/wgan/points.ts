/**
 * Distributions in the plane, after `gan_toy.py` of the code of Gulrajani et al. (igul222/improved_wgan_training), with wider
 * modes: see the deviations in `paper.ts`. All scaled to lie within about ±2.
 */
import { drawn } from "../../math/drawn.ts";
import { fold, type Key } from "../../math/key.ts";
import { cosTurn, sinTurn } from "../../math/portable-math.ts";
import { integers, normalArray, uniformArray } from "../../math/random-arrays.ts";
import type { Tensor } from "../../math/tensor.ts";

export type Distribution = "ring" | "grid" | "roll";

/** What counts as a mode: places on the distribution's skeleton, grouped. */
export interface Skeleton {
  /** [k, 2] row-major. */
  readonly places: Float32Array;
  /** Mode of each place, [k]. */
  readonly modeOf: Int32Array;
  readonly modes: number;
  /** Standard deviation of the noise around the skeleton. */
  readonly sigma: number;
}

/** Radius of the ring and standard deviations: ours, so that a mode is a visible blob of the drawing. */
const RING = { modes: 8, radius: Math.SQRT2, sigma: 0.07 };
const GRID = { side: 5, spacing: Math.SQRT1_2, sigma: 0.05 };
/** Angle runs over [1.5π, 4.5π] (0.75 to 2.25 turns), as in scikit-learn's roll; coordinates are divided by 7.5. */
const ROLL = { arcs: 10, placesPerArc: 24, scale: 7.5, sigma: 0.25 / 7.5 };

const pointOnRoll = (u: number): [number, number] => {
  const turns = 0.75 * (1 + 2 * u);
  const radius = (2 * Math.PI * turns) / ROLL.scale;
  return [radius * cosTurn(turns), radius * sinTurn(turns)];
};

const centres = (distribution: "ring" | "grid"): [number, number][] =>
  distribution === "ring"
    ? Array.from({ length: RING.modes }, (_, k) => [
        RING.radius * cosTurn(k / RING.modes),
        RING.radius * sinTurn(k / RING.modes),
      ])
    : Array.from({ length: GRID.side ** 2 }, (_, k) => [
        GRID.spacing * ((k % GRID.side) - (GRID.side - 1) / 2),
        GRID.spacing * (Math.floor(k / GRID.side) - (GRID.side - 1) / 2),
      ]);

/** The places around which points of `distribution` lie. */
export function skeletonOf(distribution: Distribution): Skeleton {
  if (distribution === "roll") {
    const count = ROLL.arcs * ROLL.placesPerArc;
    const places = Array.from({ length: count }, (_, k) => pointOnRoll((k + 0.5) / count));
    return {
      places: Float32Array.from(places.flat()),
      modeOf: Int32Array.from(places, (_, k) => Math.floor(k / ROLL.placesPerArc)),
      modes: ROLL.arcs,
      sigma: ROLL.sigma,
    };
  }
  const places = centres(distribution);
  return {
    places: Float32Array.from(places.flat()),
    modeOf: Int32Array.from(places.keys()),
    modes: places.length,
    sigma: (distribution === "ring" ? RING : GRID).sigma,
  };
}

/**
 * m points drawn from `distribution`.
 *
 * @returns [m, 2]
 */
export const drawPoints = (distribution: Distribution, key: Key, m: number): Tensor =>
  drawn(key, [m, 2], (from) => pointsOf(distribution, from, m));

function pointsOf(distribution: Distribution, key: Key, m: number): Float32Array {
  const skeleton = skeletonOf(distribution);
  const noise = normalArray(fold(key, "noise"), 2 * m);
  const points = new Float32Array(2 * m);
  const onCurve = distribution === "roll" ? uniformArray(fold(key, "place"), m) : null;
  const chosen = onCurve ? null : integers(fold(key, "place"), m, skeleton.modes);
  for (let i = 0; i < m; i++) {
    const [px, py] = onCurve
      ? pointOnRoll(onCurve[i]!)
      : [skeleton.places[2 * chosen![i]!]!, skeleton.places[2 * chosen![i]! + 1]!];
    points[2 * i] = px + skeleton.sigma * noise[2 * i]!;
    points[2 * i + 1] = py + skeleton.sigma * noise[2 * i + 1]!;
  }
  return points;
}
