import { defineProgram, once } from "../../../../../src/engine/program.ts";
import { tensor } from "../../../../../src/math/tensor.ts";
import { filterbank, read, write } from "../window.ts";
import { demo, SIDE } from "./demo.ts";

const total = (numbers: Float32Array): number => numbers.reduce((sum, x) => sum + x, 0);

export const program = defineProgram(demo, {
  init: () => ({}),
  measure: {
    sample(_, settings) {
      const FX = filterbank(settings.gX, settings, SIDE);
      const FY = filterbank(settings.gY, settings, SIDE);
      return { patch: read(FX, FY, settings.ink) };
    },
    evaluate: ({ patch }, { ink, N, delta }) => ({
      numbers: N * N,
      ink: (delta ** 2 * total(patch.data)) / Math.max(1, total(ink.data)),
    }),
  },
  observe(_, settings) {
    const FX = once(() => filterbank(settings.gX, settings, SIDE));
    const FY = once(() => filterbank(settings.gY, settings, SIDE));
    const patch = once(() => read(FX(), FY(), settings.ink));
    return {
      FX,
      FY,
      patch,
      repaint: () => write(FX(), FY(), patch(), settings.delta),
      centre: () => tensor([settings.gX, settings.gY], [2]),
    };
  },
});
