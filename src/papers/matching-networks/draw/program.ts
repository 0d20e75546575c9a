import { defineProgram, once } from "../../../engine/program.ts";
import { mul } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { moments } from "../../../math/norm.ts";
import { softmax } from "../../../math/reduce.ts";
import { reshape, slice } from "../../../math/shape.ts";
import { tensor, type Numbers, type Tensor } from "../../../math/tensor.ts";
import { embed, embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { cosines } from "../matching.ts";
import { CHANNELS } from "../shipped-channels.ts";
import { demo, SIDE } from "./demo.ts";

type State = { readonly theta: Embedding; readonly statistics: Statistics };

interface Settings {
  readonly S: Numbers;
  readonly query: Numbers;
  readonly N: number;
  readonly s: number;
  readonly norm: "stored" | "together";
}

/** The first N drawings and below them the query: [N + 1, 28, 28, 1]. */
function pictures({ S, query, N }: Settings): Tensor {
  const [supports, all] = [N * SIDE ** 2, (N + 1) * SIDE ** 2];
  const data = Float32Array.from({ length: all }, (_, i) =>
    i < supports ? S.data[i]! : query.data[i - supports]!,
  );
  return tensor(data, [N + 1, SIDE, SIDE, 1]);
}

/** c of section 2.1.1, arXiv:1606.04080v1, of rows [N + 1, d] of which the last is the query's: [N]. */
function likeness(z: Tensor): Tensor {
  const [rows, d] = z.shape as [number, number];
  const [g, f] = [slice(z, [0, 0], [rows - 1, d]), slice(z, [rows - 1, 0], [1, d])];
  return reshape(cosines(f, g), [rows - 1]);
}

function embedded({ theta, statistics }: State, settings: Settings): Tensor {
  const x = pictures(settings);
  return settings.norm === "stored" ? embedAlone(theta, statistics, x) : embed(theta, x).z;
}

/** Attention of the query by its embedding, and by its pixels as they are: with one drawing of each sign, P too. [N] each. */
function attend(state: State, settings: Settings) {
  const { N, s } = settings;
  const a = (z: Tensor): Tensor => softmax(mul(likeness(z), s));
  return {
    learned: a(embedded(state, settings)),
    pixels: a(reshape(pictures(settings), [N + 1, SIDE ** 2])),
  };
}

const answer = (P: Float32Array): number => P.indexOf(Math.max(...P));

export const program = defineProgram(demo, {
  /** Without the trained weights: random ones, and statistics of numbers that are standardised already. */
  init({ net }, key): State {
    const theta = initEmbedding(fold(key, "theta"), CHANNELS[net]);
    return { theta, statistics: theta.map(({ W }) => moments(W, [0, 1, 2])) };
  },
  weights: {
    of: (state: State) => state,
    begin: (_: State, weights) => weights as State,
  },
  measure: {
    sample: attend,
    evaluate: ({ learned, pixels }) => ({
      learned: 1 + answer(learned.data),
      learnedP: Math.max(...learned.data),
      pixels: 1 + answer(pixels.data),
      pixelsP: Math.max(...pixels.data),
    }),
  },
  observe(state: State, settings) {
    const attended = once(() => attend(state, settings));
    return { a: () => attended().learned, aPixels: () => attended().pixels };
  },
});
