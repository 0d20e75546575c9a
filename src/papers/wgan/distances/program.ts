import { defineProgram } from "../../../engine/program.ts";
import { tensor } from "../../../math/tensor.ts";
import { distancesOfHeaps, distancesOfLines, planOnLine, type Distances } from "../distances.ts";
import { demo, FARTHEST, PLACES } from "./demo.ts";

/** θ of the curves: an odd number, so that 0 is one of them. */
const CURVE = 81;
/** KL in the curves: far above what is drawn. */
const TOP = 100;

type Heaps = { readonly data: Float32Array };

/** Masses that add up to 1; where there is none at all, as much everywhere. */
function masses({ data }: Heaps): number[] {
  const total = data.reduce((sum, mass) => sum + mass, 0);
  return Array.from(data, (mass) => (total > 0 ? mass / total : 1 / data.length));
}

const inOrder = ({ W, JS, TV, KL }: Distances): number[] => [W, JS, TV, KL];
const inverse = (KL: number): number => 1 / (1 + KL);
const NO_SLOPE: Distances = { W: 0, JS: 0, TV: 0, KL: 0 };

interface Settings {
  readonly what: string;
  readonly theta: number;
  readonly sigma: number;
  readonly p: Heaps;
  readonly q: Heaps;
}

/** Distances, their slopes, and the mass of the data where the model has none. */
function compared({ what, theta, sigma, ...heaps }: Settings) {
  if (what === "lines")
    return { ...distancesOfLines(theta, sigma), missing: sigma === 0 && theta !== 0 ? 1 : 0 };
  const [p, q] = [masses(heaps.p), masses(heaps.q)];
  const missing = p.reduce((sum, mass, i) => (q[i] === 0 ? sum + mass : sum), 0);
  return { at: distancesOfHeaps(p, q), slope: NO_SLOPE, missing };
}

export const program = defineProgram(demo, {
  init: () => ({}),
  measure: {
    sample(_, settings) {
      const { at, slope, missing } = compared(settings);
      return {
        now: tensor([at.W, at.JS, at.TV, inverse(at.KL), missing], [5]),
        slopes: tensor(inOrder(slope), [4]),
      };
    },
    evaluate({ now, slopes }) {
      const [W, JS, TV, inverseKL, missing] = [...now.data] as [
        number,
        number,
        number,
        number,
        number,
      ];
      const [slopeW, slopeJS, slopeTV, slopeKL] = [...slopes.data] as [
        number,
        number,
        number,
        number,
      ];
      return { W, JS, TV, inverseKL, missing, slopeW, slopeJS, slopeTV, slopeKL };
    },
  },
  observe: (_, { what, sigma, p, q }) => ({
    curves:
      what === "lines"
        ? () => {
            const all = Array.from({ length: CURVE }, (_each, k) => {
              const theta = FARTHEST * ((2 * k) / (CURVE - 1) - 1);
              return inOrder(distancesOfLines(theta, sigma).at);
            });
            const rows = [0, 1, 2, 3].flatMap((row) => all.map((at) => Math.min(TOP, at[row]!)));
            return tensor(rows, [4, CURVE]);
          }
        : null,
    plan:
      what === "heaps" ? () => tensor(planOnLine(masses(p), masses(q)), [PLACES, PLACES]) : null,
  }),
});
