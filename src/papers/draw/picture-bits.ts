/** Pictures as the model has seen them: black or white. */
import { tensor, type Tensor } from "../../math/tensor.ts";
import { PIXELS } from "./first-weights.ts";

/** A drawing’s ink, [A B] of 0 to 1, in bits: [1, A B]. Half of full ink or more is ink. */
export const bits = (ink: ArrayLike<number>): Tensor =>
  tensor(
    Float32Array.from(ink, (each) => Number(each >= 0.5)),
    [1, PIXELS],
  );
