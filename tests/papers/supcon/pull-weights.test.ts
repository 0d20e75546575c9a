/** The note’s worked example, and the gradient of each loss by automatic differentiation. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { div } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { read } from "../../../src/math/memory.ts";
import { concat } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import {
  lossOfAnchor,
  pulls,
  pushes,
  shares,
  type Anchor,
} from "../../../src/papers/supcon/pull-weights.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);
const anchor = (tau: number): Anchor => ({
  s: div(tensor([0.9, 0.5, 0, 0.6, 0.2, -0.3], [6]), tau),
  positives: 3,
});

test("the shares of the note", async () => {
  const P = await numbers(shares(anchor(0.1)));
  expect(P.slice(0, 3).map((value) => value.toFixed(4))).toEqual(["0.9353", "0.0171", "0.0001"]);
});

test.each([
  [0.1, ["-0.602", "0.316", "0.333"], ["0.0466", "0.0009", "0.0000"], "4.400", "1.147"],
  [0.5, ["-0.067", "0.154", "0.267"], ["0.219", "0.099", "0.036"], "1.783", "1.536"],
  [1, ["0.057", "0.148", "0.221"], ["0.205", "0.137", "0.083"], "1.719", "1.653"],
])("the note’s row for a temperature of %f", async (tau, out, inner, lossOut, lossIn) => {
  const i = anchor(tau);
  const texts = async (x: Tensor, like: readonly string[]): Promise<string[]> =>
    (await numbers(x)).map((value, k) => value.toFixed(like[k]!.split(".")[1]!.length));
  expect(await texts(pulls("out", i), out)).toEqual(out);
  expect(await texts(pulls("in", i), inner)).toEqual(inner);
  expect(await texts(lossOfAnchor("out", i), [lossOut])).toEqual([lossOut]);
  expect(await texts(lossOfAnchor("in", i), [lossIn])).toEqual([lossIn]);
});

test.each(["out", "in"] as const)(
  "the weights of the %s loss are what descent on the logits follows",
  async (place) => {
    const { s, positives } = anchor(0.3);
    const { grad } = valueAndGrad((logits: Tensor) =>
      lossOfAnchor(place, { s: logits, positives }),
    )(s);
    const weights = await numbers(
      concat([pulls(place, { s, positives }), pushes({ s, positives })], 0),
    );
    for (const [k, slope] of (await numbers(grad)).entries())
      expect(weights[k]).toBeCloseTo(-slope, 6);
  },
);

test("pulls and pushes cancel, also where the positives have next to nothing", async () => {
  const i: Anchor = { s: tensor([-60, -61, 0, -3], [4]), positives: 2 };
  const pulled = await numbers(pulls("in", i));
  expect(pulled[0]! + pulled[1]!).toBeCloseTo(1, 6);
  const pushed = await numbers(pushes(i));
  expect(pushed[0]! + pushed[1]!).toBeCloseTo(-1, 6);
});
