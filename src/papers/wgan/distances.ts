/** The four distances of §2 of arXiv:1701.07875v3, exactly, where that can be done on a line. All logarithms are natural. */
import { exp, log } from "../../math/portable-math.ts";

export interface Distances {
  /** Earth mover’s, eq. (1). */
  readonly W: number;
  /** Jensen–Shannon’s, with the usual factors ½: at most log 2. */
  readonly JS: number;
  /** Total variation, at most 1. */
  readonly TV: number;
  /** KL(P_r ‖ P_θ), which may be infinite. */
  readonly KL: number;
}

/** a log(a / b), which is 0 where there is nothing and infinite where only b is nothing. */
function divergence(a: number, b: number): number {
  if (a <= 0) return 0;
  return b > 0 ? a * log(a / b) : Number.POSITIVE_INFINITY;
}

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);

/**
 * Between heaps at 0, 1, 2, … on a line.
 *
 * @param p masses of the data, together 1, [n]
 * @param q masses of the model, together 1, [n]
 */
export function distancesOfHeaps(p: readonly number[], q: readonly number[]): Distances {
  const each = (of: (a: number, b: number) => number): number => sum(p.map((a, i) => of(a, q[i]!)));
  // What has to cross from place i to i + 1.
  const crossing = p.map((_, i) => Math.abs(sum(p.slice(0, i + 1)) - sum(q.slice(0, i + 1))));
  return {
    W: sum(crossing.slice(0, -1)),
    JS: each((a, b) => (divergence(a, (a + b) / 2) + divergence(b, (a + b) / 2)) / 2),
    TV: each((a, b) => Math.abs(a - b) / 2),
    KL: each(divergence),
  };
}

/**
 * The plan of least cost between heaps on a line: mass keeps its order, so the leftmost earth fills the leftmost hole.
 *
 * @param p masses of the data, together 1, [n]
 * @param q masses of the model, together 1, [n]
 * @returns γ, [n, n] row-major: what travels from place i to place j
 */
export function planOnLine(p: readonly number[], q: readonly number[]): Float32Array {
  const n = p.length;
  const gamma = new Float32Array(n * n);
  const [earth, holes] = [[...p], [...q]];
  for (let i = 0, j = 0; i < n && j < n;) {
    const moved = Math.min(earth[i]!, holes[j]!);
    gamma[i * n + j] = moved;
    earth[i]! -= moved;
    holes[j]! -= moved;
    if (earth[i]! <= holes[j]!) i++;
    else j++;
  }
  return gamma;
}

/** Deviations of a profile on either side of which nothing is left to integrate. */
const REACH = 8;
/** Steps of the integration a deviation: the fourth decimal of JS stands from 10 on. */
const STEPS = 20;

/**
 * Between two parallel lines of Example 1, `theta` apart, with a Gaussian profile across; without one they are thin.
 *
 * @param theta where the model’s line lies; that of the data is at 0
 * @param sigma standard deviation of the profile
 * @returns the distances and their derivatives by `theta`; where there is none (KL of thin lines, all at θ = 0), 0
 */
export function distancesOfLines(
  theta: number,
  sigma: number,
): { readonly at: Distances; readonly slope: Distances } {
  const apart = Math.abs(theta);
  const way = Math.sign(theta);
  if (sigma === 0) {
    const same = theta === 0;
    return {
      at: { W: apart, JS: same ? 0 : Math.LN2, TV: same ? 0 : 1, KL: same ? 0 : Infinity },
      slope: { W: way, JS: 0, TV: 0, KL: 0 },
    };
  }
  const peak = 1 / (sigma * Math.sqrt(2 * Math.PI));
  const density = (x: number): number => peak * exp(-((x / sigma) ** 2) / 2);
  const h = sigma / STEPS;
  // From the middle outwards, so that the kink of |p - q| is at the edge of a step: the midpoint rule.
  const half = Math.ceil((apart / 2 + REACH * sigma) / h);
  let [JS, TV, slopeJS] = [0, 0, 0];
  for (let k = -half; k < half; k++) {
    const x = apart / 2 + (k + 0.5) * h;
    const [p, q] = [density(x), density(x - apart)];
    const m = (p + q) / 2;
    JS += (h / 2) * (divergence(p, m) + divergence(q, m));
    TV += (h / 2) * Math.abs(p - q);
    // q' = q (x - θ) / σ², and what m' adds is 0.
    slopeJS += (h / 2) * ((x - apart) / sigma ** 2) * divergence(q, m);
  }
  return {
    at: { W: apart, JS, TV, KL: apart ** 2 / (2 * sigma ** 2) },
    slope: {
      W: way,
      JS: way * slopeJS,
      TV: way * density(apart / 2),
      KL: theta / sigma ** 2,
    },
  };
}
