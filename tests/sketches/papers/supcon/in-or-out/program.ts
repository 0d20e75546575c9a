import { defineProgram, once } from "../../../../../src/engine/program.ts";
import { valueAndGrad } from "../../../../../src/math/grad.ts";
import { fold } from "../../../../../src/math/key.ts";
import { adam } from "../../../../../src/math/optim.ts";
import { rows, type Table } from "../../../../../src/math/rows.ts";
import { concat, reshape } from "../../../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../../../src/math/tensor.ts";
import type { Tree } from "../../../../../src/math/tree.ts";
import { encode, initEncoder, view, type Encoder } from "../encoder.ts";
import { supcon } from "../losses.ts";
import { readPictures } from "../pictures-file.ts";
import { probe } from "../probe.ts";
import { demo, LOOKED_AT, TRAINED } from "./demo.ts";

const CLASSES = 10;
const BATCH = 32;
const SIDE = 28;
/** Pictures that are drawn small. */
const THUMBS = 12;
/** Ours: both losses settle within 200 steps. */
const RATE = 3e-3;

type State = { readonly net: Encoder; readonly moments: Tree };

const optimiser = adam();

/** The rows from `from` to before `to`. */
function part({ shape, data }: Table, from: number, to: number): Table {
  const width = shape[1] ?? 1;
  const some = (data as Float32Array).subarray(from * width, to * width);
  return { shape: [to - from, ...shape.slice(1)], data: some };
}

const asTensor = ({ shape, data }: Table): Tensor => tensor(Float32Array.from(data), shape);

/** The pictures as they are used. */
function signsOf(file: ArrayBuffer) {
  const { images, labels } = readPictures(file);
  const end = TRAINED + LOOKED_AT;
  return {
    images: part(images, 0, TRAINED),
    labels: part(labels, 0, TRAINED),
    all: images,
    allLabels: labels,
    seen: part(images, TRAINED, end),
    seenLabels: part(labels, TRAINED, end),
  };
}

export const program = defineProgram(demo, {
  data: { signs: signsOf },
  init(_, key): State {
    const net = initEncoder(fold(key, "net"), SIDE ** 2);
    return { net, moments: optimiser.init(net) };
  },
  step({ net, moments }: State, { loss }, key, { tau }, { signs }) {
    const at = fold(key, "batch");
    const x = rows(at, signs.images, BATCH);
    const y = rows(at, signs.labels, BATCH);
    const both = concat([view(x, fold(key, 1)), view(x, fold(key, 2))]);
    const labels = concat([y, y]);
    const { value, grad } = valueAndGrad((weights: Encoder) =>
      supcon(loss, encode(weights, both), labels, CLASSES, tau),
    )(net);
    const { params, state } = optimiser.update(net, grad, moments, RATE);
    return { state: { net: params, moments: state }, metrics: { loss: value } };
  },
  measure: {
    fixed: true,
    sample: ({ net }: State, _, __, { signs }) => ({ z: encode(net, asTensor(signs.all)) }),
    evaluate: ({ z }, _, { signs }) => ({
      probe: probe(z, signs.allLabels.data, CLASSES, TRAINED),
    }),
  },
  observe({ net }: State, { picked }, _, { signs }) {
    const x = once(() => asTensor(signs.seen));
    return {
      z: () => encode(net, x()),
      labels: () => asTensor(signs.seenLabels),
      thumbs: () => reshape(asTensor(part(signs.seen, 0, THUMBS)), [THUMBS, SIDE, SIDE]),
      one: () => reshape(asTensor(part(signs.seen, picked, picked + 1)), [SIDE, SIDE]),
    };
  },
});
