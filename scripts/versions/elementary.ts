/** Operations on numbers one by one, on shapes and along axes, and random numbers. */
import { axesOf, broadcastTo, keptShape, sum, sumTo } from "../../src/math/broadcast.ts";
import { choose } from "../../src/math/choice.ts";
import { drawn } from "../../src/math/drawn.ts";
import * as elementwise from "../../src/math/elementwise.ts";
import { inParts } from "../../src/math/in-parts.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import * as portable from "../../src/math/portable-math.ts";
import { integers, normalArray, uniformArray } from "../../src/math/random-arrays.ts";
import { normal, uniform } from "../../src/math/random.ts";
import { detach, logSumExp, max, mean, softmax } from "../../src/math/reduce.ts";
import { greatest } from "../../src/math/row-search.ts";
import { rows } from "../../src/math/rows.ts";
import * as shape from "../../src/math/shape.ts";
import { ones, scalar, tensor, zeros, type Tensor } from "../../src/math/tensor.ts";
import { leaves, mapTree } from "../../src/math/tree.ts";
import {
  given,
  graded,
  gradedEach,
  KEY,
  pair,
  positive,
  type Trial,
  type Trials,
} from "./probe.ts";

/** As large as the other, spread over it from either side, and long enough for every tail of a loop. */
const PAIRS = [
  [
    [7, 13],
    [7, 13],
  ],
  [[7, 13], [13]],
  [
    [7, 1],
    [1, 13],
  ],
  [[], [5]],
  [[1027], [1027]],
] as const;
const binary =
  (f: (a: Tensor, b: Tensor) => Tensor): Trial =>
  () => [
    ...gradedEach(
      ({ a, b }) => f(a, b),
      PAIRS.map(([a, b]) => pair(a, b)),
    ),
  ];
const unary =
  (f: (x: Tensor) => Tensor, of = given): Trial =>
  () =>
    gradedEach(f, [of([7, 13]), of([1027])]);
const reduction =
  (f: (x: Tensor, axes?: number, keepDims?: boolean) => Tensor): Trial =>
  () => {
    const x = given([6, 5, 19]);
    return [
      ...graded((t: Tensor) => f(t), x),
      ...[0, 1, 2].flatMap((axis) => graded((t: Tensor) => f(t, axis), x)),
      ...graded((t: Tensor) => f(t, -1, true), x),
    ];
  };

export const ELEMENTARY: Trials = {
  "broadcast.axesOf": () => [axesOf(-1, 3), axesOf(undefined, 3)],
  "broadcast.keptShape": () => [keptShape([2, 3, 4], [1])],
  "broadcast.sum": reduction(sum),
  "broadcast.broadcastTo": () => graded((x: Tensor) => broadcastTo(x, [4, 3, 5]), given([3, 1])),
  "broadcast.sumTo": () => graded((x: Tensor) => sumTo(x, [3, 1]), given([4, 3, 5])),
  "choice.choose": () => [choose(KEY, 77, 5), choose(KEY, 9, 9)],
  "drawn.drawn": () => [drawn(KEY, [2, 3], (key) => normalArray(key, 6))],
  "elementwise.add": binary(elementwise.add),
  "elementwise.sub": binary(elementwise.sub),
  "elementwise.mul": binary(elementwise.mul),
  "elementwise.div": binary(elementwise.div),
  "elementwise.maximum": binary(elementwise.maximum),
  "elementwise.minimum": binary(elementwise.minimum),
  "elementwise.neg": unary(elementwise.neg),
  "elementwise.square": unary(elementwise.square),
  "elementwise.sqrt": unary(elementwise.sqrt, positive),
  "elementwise.exp": unary(elementwise.exp),
  "elementwise.log": unary(elementwise.log, positive),
  "elementwise.relu": unary(elementwise.relu),
  "elementwise.tanh": unary(elementwise.tanh),
  "elementwise.sigmoid": unary(elementwise.sigmoid),
  "elementwise.softplus": unary(elementwise.softplus),
  "elementwise.step": () => [elementwise.step(given([7, 13]))],
  "elementwise.reluGrad": () =>
    gradedEach(
      ({ dy, y }) => elementwise.reluGrad(dy, y),
      [
        { dy: given([7, 13], "dy"), y: given([7, 13]) },
        { dy: given([1027], "dy"), y: given([1027]) },
      ],
    ),
  "elementwise.clip": unary((x) => elementwise.clip(x, -0.5, 1)),
  "key.keyOf": () => [[keyOf(7).hi, keyOf(7).lo, keyOf(2 ** 31).hi]],
  "key.fold": () => {
    const [named, numbered] = [fold(KEY, "noise"), fold(KEY, 12)];
    return [[named.hi, named.lo, numbered.hi, numbered.lo]];
  },
  "portable-math.log": () => [[0.001, 0.3, 1, 2.7, 1e6].map(portable.log)],
  "portable-math.exp": () => [[-20, -0.3, 0, 0.1, 3].map(portable.exp)],
  "portable-math.sinTurn": () => [[0, 0.1, 0.37, 0.5, 0.9].map(portable.sinTurn)],
  "portable-math.cosTurn": () => [[0, 0.1, 0.37, 0.5, 0.9].map(portable.cosTurn)],
  "random-arrays.uniformArray": () => [uniformArray(KEY, 77, -1, 2)],
  "random-arrays.normalArray": () => [normalArray(KEY, 77)],
  "random-arrays.integers": () => [integers(KEY, 77, 25)],
  "random.uniform": () => [uniform(KEY, [7, 11], -1, 2)],
  "random.normal": () => [normal(KEY, [7, 11])],
  "in-parts.inParts": () => [inParts(given([5, 3]), 2, (part) => elementwise.mul(part, part))],
  "reduce.mean": reduction(mean),
  "reduce.max": reduction(max),
  "reduce.detach": () => graded((x: Tensor) => elementwise.mul(detach(x), x), given([5])),
  "reduce.logSumExp": reduction(logSumExp),
  "reduce.softmax": unary(softmax, () => given([6, 19])),
  "row-search.greatest": () => [
    greatest({ shape: [3, 3], data: [0.2, 0.7, 0.7, 2, -1, 0, -3, -2, -1] }),
  ],
  "rows.rows": () => {
    const table = { shape: [4, 2], data: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7), scale: 0.1 };
    return [rows(KEY, table, 5), rows(KEY, table, 3, choose)];
  },
  "shape.axisOf": () => [[shape.axisOf(-1, 3)]],
  "shape.reshape": unary((x) => shape.reshape(x, [-1, 1])),
  "shape.transpose": () => [
    ...graded((x: Tensor) => shape.transpose(x), given([3, 4, 5])),
    ...graded((x: Tensor) => shape.transpose(x, [2, 0, 1]), given([3, 4, 5])),
  ],
  "shape.slice": () => graded((x: Tensor) => shape.slice(x, [1, 0], [2, 3]), given([4, 5])),
  "shape.pad": () =>
    graded(
      (x: Tensor) =>
        shape.pad(x, [
          [1, 0],
          [0, 2],
        ]),
      given([4, 5]),
    ),
  "shape.concat": () => graded(({ a, b }) => shape.concat([a, b], 1), pair([3, 2], [3, 4])),
  "shape.split": () =>
    graded(
      (x: Tensor) => {
        const [a, b] = shape.split(x, [2, 3], 1);
        return shape.concat([b!, a!], 1);
      },
      given([4, 5]),
    ),
  "shape.stack": () => graded(({ a, b }) => shape.stack([a, b], 1), pair([3, 2], [3, 2])),
  "tensor.tensor": () => [tensor([1.1, 2.2], [2, 1])],
  "tensor.scalar": () => [scalar(1.1)],
  "tensor.zeros": () => [zeros([3])],
  "tensor.ones": () => [ones([3])],
  "tree.leaves": () => leaves({ a: given([2]), b: [given([3], "b")] }),
  "tree.mapTree": () =>
    leaves(mapTree((x) => elementwise.mul(x, 2), { b: given([2]), a: ones([1]) })),
};
