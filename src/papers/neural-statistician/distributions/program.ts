import { defineProgram, once } from "../../../engine/program.ts";
import { add, div, sub } from "../../../math/elementwise.ts";
import { valueAndGradWithAux } from "../../../math/grad.ts";
import { fold, type Key } from "../../../math/key.ts";
import { adam } from "../../../math/optim.ts";
import { normal } from "../../../math/random.ts";
import { mean } from "../../../math/reduce.ts";
import { reshape } from "../../../math/shape.ts";
import type { Tree } from "../../../math/tree.ts";
import { newItems, terms } from "../bound.ts";
import { drawCauses, drawSet, drawSets } from "../families.ts";
import { initNetworks, statistic, type Phi, type Theta } from "../statistician.ts";
import { purity } from "../purity.ts";
import { contextFit } from "../context-fit.ts";
import { demo, FAMILIES, MEANS, SHOWN, VARIANCES } from "./demo.ts";

/** Length of a context, as in section 5.1: a reader can look at it. */
const l = 3;
/** Fresh sets that are measured, in so many parts: each has 20,000 numbers at once in every layer. */
const UNITS = 4;
const MEASURED = 100;
/** New numbers that are made of the reader's context. */
const MADE = 1000;

const COLLECTION = { families: FAMILIES, means: MEANS, variances: VARIANCES };

type Weights = { readonly phi: Phi; readonly theta: Theta };
type State = Weights & { readonly moments: Tree };

const { init, update } = adam();

/** R, C and L in nats a number, means of B fresh sets. */
function termsOf(weights: Weights, key: Key, B: number, S: number, dz: number) {
  const x = drawSets(fold(key, "x"), COLLECTION, B, S);
  const noise = { c: normal(fold(key, "c"), [B, l]), z: normal(fold(key, "z"), [B, S, dz]) };
  const { R, C, L } = terms(weights, x, noise);
  return { R: div(mean(R), S), C: div(mean(C), S), L: div(mean(L), S) };
}

export const program = defineProgram(demo, {
  init({ hidden, dz }, key): State {
    const weights = initNetworks(key, { hidden, l, dz });
    return { ...weights, moments: init(weights) };
  },

  /** One step up the bound, equations 7 to 10, by phi and theta together. */
  step({ phi, theta, moments }: State, { B, S, dz }, key, { alpha }) {
    const { aux, grad } = valueAndGradWithAux((weights: Weights) => {
      const found = termsOf(weights, key, B, S, dz);
      return { loss: sub(add(found.C, found.L), found.R), aux: found };
    })({ phi, theta });
    const next = update({ phi, theta }, grad, moments, alpha);
    return { state: { ...next.params, moments: next.state }, metrics: aux };
  },

  weights: {
    of: ({ phi, theta }: State) => ({ phi, theta }),
    // Adam begins anew: a file of weights says nothing of its averages.
    begin: (state: State, weights) => ({ ...state, ...(weights as Weights) }),
  },

  measure: {
    units: UNITS,
    sample(weights: State, { S, dz }, key) {
      const { R, C, L } = termsOf(weights, fold(key, "bound"), MEASURED, S, dz);
      return {
        mu: statistic(weights.phi, drawSets(fold(key, "sets"), COLLECTION, MEASURED, S)).mean,
        causes: drawCauses(fold(key, "sets"), COLLECTION, MEASURED),
        bound: reshape(sub(R, add(C, L)), [1]),
      };
    },
    evaluate({ mu, causes, bound }) {
      const column = (j: number): Float32Array => causes.data.filter((_, i) => i % 3 === j);
      return {
        bound: bound.data.reduce((sum, part) => sum + part / UNITS, 0),
        purity: purity(mu, column(0)),
        meanFit: contextFit(mu, column(1)),
        varianceFit: contextFit(mu, column(2)),
      };
    },
  },

  observe({ phi, theta }: State, { S, dz, family, mean: mu, V, items, again }, key) {
    const sets = fold(key, "sets");
    const x = once(() => drawSet(fold(fold(key, "own"), again), family, mu, V, items));
    const c = once(() => statistic(phi, x()).mean);
    return {
      contexts: () => statistic(phi, drawSets(sets, COLLECTION, SHOWN, S)).mean,
      causes: () => drawCauses(sets, COLLECTION, SHOWN),
      own: () => reshape(x(), [items]),
      ownContext: () => reshape(c(), [l]),
      made: () => {
        const noise = {
          z: normal(fold(key, "z"), [1, MADE, dz]),
          x: normal(fold(key, "x"), [1, MADE, 1]),
        };
        return reshape(newItems(theta, c(), noise), [MADE]);
      },
    };
  },
});
