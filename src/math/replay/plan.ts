/** A recorded step that can be taken again in place: from the state at its addresses to the next state at the same ones. */
import { fold, type Key } from "../key.ts";
import { addressOf, allocated, bytes, free } from "../kernels/heap.ts";
import { dispose, retain } from "../memory.ts";
import { tensor, type Tensor } from "../tensor.ts";
import { addressesOf, readdressed } from "./call.ts";
import { program } from "./compiled.ts";
import { constantsOf } from "./constants.ts";
import { fused } from "./fused.ts";
import { ARENA, layoutOf } from "./layout.ts";
import { LINE, lined } from "./lifetimes.ts";
import { needed } from "./needed.ts";
import { pieceOf, SPAN } from "./places.ts";
import type { Recording } from "./recording.ts";

export interface Plan {
  /** Takes the step of `key`; returns its metrics. Memory for what is computed on the way is taken, and given back. */
  run(key: Key): Float32Array;
  free(): void;
}

/** A plan, and what the step that was recorded gave. */
export interface Planned {
  readonly plan: Plan;
  /** The leaves of the next state, where the plan takes the state from and leaves it. */
  readonly state: readonly Tensor[];
  readonly metrics: Float32Array;
}

/**
 * Makes a plan of the recording of a step from `state` to `next`, with `metrics` its numbers, and frees these tensors; or says
 * why there can be none.
 */
export function planOf(
  recording: Recording,
  state: readonly Tensor[],
  next: readonly Tensor[],
  metrics: Tensor,
): Planned | { readonly obstacle: string } {
  if (recording.obstacle) return { obstacle: recording.obstacle };
  const { places, derivations } = recording;
  const placeOf = (leaf: Tensor): number => places.of(addressOf(leaf));
  const [homes, sources, metricsPlace] = [state.map(placeOf), next.map(placeOf), placeOf(metrics)];
  if (state.length !== next.length || next.some(({ size }, i) => size !== state[i]!.size))
    return { obstacle: "parts of the state change their size" };
  if (!areApart(homes, sources)) return { obstacle: "parts of the state share memory" };
  const { calls, draws, constants, layout } = arranged(recording, homes, sources, metricsPlace);

  // Steps leave their results between what they give back. Taken anew, past the arena, they leave it room in one piece.
  const numbers = next.map((leaf) => leaf.dataSync<"float32">());
  const row = Float32Array.from(metrics.dataSync<"float32">());
  dispose([...state, ...next, metrics]);
  const room = allocated(layout.bytes + LINE);
  const home = retain(next.map(({ shape }, i) => tensor(numbers[i]!, shape)));
  const block = constantsOf(constants);
  free(room);

  const starts = new Map([...block.addresses, ...layout.starts]);
  for (const [i, leaf] of home.entries()) starts.set(pieceOf(homes[i]!), addressOf(leaf));
  for (const [piece, at] of layout.atHome) starts.set(piece, starts.get(at)!);
  const at = (place: number): number => {
    const start = starts.get(pieceOf(place));
    return start === undefined ? place : start + (place % SPAN);
  };
  const copies = home.flatMap((leaf, i) => {
    const [to, from] = [addressOf(leaf), at(sources[i]!)];
    return to === from ? [] : [{ to, from, bytes: Float32Array.BYTES_PER_ELEMENT * leaf.size }];
  });
  const compute = program(
    calls.map((call) => readdressed(call, at)),
    copies,
  );

  function run(key: Key): Float32Array {
    const keys = [key];
    for (const { from, name } of derivations) keys.push(fold(keys[from]!, name));
    const start = allocated(layout.bytes + LINE);
    const base = lined(start);
    const real = (place: number): number =>
      at(place) < ARENA ? at(place) : base + at(place) - ARENA;
    try {
      for (const { key: index, place, size, draw } of draws)
        drawTo(real(place), size, (out) => draw(keys[index]!, out));
      compute(base);
      return new Float32Array(bytes().buffer, real(metricsPlace), row.length).slice();
    } finally {
      free(start);
    }
  }
  return { plan: { run, free: block.free }, state: home, metrics: row };
}

/** What of a recording is to be done at each step, and where; `homes`, `sources` and `metrics` are places. */
function arranged(
  { launches, places: { pieces }, draws: all }: Recording,
  homes: readonly number[],
  sources: readonly number[],
  metrics: number,
) {
  const ends = [metrics, ...sources];
  const calls = needed(fused(launches, ends), ends.map(pieceOf));
  const used = new Set([...calls.flatMap((call) => addressesOf(call)), ...ends].map(pieceOf));
  const draws = all.filter(({ place }) => used.has(pieceOf(place)));
  const drawn = draws.map(({ place }) => place);
  const inDraws = new Set(drawn.map(pieceOf));
  const constants = new Map(
    [...pieces].filter(([piece, { content }]) => content && used.has(piece) && !inDraws.has(piece)),
  );
  const fixed = new Set([...homes.map(pieceOf), ...constants.keys()]);
  const successors = sources.map((source, i) => [pieceOf(source), pieceOf(homes[i]!)] as const);
  const layout = layoutOf({ calls, drawn, ends, successors }, pieces, fixed);
  return { calls, draws, constants, layout };
}

/** Whether the parts of a state lie apart, and bringing the next ones there in any order overwrites none of them. */
function areApart(homes: readonly number[], sources: readonly number[]): boolean {
  const own = new Set(homes.map(pieceOf));
  return (
    own.size === homes.length &&
    sources.every((place, i) => place === homes[i] || !own.has(pieceOf(place)))
  );
}

/** Has `draw` put its numbers at an address, in room that is as full of zeros as an array of its own would be. */
function drawTo(
  address: number,
  size: number,
  draw: (out: Float32Array<ArrayBuffer>) => Float32Array,
): void {
  const out = new Float32Array(bytes().buffer, address, size).fill(0);
  const numbers = draw(out);
  if (numbers === out && out.length === size) return;
  // Some make an array of their own. And while others draw, the heap may grow, and leave `out` nowhere.
  const made = numbers.length === size ? numbers : draw(new Float32Array(size));
  new Float32Array(bytes().buffer, address, size).set(made);
}
