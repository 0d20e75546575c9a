/** The worker's half of a demo. Pure: the same state, parameters and key give the same result, and nothing is disposed here. */
import type { NDArray } from "../contract/array.ts";
import type {
  DataName,
  Demo,
  MeasureName,
  MetricName,
  OutputName,
  ValuesOf,
} from "../contract/demo.ts";
import type { Key } from "../math/key.ts";
import type { Tensor } from "../math/tensor.ts";
import type { Tree } from "../math/tree.ts";

/** Each parameter that is a number, and the number `t` of the step, from 0, as tensors of shape []. */
export type ScalarsOf<D extends Demo> = {
  readonly [K in keyof ValuesOf<D> as ValuesOf<D>[K] extends number ? K : never]: Tensor;
} & { readonly t: Tensor };

/** How a file of data is read: once a worker, however many runs there are. */
export type Reader<T> = (file: ArrayBuffer) => T | Promise<T>;
type Data = Readonly<Record<string, unknown>>;
type Shared = Readonly<Record<string, Tree>>;
/** A way to each, by name. */
type Ways<B> = { readonly [K in keyof B]: () => B[K] };

/** What `evaluate` finds: a number, or one an example, whose mean is the measure and whose spread its interval. */
export type Measured = number | readonly number[] | Float32Array;

/** `A` is what is read of the demo's data, by name, and `B` what is shared; view parameters reach `observe` alone. */
export interface Program<
  D extends Demo,
  S extends Tree,
  A = Data,
  Samples extends string = string,
  B extends Shared = Shared,
> {
  readonly data?: { readonly [K in keyof A]: Reader<A[K]> };
  /** First state: weights, optimiser moments and whatever else a step reads. */
  init(params: ValuesOf<D>, key: Key, data: A): S;
  /**
   * Next state and this step's metrics (scalars). `scalars` are the numbers of `params` as tensors: what a step takes from there it
   * cannot branch on or make shapes of, so that a live change costs nothing, where one of `params` has the step recorded anew.
   */
  step?(
    state: S,
    params: ValuesOf<D>,
    key: Key,
    scalars: ScalarsOf<D>,
    data: A,
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
  /**
   * Where there are no steps: what measures and outputs share, a way to each beside their data. Made when one of them asks for it,
   * with the key of `observe`, and kept until a setting that it looked at changes.
   */
  readonly shared?: {
    readonly [K in keyof B]: (state: S, params: ValuesOf<D>, key: Key, data: A) => B[K];
  };
  /** The dear numbers: tensors first, then plain arithmetic on their values. */
  readonly measure?: {
    /** Times that `sample` is called, each with a key and a scope of its own: what it needs at once bounds the memory. Default 1. */
    readonly units?: number;
    /** `sample` draws nothing: a test set, of which every score has the same examples. */
    readonly fixed?: boolean;
    /** May return what the state holds. `unit` counts from 0. */
    sample(
      state: S,
      params: ValuesOf<D>,
      key: Key,
      data: A & Ways<B>,
      unit: number,
    ): Readonly<Record<Samples, Tensor>>;
    /** `samples` are those of all units, one below the other. */
    evaluate(
      samples: Readonly<Record<Samples, NDArray>>,
      params: ValuesOf<D>,
      data: A,
    ): Readonly<Record<MeasureName<D>, Measured>>;
  };
  /**
   * A way to each output, gone only where a view asks; null where these settings have none. What several share, `once` computes
   * once. May return what the state holds. The key is the same at every step, so that noise stays put and pictures move smoothly.
   */
  observe(
    state: S,
    params: ValuesOf<D>,
    key: Key,
    data: A & Ways<B>,
  ): { readonly [K in OutputName<D>]: (() => Tensor) | null };
}

/** What a declaration obliges its program to have. Says only that it is there: what it is `Program` says, for a clear error. */
type Owed<D extends Demo> = (D extends { readonly steps: object }
  ? { readonly step: object; readonly shared?: never }
  : { readonly step?: never }) &
  ([MeasureName<D>] extends [never] ? { readonly measure?: never } : { readonly measure: object }) &
  (D extends { readonly weights: object } ? { readonly weights: object } : unknown) &
  ([DataName<D>] extends [never] ? { readonly data?: never } : { readonly data: object });

/** Declares the program of `demo`; the types tie its metrics, measures, outputs and data to the declaration. */
export function defineProgram<
  D extends Demo,
  S extends Tree,
  // Of a demo without data this is the type of nothing.
  // oxlint-disable-next-line typescript/no-generated-empty-object-type
  A extends Readonly<Record<DataName<D>, unknown>>,
  Samples extends string,
  // oxlint-disable-next-line typescript/no-generated-empty-object-type
  B extends Shared = {},
>(
  _demo: D,
  program: Program<D, S, A, Samples, B> & Owed<D>,
): Program<D, S, A, Samples, B> & Owed<D> {
  return program;
}

/** A program whose own types are its own business: what the engine handles. */
// oxlint-disable-next-line no-explicit-any
export type AnyProgram = Program<any, any, any, any, any>;

/** Computes at the first call, and gives the same after that: what several outputs share. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
