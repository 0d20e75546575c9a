/** Full context for support sets of many sizes at once: a step costs hardly more for many sets than for one. */
import { add } from "../../math/elementwise.ts";
import { gather } from "../../math/linear.ts";
import { lstmCell, type LstmState, type LstmWeights } from "../../math/lstm.ts";
import { concat, reshape, slice, split, stack } from "../../math/shape.ts";
import { zeros, type Tensor } from "../../math/tensor.ts";
import type { Context } from "./full-context.ts";

/** Two LSTMs of d outputs each as one of 2 d, whose halves know nothing of one another. */
function joined(one: LstmWeights, other: LstmWeights): LstmWeights {
  const [rows, columns] = one.W.shape as [number, number];
  const d = columns / 4;
  const byGate = ({ W }: LstmWeights): Tensor => reshape(W, [2, rows / 2, 4, d]);
  const none = zeros([2, rows / 2, 4, d]);
  const halves = [stack([byGate(one), none], 3), stack([none, byGate(other)], 3)];
  return {
    W: reshape(stack(halves, 1), [2 * rows, 2 * columns]),
    b: reshape(stack([reshape(one.b, [4, d]), reshape(other.b, [4, d])], 1), [2 * columns]),
  };
}

/** Which rows are read at each step, by number of row: the longest sets stand first, so that those still read are the first ones. */
function timetable(sets: readonly Tensor[]) {
  let start = 0;
  const all = sets.flatMap(({ shape: [e, m] }) =>
    Array.from({ length: e }, () => ({ m: m!, first: (start += m!) - m! })),
  );
  const longest = all.toSorted((one, other) => other.m - one.m);
  const [there, back, reading]: [number[], number[], number[]] = [[], [], []];
  for (let t = 0; t < longest[0]!.m; t++) {
    const still = longest.filter(({ m }) => m > t);
    reading.push(still.length);
    for (const { m, first } of still) {
      there.push(first + t);
      back.push(first + m - 1 - t);
    }
  }
  return { there: Int32Array.from(there), back: Int32Array.from(back), reading };
}

/** Where each number stands. */
function placesOf(numbers: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length);
  numbers.forEach((number, place) => (places[number] = place));
  return places;
}

/** `embedSupports` of each of these sets of plain features [e, m, d], whatever their e and m. */
export function embedTogether(
  { forward, backward }: Context,
  sets: readonly Tensor[],
): readonly Tensor[] {
  const d = sets[0]!.shape[2]!;
  const rows = sets.map(({ shape: [e, m] }) => e * m!);
  const plain = concat(sets.map((g, i) => reshape(g, [rows[i]!, d])));
  const { there, back, reading } = timetable(sets);
  const inputs = split(concat([gather(plain, there), gather(plain, back)], 1), reading, 0);
  const weights = joined(forward, backward);
  let state: LstmState = { h: zeros([reading[0]!, 2 * d]), c: zeros([reading[0]!, 2 * d]) };
  const outputs = inputs.map((x, t) => {
    const still = (of: Tensor): Tensor =>
      reading[t] === of.shape[0] ? of : slice(of, [0, 0], [reading[t]!, 2 * d]);
    state = lstmCell(weights, x, { h: still(state.h), c: still(state.c) });
    return state.h;
  });
  const [ahead, behind] = split(concat(outputs), [d, d], 1);
  const read = add(gather(ahead!, placesOf(there)), gather(behind!, placesOf(back)));
  return split(add(read, plain), rows, 0).map((g, i) => reshape(g, sets[i]!.shape));
}
