/**
 * Takes the steps of a pure program: plainly, or, where our kernels compute, by recording one step and running the record.
 * What a record cannot know is never assumed: it is thrown away when the settings change, and its first step, as later
 * each CHECK_EVERY-th, is computed both ways and compared bit by bit.
 */
import type { Key } from "../key.ts";
import { addressOf, bytes } from "../kernels/heap.ts";
import { kernelsInUse } from "../kernels/in-use.ts";
import { dispose, release, retain, scope } from "../memory.ts";
import { tensor, type Tensor } from "../tensor.ts";
import { leaves, rebuild, type Tree } from "../tree.ts";
import { drawingOnly } from "./drawing-only.ts";
import { planOf, type Plan } from "./plan.ts";
import { record } from "./recording.ts";

/** One step: the next state, and this step's metrics as one tensor [k]. Its randomness is drawn: see drawing-only.ts. */
export type Step<S extends Tree> = (
  state: S,
  key: Key,
) => { readonly state: S; readonly metrics: Tensor };

export interface Stepper<S extends Tree> {
  readonly state: S;
  /** Takes a step. Metrics are a tensor to be read and freed, or its numbers where they are at hand. */
  advance(key: Key): Tensor | Float32Array;
  /** The step computes something else from now on. */
  change(step: Step<S>): void;
  /** How steps are taken at present, and why not by replay. */
  mode(): { readonly replaying: boolean; readonly obstacle: string | null };
  close(): void;
}

const CHECK_EVERY = 1000;
/** Plain steps before recording: settings that are being dragged are not worth a record. */
const SETTLE = 2;

export function createStepper<S extends Tree>(
  first: S,
  initial: Step<S>,
  { replay = true } = {},
): Stepper<S> {
  let state = retain(first);
  let step = initial;
  let plan: Plan | null = null;
  let obstacle: string | null = replay ? null : "it was switched off";
  let unchecked = 0;
  let settled = 0;

  const compute = (key: Key): { state: S; metrics: Tensor } =>
    drawingOnly(key, () => scope(() => step(state, key)));

  function plainly(key: Key): Tensor {
    const next = compute(key);
    release(state, next.state);
    state = retain(next.state);
    settled += 1;
    return next.metrics;
  }

  /** Takes the step while recording it, and makes a plan of it if that can be. */
  function recorded(key: Key): Tensor | Float32Array {
    const { result, recording } = record(key, leaves(state), () => compute(key));
    const made = planOf(recording, leaves(state), leaves(result.state), result.metrics);
    if ("obstacle" in made) {
      obstacle = made.obstacle;
      release(state, result.state);
      state = retain(result.state);
      return result.metrics;
    }
    plan = made.plan;
    unchecked = CHECK_EVERY;
    state = rebuild(result.state, made.state);
    return made.metrics;
  }

  /** Takes the step both ways. Where they differ the plain one counts, and there is no more replaying. */
  function checked(key: Key, present: Plan): Float32Array {
    const expected = compute(key);
    // Copies, so that the plan finds its room as free as in other steps.
    const ends = leaves(expected.state);
    const wanted = ends.map((leaf) => leaf.dataSync<"float32">());
    const metrics = Float32Array.from(expected.metrics.dataSync<"float32">());
    release(expected.state, state);
    dispose(expected.metrics);
    const found = present.run(key);
    unchecked = 0;
    const agrees =
      same(found, metrics) && leaves(state).every((leaf, i) => same(floatsAt(leaf), wanted[i]!));
    if (agrees) return found;
    forget();
    obstacle = "replaying gave other numbers";
    const old = state;
    const next = ends.map(({ shape }, i) => tensor(wanted[i]!, shape));
    state = retain(rebuild(expected.state, next));
    dispose(old);
    return metrics;
  }

  function forget(): void {
    plan?.free();
    plan = null;
    settled = 0;
  }

  return {
    get state() {
      return state;
    },
    advance(key) {
      if (plan) {
        unchecked += 1;
        return unchecked > CHECK_EVERY ? checked(key, plan) : plan.run(key);
      }
      const wanted = obstacle === null && settled >= SETTLE && kernelsInUse();
      return wanted ? recorded(key) : plainly(key);
    },
    change(next) {
      step = next;
      forget();
    },
    mode: () => ({ replaying: plan !== null, obstacle }),
    close() {
      forget();
      dispose(state);
    },
  };
}

/** A tensor's numbers where they lie. */
const floatsAt = (leaf: Tensor): Float32Array =>
  new Float32Array(bytes().buffer, addressOf(leaf), leaf.size);

/** Whether two arrays have the same bits. */
function same(a: Float32Array, b: Float32Array): boolean {
  const [bitsA, bitsB] = [a, b].map((x) => new Uint32Array(x.buffer, x.byteOffset, x.length));
  return bitsA!.length === bitsB!.length && bitsA!.every((word, i) => word === bitsB![i]);
}
