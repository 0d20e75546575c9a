/** What may be written over an operand gives the same bits there as it does apart. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { allocated, bytes, free } from "../../../src/math/kernels/heap.ts";
import { library } from "../../../src/math/kernels/launch.ts";
import { isAddress, rolesOf } from "../../../src/math/kernels/parameters.ts";
import { normalArray } from "../../../src/math/random-arrays.ts";
import type { Call } from "../../../src/math/replay/call.ts";
import { inPlace } from "../../../src/math/replay/in-place.ts";
import { SPAN } from "../../../src/math/replay/places.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const [ROWS, COLS] = [3, 7];
/** Room for each operand, whatever a function takes it to be: [3, 28] at most. */
const ROOM = 4 * ROWS * COLS;

/** A call of `name` on rows of 7 or on all numbers as one row, each address a piece of its own. */
function callOf(name: string, counts: readonly number[]): Call {
  const left = [...counts];
  let piece = 2;
  const args = rolesOf(name)!.map((role) => {
    if (isAddress(role)) return SPAN * piece++;
    return role === "f" ? 0.5 : (left.shift() ?? 0);
  });
  return { name, args };
}

const walked = [1, ROWS * COLS, 0, 1, 0, 1];
const CALLS: Call[] = [
  ...["add", "sub", "mul", "div", "maximum", "minimum"].map((name) => callOf(name, walked)),
  callOf("sub", [ROWS, COLS, COLS, 1, COLS, 1]),
  callOf("sub", [ROWS, COLS, COLS, 1, 0, 1]),
  callOf("sub", [ROWS, COLS, 1, 0, COLS, 1]),
  ...["neg", "square", "sqrt", "relu", "exp", "log", "tanh", "sigmoid", "softplus", "step"].map(
    (name) => callOf(name, [ROWS * COLS]),
  ),
  ...["clip", "reluGrad", "sgd", "rmsprop", "adam"].map((name) => callOf(name, [ROWS * COLS])),
  ...["softmax", "lstm", "lstmGrad"].map((name) => callOf(name, [ROWS, COLS])),
];

/** All that a call leaves in its pieces, if the one at `read` lies where that at `written` does. */
function run(
  { name, args }: Call,
  pair?: { read: number; written: number },
): Map<number, number[]> {
  const starts = new Map<number, number>();
  const roles = rolesOf(name)!;
  for (const [i, place] of args.entries()) {
    if (!isAddress(roles[i]!)) continue;
    const start = allocated(4 * ROOM);
    starts.set(place, start);
    const numbers = normalArray(fold(keyOf(7), i), ROOM).map((x) =>
      i % 2 === 0 ? Math.abs(x) : x,
    );
    new Float32Array(bytes().buffer, start, ROOM).set(numbers);
  }
  const at = (place: number): number => starts.get(place === pair?.written ? pair.read : place)!;
  library().functions[name]!(...args.map((x, i) => (isAddress(roles[i]!) ? at(x) : x)));
  const size = (place: number): number =>
    name === "lstmGrad" && place === args[6] ? 4 * ROWS * COLS : ROWS * COLS;
  const left = args
    .filter((_, i) => roles[i] === "w")
    .map((place): [number, number[]] => [
      place,
      [...new Uint32Array(bytes().buffer, at(place), size(place))],
    ]);
  for (const start of starts.values()) free(start);
  return new Map(left);
}

test.each(CALLS.map((call) => ({ name: call.name, call })))(
  "$name writes the same over any operand that it may replace",
  ({ call }) => {
    const apart = run(call);
    const pairs = inPlace(call);
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) expect(run(call, pair)).toEqual(apart);
  },
);

test("an operand that repeats, or that is read in another way too, is not written over", () => {
  const places = (call: Call): number[] => inPlace(call).map(({ read }) => read / SPAN);
  expect(places(callOf("add", walked))).toEqual([2, 3]);
  expect(places(callOf("add", [ROWS, COLS, COLS, 1, 0, 1]))).toEqual([2]);
  expect(places(callOf("add", [ROWS, COLS, 1, 0, COLS, 1]))).toEqual([3]);
  const adam = callOf("adam", [5]);
  // w, m and v may be; not so where g is the same as m.
  expect(places(adam)).toEqual([2, 4, 5]);
  expect(places({ ...adam, args: adam.args.with(2, adam.args[3]!) })).toEqual([2, 5]);
  const twice = callOf("mul", walked);
  expect(places({ ...twice, args: twice.args.with(5, twice.args[2]!) })).toEqual([2, 2]);
  expect(places(callOf("sum", [1, 1, 1]))).toEqual([]);
});
