/** Operations that act on each number by itself. Two tensors of different shapes broadcast; numbers stand for scalars. */
import { sumTo } from "./broadcast.ts";
import { gradientRule, runKernel } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { scalar, zeros, type Shape, type Tensor } from "./tensor.ts";

export type Operand = Tensor | number;

/** Names a kernel of two operands and its gradients by each, given dy, a and b. */
function binary(
  name: string,
  byA: (dy: Tensor, a: Tensor, b: Tensor) => Tensor,
  byB: (dy: Tensor, a: Tensor, b: Tensor) => Tensor,
  keeps: readonly string[] = ["a", "b"],
): (a: Operand, b: Operand) => Tensor {
  gradientRule<{ shapeA?: Shape; shapeB?: Shape }>(
    name,
    keeps,
    // The library adds up gradients with its own call of Add, which has no shapes and doesn't broadcast.
    (dy, [a, b], { shapeA = dy.shape, shapeB = dy.shape }) => ({
      a: () => sumTo(byA(dy, a!, b!), shapeA),
      b: () => sumTo(byB(dy, a!, b!), shapeB),
    }),
  );
  return (x, y) => {
    const a = typeof x === "number" ? scalar(x) : x;
    const b = typeof y === "number" ? scalar(y) : y;
    return runKernel(name, { a, b }, { shapeA: a.shape, shapeB: b.shape });
  };
}

/** Names a kernel of one operand and its gradient, given dy and x, or dy and the result y. */
function unary(
  name: string,
  slope: (dy: Tensor, kept: Tensor) => Tensor,
  keeps: "x" | "y" | null = "x",
): (x: Tensor) => Tensor {
  const inputs = keeps === "x" ? ["x"] : [];
  const result = keeps === "y" ? "variable" : undefined;
  gradientRule(name, inputs, (dy, [kept]) => ({ x: () => slope(dy, kept!) }), result);
  return (x) => runKernel(name, { x });
}

/** a + b. */
export const add = binary(
  "Add",
  (dy) => dy,
  (dy) => dy,
  [],
);
/** a - b. */
export const sub = binary(
  "Sub",
  (dy) => dy,
  (dy) => neg(dy),
  [],
);
/** a b. */
export const mul = binary(
  "Multiply",
  (dy, _, b) => mul(dy, b),
  (dy, a) => mul(dy, a),
);
/** a / b. */
export const div = binary(
  "RealDiv",
  (dy, _, b) => div(dy, b),
  (dy, a, b) => neg(mul(dy, div(a, square(b)))),
);
/** The greater of a and b; where they are equal the gradient goes to a. */
export const maximum = binary(
  "Maximum",
  (dy, a, b) => mul(dy, sub(1, step(sub(b, a)))),
  (dy, a, b) => mul(dy, step(sub(b, a))),
);
/** The lesser of a and b; where they are equal the gradient goes to a. */
export const minimum = binary(
  "Minimum",
  (dy, a, b) => mul(dy, sub(1, step(sub(a, b)))),
  (dy, a, b) => mul(dy, step(sub(a, b))),
);

/** -x. */
export const neg = unary("Neg", (dy) => neg(dy), null);
/** x^2. */
export const square = unary("Square", (dy, x) => mul(dy, mul(x, 2)));
/** The square root; its gradient at 0 is infinite. */
export const sqrt = unary("Sqrt", (dy, y) => div(dy, mul(y, 2)), "y");
/** e^x. */
export const exp = unary("Exp", (dy, y) => mul(dy, y), "y");
/** The natural logarithm. */
export const log = unary("Log", (dy, x) => div(dy, x));
/** max(x, 0); gradient 0 at 0. */
export const relu = unary("Relu", (dy, x) => reluGrad(dy, x));
/** The hyperbolic tangent. */
export const tanh = unary("Tanh", (dy, y) => mul(dy, sub(1, square(y))), "y");
/** 1 / (1 + e^-x). */
export const sigmoid = unary("Sigmoid", (dy, y) => mul(dy, mul(y, sub(1, y))), "y");
/** log(1 + e^x) without overflow. */
export const softplus = unary("Softplus", (dy, x) => mul(dy, sigmoid(x)));

/** 1 where x > 0, else 0; gradient 0. */
export const step = (x: Tensor): Tensor => runKernel("Step", { x }, { alpha: 0 });
gradientRule("Step", [], (dy) => ({ x: () => zeros(dy.shape) }));

/** dy where y > 0, else 0: a gradient on its way back through the ReLU whose input or result was y, of dy's shape. */
export const reluGrad = (dy: Tensor, y: Tensor): Tensor =>
  kernelsInUse() ? runKernel("ReluGrad", { dy, y }) : mul(dy, step(y));
gradientRule("ReluGrad", ["y"], (ddy, [y]) => ({
  dy: () => reluGrad(ddy, y!),
  y: () => zeros(y!.shape),
}));

/** x held within [low, high]; gradient 1 within, bounds included, and 0 outside. */
export const clip = (x: Tensor, low: number, high: number): Tensor =>
  runKernel("ClipByValue", { x }, { clipValueMin: low, clipValueMax: high });
gradientRule<{ clipValueMin: number; clipValueMax: number }>(
  "ClipByValue",
  ["x"],
  (dy, [x], { clipValueMin, clipValueMax }) => ({
    x: () => mul(dy, sub(1, add(step(sub(clipValueMin, x!)), step(sub(x!, clipValueMax))))),
  }),
);
