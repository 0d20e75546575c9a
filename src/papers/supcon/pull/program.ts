import { defineProgram, once } from "../../../engine/program.ts";
import type { ValuesOf } from "../../../contract/demo.ts";
import { cosTurn } from "../../../math/portable-math.ts";
import { sum } from "../../../math/broadcast.ts";
import { div } from "../../../math/elementwise.ts";
import { slice, stack } from "../../../math/shape.ts";
import { tensor } from "../../../math/tensor.ts";
import { lossOfAnchor, pulls, pushes, shares, type Anchor } from "../pull-weights.ts";
import { demo } from "./demo.ts";

/** The cosine of a place on the circle with the anchor, which is at 0 degrees. */
const cosine = (degrees: number): number => cosTurn(Math.abs(degrees) / 360);

function anchor({ zp, zn, tau }: ValuesOf<typeof demo>): Anchor {
  const cosines = Array.from([...zp.data, ...zn.data], cosine);
  return { s: div(tensor(cosines, [cosines.length]), tau), positives: zp.data.length };
}

export const program = defineProgram(demo, {
  init: () => ({}),
  measure: {
    sample(_, settings) {
      const i = anchor(settings);
      return {
        lossOut: lossOfAnchor("out", i),
        lossIn: lossOfAnchor("in", i),
        S: sum(slice(shares(i), [0], [i.positives])),
        out: pulls("out", i),
        in: pulls("in", i),
        push: pushes(i),
      };
    },
    evaluate({ lossOut, lossIn, S, out, in: inner, push }) {
      const [out1, out2, out3] = out.data as unknown as [number, number, number];
      const [in1, in2, in3] = inner.data as unknown as [number, number, number];
      return {
        lossOut: lossOut.data[0]!,
        lossIn: lossIn.data[0]!,
        S: S.data[0]!,
        // The negatives' shares: 1 − S would be rounded to 0.
        budget: -push.data.reduce((total, weight) => total + weight, 0),
        out1,
        out2,
        out3,
        in1,
        in2,
        in3,
      };
    },
  },
  observe(_, settings) {
    const i = once(() => anchor(settings));
    return {
      out: () => pulls("out", i()),
      in: () => pulls("in", i()),
      push: () => pushes(i()),
      losses: () => stack([lossOfAnchor("out", i()), lossOfAnchor("in", i())]),
    };
  },
});
