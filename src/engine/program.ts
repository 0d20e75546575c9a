/** The worker's half of a demo. Pure: the same state, parameters and key give the same result, and nothing is disposed here. */
import type { NDArray } from "../contract/array.ts";
import type { Demo, MeasureName, MetricName, OutputName, ValuesOf } from "../contract/demo.ts";
import type { Key } from "../math/key.ts";
import type { Tensor } from "../math/tensor.ts";
import type { Tree } from "../math/tree.ts";

/** Each parameter that is a number, as a tensor of shape []. */
export type ScalarsOf<D extends Demo> = {
  readonly [K in keyof ValuesOf<D> as ValuesOf<D>[K] extends number ? K : never]: Tensor;
};

export type Assets = Readonly<Record<string, ArrayBuffer>>;

export interface Program<D extends Demo, S extends Tree, Samples extends string = string> {
  /** First state: weights, optimiser moments and whatever else a step reads. */
  init(params: ValuesOf<D>, key: Key, assets: Assets): S;
  /**
   * Next state and this step's metrics (scalars). `scalars` are the numbers of `params` as tensors: what a step takes from there it
   * cannot branch on or make shapes of, so that a live change costs nothing, where one of `params` has the step recorded anew.
   */
  step(
    state: S,
    params: ValuesOf<D>,
    key: Key,
    scalars: ScalarsOf<D>,
  ): {
    readonly state: S;
    readonly metrics: Readonly<Record<MetricName<D>, Tensor>>;
  };
  /** What of a state is kept in files, and the state with such weights in place of its own. */
  readonly weights?: {
    of(state: S): Tree;
    /** `weights` is formed as `of(state)`. */
    begin(state: S, weights: Tree): S;
  };
  /** The dear numbers: tensors first, then plain arithmetic on their values. */
  readonly measure: {
    sample(state: S, params: ValuesOf<D>, key: Key): Readonly<Record<Samples, Tensor>>;
    evaluate(
      samples: Readonly<Record<Samples, NDArray>>,
      params: ValuesOf<D>,
    ): Readonly<Record<MeasureName<D>, number>>;
  };
  /** What views draw. The key is the same at every step, so that noise stays put and pictures move smoothly. */
  readonly observe: {
    readonly [K in OutputName<D>]: (state: S, params: ValuesOf<D>, key: Key) => Tensor;
  };
}

/** Declares the program of `demo`; the types tie its metrics, measures and outputs to the declaration. */
export function defineProgram<D extends Demo, S extends Tree, Samples extends string>(
  _demo: D,
  program: Program<D, S, Samples>,
): Program<D, S, Samples> {
  return program;
}

/** A program whose own types are its own business: what the engine handles. */
// oxlint-disable-next-line no-explicit-any
export type AnyProgram = Program<any, any, any>;
