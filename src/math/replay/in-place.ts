/** Results that may be written over what they are made of. */
import { addressesOf, type Call } from "./call.ts";
import { pieceOf } from "./places.ts";

/** Indices of an argument that is read and of one that may be written over it: each number is read for the last time before. */
type Pair = readonly [read: number, written: number];

const ONE: readonly Pair[] = [[1, 2]];
/** Either operand, if the loop walks it number by number. */
const TWO: readonly Pair[] = [
  [2, 8],
  [5, 8],
];

const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  add: TWO,
  sub: TWO,
  mul: TWO,
  div: TWO,
  maximum: TWO,
  minimum: TWO,
  neg: ONE,
  square: ONE,
  sqrt: ONE,
  relu: ONE,
  exp: ONE,
  log: ONE,
  tanh: ONE,
  sigmoid: ONE,
  softplus: ONE,
  step: ONE,
  clip: ONE,
  reluGrad: [
    [1, 3],
    [2, 3],
  ],
  softmax: [[2, 3]],
  sgd: [
    [1, 5],
    [2, 5],
  ],
  rmsprop: [
    [1, 9],
    [3, 10],
  ],
  adam: [
    [1, 14],
    [3, 15],
    [4, 16],
  ],
  lstm: [[3, 5]],
  lstmGrad: [
    [2, 7],
    [3, 7],
    [4, 6],
    [5, 7],
  ],
};

/** Places that a call reads, each with that of a result which may take its place, if they are of the same size. */
export function inPlace(call: Call): { readonly read: number; readonly written: number }[] {
  const { name, args } = call;
  const [rows, cols] = args as [number, number];
  // An operand that repeats is read again: see `binary` in kernels/assembly/pointwise.ts.
  const isWalked = ([read]: Pair): boolean =>
    PAIRS[name] !== TWO || (args[read + 2] === 1 && (rows === 1 || args[read + 1] === cols));
  const pairs = (PAIRS[name] ?? [])
    .filter(isWalked)
    .map(([read, written]) => ({ read: args[read]!, written: args[written]! }));
  const times = (places: readonly number[], place: number): number =>
    places.filter((each) => pieceOf(each) === pieceOf(place)).length;
  const reads = addressesOf(call, "r");
  // What is read in another way too stays.
  return pairs.filter(
    ({ read, written }) =>
      times(reads, read) ===
      times(
        pairs.filter((pair) => pair.written === written).map((pair) => pair.read),
        read,
      ),
  );
}
