import { readDigits } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { sqrt } from "../../../math/elementwise.ts";
import { concat, reshape } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import { inkOf } from "../picture-bits.ts";
import { filterbank, gridPoints, read, write } from "../window.ts";
import { guardedFilterbank, mixedUpGridPoints, wrongExponentVariance } from "../window-mistakes.ts";
import { demo, SEEN, SIDE } from "./demo.ts";

type Window = Readonly<
  Record<"gX" | "gY" | "delta" | "sigma2" | "gamma" | "N", number> &
    Record<"mixed" | "bracket" | "guard", boolean>
>;

/** One number for the one image of this demo. */
const one = (value: number): Tensor => tensor([value], [1, 1, 1]);

/** The window as it was set, with the mistakes that were asked for. */
function windowOf({ gX, gY, delta, sigma2, N, mixed, bracket, guard }: Window) {
  const points = mixed ? mixedUpGridPoints : gridPoints;
  const filters = guard ? guardedFilterbank : filterbank;
  const variance = once(() => (bracket ? wrongExponentVariance(one(sigma2)) : one(sigma2)));
  const muX = once(() => points(one(gX), one(delta), N));
  const muY = once(() => points(one(gY), one(delta), N));
  return {
    muX,
    muY,
    variance,
    FX: once(() => filters(muX(), variance(), SIDE)),
    FY: once(() => filters(muY(), variance(), SIDE)),
  };
}

const isOutside = (mu: number): boolean => mu < -0.5 || mu > SIDE - 0.5;
const total = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

/** Rows of a filterbank [1, N, SIDE]. */
const rowsOf = (F: Float32Array): Float32Array[] =>
  Array.from({ length: F.length / SIDE }, (_, i) => F.subarray(i * SIDE, (i + 1) * SIDE));

/** Of weights over pixels. */
function varianceOf(row: Float32Array): number {
  const moment = (power: number): number =>
    row.reduce((sum, weight, a) => sum + weight * a ** power, 0) / (total(row) || 1);
  return moment(2) - moment(1) ** 2;
}

export const program = defineProgram(demo, {
  data: { digits: readDigits },
  init: () => ({}),
  measure: {
    sample(_, settings) {
      const { muX, muY, FX, FY } = windowOf(settings);
      return { muX: muX(), muY: muY(), FX: FX(), FY: FY() };
    },
    evaluate({ muX, muY, FX, FY }, { N }) {
      const across = rowsOf(FX.data);
      const outsideX = muX.data.filter(isOutside).length;
      const outsideY = muY.data.filter(isOutside).length;
      return {
        first: muX.data[0]!,
        last: muX.data[N - 1]!,
        outside: N ** 2 - (N - outsideX) * (N - outsideY),
        blind: across[0]!.filter((_, a) => across.every((row) => row[a]! < SEEN)).length,
        variance: varianceOf(across[Math.floor(N / 2)]!),
        lost: [...across, ...rowsOf(FY.data)].filter((row) => total(row) < SEEN).length,
      };
    },
  },
  observe(_, settings, __, { digits }) {
    const { gamma, N } = settings;
    const { muX, muY, variance, FX, FY } = windowOf(settings);
    const x = once(() => tensor(inkOf(settings, digits.images), [1, SIDE, SIDE]));
    const patch = once(() => read(x(), FX(), FY(), one(gamma)));
    return {
      x: () => reshape(x(), [SIDE, SIDE]),
      grid: () => reshape(concat([muX(), muY()]), [2, N]),
      deviation: () => reshape(sqrt(variance()), [1]),
      FX: () => reshape(FX(), [N, SIDE]),
      FY: () => reshape(FY(), [N, SIDE]),
      patch: () => reshape(patch(), [N, N]),
      painted: () => reshape(write(patch(), FX(), FY(), one(gamma)), [SIDE, SIDE]),
    };
  },
});
