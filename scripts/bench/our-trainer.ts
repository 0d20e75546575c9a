/** Cases in our own vocabulary. */
import { drawn } from "../../src/math/drawn.ts";
import type { Key } from "../../src/math/key.ts";
import { dispose, scope } from "../../src/math/memory.ts";
import type { Layer } from "../../src/math/nn.ts";
import { createStepper, type Step } from "../../src/math/replay/stepper.ts";
import { reshape } from "../../src/math/shape.ts";
import { tensor, type Shape, type Tensor } from "../../src/math/tensor.ts";
import type { Tree } from "../../src/math/tree.ts";
import { layers } from "./numbers.ts";
import type { Trainer } from "./trainer.ts";

let replay = true;

/** Whether steps are replayed from now on. */
export function setReplay(next: boolean): void {
  replay = next;
}

/** A trainer of a pure step that returns the next state and a loss. */
export function train<S extends Tree>(
  init: () => S,
  step: (state: S, key: Key) => { state: S; loss: Tensor },
): Trainer {
  const steps: Step<S> = (state, key) => {
    const next = step(state, key);
    return { state: next.state, metrics: reshape(next.loss, [1]) };
  };
  const stepper = createStepper(scope(init), steps, { replay });
  return {
    step(i) {
      // The number of the step serves as its key: batches are looked up by it.
      const metrics = stepper.advance({ hi: 0, lo: i });
      if (metrics instanceof Float32Array) return metrics[0]!;
      const [loss] = metrics.dataSync<"float32">();
      dispose(metrics);
      return loss!;
    },
    mode: () => (stepper.mode().replaying ? "replay" : `eager: ${stepper.mode().obstacle}`),
    close: stepper.close,
  };
}

/** The batch of the step as a tensor. */
export const batch = (key: Key, from: { at(i: number): Float32Array }, shape: Shape): Tensor =>
  drawn(key, shape, ({ lo }) => from.at(lo));

/** First weights of an MLP. */
export const initLayers = (name: string, sizes: readonly number[]): Layer[] =>
  layers(name, sizes).map(({ W, b, fanIn, fanOut }) => ({
    W: tensor(W, [fanIn, fanOut]),
    b: tensor(b, [fanOut]),
  }));
