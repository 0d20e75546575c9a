import { defineProgram } from "../../../../../src/engine/program.ts";
import { fold } from "../../../../../src/math/key.ts";
import {
  axisDistance,
  initAdversaries,
  made,
  real,
  round,
  type Adversaries,
} from "../adversaries.ts";
import { demo } from "./demo.ts";

/** Points that are drawn and compared. */
const POINTS = 64;

export const program = defineProgram(demo, {
  init: (_, key): Adversaries => initAdversaries(key),
  step(state: Adversaries, { loss, nCritic }, key, { alpha }) {
    const { state: next, estimate } = round(state, loss, nCritic, alpha, key);
    return { state: next, metrics: { estimate } };
  },
  measure: {
    sample: (state: Adversaries, _, key) => ({
      real: real(fold(key, "real"), POINTS),
      made: made(state, fold(key, "made"), POINTS),
    }),
    evaluate: (samples) => ({ em: axisDistance(samples.real.data, samples.made.data) }),
  },
  observe: (state: Adversaries, _, key) => ({ made: () => made(state, key, POINTS) }),
});
