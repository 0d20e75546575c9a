import { defineProgram, once } from "../../../../../src/engine/program.ts";
import { fold } from "../../../../../src/math/key.ts";
import { softmax } from "../../../../../src/math/reduce.ts";
import { concat, reshape } from "../../../../../src/math/shape.ts";
import { tensor, type Numbers, type Tensor } from "../../../../../src/math/tensor.ts";
import { cnn, fOf, gOf, initCnn, initFce, type Cnn, type Fce } from "../embedding.ts";
import { likeness, type Kernel } from "../kernel.ts";
import { demo, SIDE } from "./demo.ts";

/** `fce` is empty where there is none. */
type State = { readonly cnn: Cnn; readonly fce: readonly Fce[] };

interface Settings {
  readonly S: Numbers;
  readonly query: Numbers;
  readonly kernel: Kernel;
  readonly s: number;
}

const pictures = ({ shape, data }: Numbers): Tensor => tensor(Float32Array.from(data), shape);

/** The attention [1, n], and what each read attended to. */
function attend(state: State, { S, query, kernel, s }: Settings) {
  const gPrime = cnn(state.cnn, pictures(S));
  const fPrime = cnn(state.cnn, pictures(query));
  const [fce] = state.fce;
  const g = fce ? gOf(fce, gPrime) : gPrime;
  const { f, reads } = fce ? fOf(fce, fPrime, g) : { f: fPrime, reads: [] };
  return { a: softmax(likeness(f, g, kernel, s)), reads };
}

export const program = defineProgram(demo, {
  init: ({ net }, key): State => ({
    cnn: initCnn(fold(key, "cnn"), SIDE),
    fce: net === "fce" ? [initFce(fold(key, "fce"))] : [],
  }),
  weights: { of: (state: State) => state, begin: (_: State, weights) => weights as State },
  measure: {
    sample: (state: State, settings) => ({ a: attend(state, settings).a }),
    evaluate: ({ a }) => ({ top: Math.max(...a.data) }),
  },
  observe(state: State, settings) {
    const attended = once(() => attend(state, settings));
    return {
      a: () => reshape(attended().a, [-1]),
      reads: state.fce.length === 0 ? null : () => concat(attended().reads),
      seen: () => pictures(settings.query),
    };
  },
});
