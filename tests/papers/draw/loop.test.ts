/** One step of the shipped weights: what is shown of it fits together as the loop’s equations say. */
import { beforeAll, expect, test } from "vitest";
import { publicFiles } from "../../../scripts/checkout/public-file.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { demo, SIDE } from "../../../src/papers/draw/loop/demo.ts";
import { program } from "../../../src/papers/draw/loop/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const OUTPUTS = ["x", "xHat", "r", "written", "canvas", "windows", "w"] as const;

async function step(t: number, pixel = { across: 18, down: 8 }) {
  const { series, outputs } = await runHeadless({
    demo,
    program,
    params: toWire(demo.params, { ...defaults(demo.params), ...pixel, shown: t }),
    seed: DEFAULT_SEED,
    files: publicFiles,
    steps: 0,
    outputs: [...OUTPUTS],
  });
  const number = (name: string): number => series[name]!.values.at(-1)!;
  const of = (name: (typeof OUTPUTS)[number]): Float32Array => outputs[name]!.data;
  return { number, of };
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

test("the error is the picture less the canvas before, eq. (3), and the canvas grows by what is written, eq. (8)", async () => {
  const [second, third] = [await step(2), await step(3)];
  third
    .of("xHat")
    .forEach((error, p) =>
      expect(error).toBeCloseTo(third.of("x")[p]! - second.of("canvas")[p]!, 5),
    );
  const at = 8 * SIDE + 18;
  expect(third.of("canvas")[at]).toBeCloseTo(sigmoid(third.number("after")), 5);
  expect(third.number("after") - third.number("before")).toBeCloseTo(third.of("written")[at]!, 4);
  expect(third.number("before")).toBeCloseTo(second.number("after"), 5);
});

test("the error that one step leaves is the one that the next begins with, and its code is paid for", async () => {
  const [second, third] = [await step(2), await step(3)];
  const total = third.of("xHat").reduce((sum, error) => sum + Math.abs(error), 0);
  expect(third.number("wrong")).toBeCloseTo(total, 2);
  expect(third.number("wrong")).toBeCloseTo(second.number("left"), 2);
  expect(third.number("left")).toBeLessThan(third.number("wrong"));
  expect(third.number("paid")).toBeGreaterThan(0);
});

test("the patches are read through the window that is drawn: filters that sum to one keep a flat picture flat", async () => {
  const { of } = await step(1);
  const [gX, gY, side, deviation] = of("windows");
  const weights = (g: number): number[][] =>
    Array.from({ length: 5 }, (_, i) => {
      const mu = g + ((i - 2) * side!) / 4;
      const raw = Array.from({ length: SIDE }, (_each, a) =>
        Math.exp(-((a - mu) ** 2) / (2 * deviation! ** 2)),
      );
      const sum = raw.reduce((total, each) => total + each, 0);
      return raw.map((each) => each / sum);
    });
  const [FX, FY] = [weights(gX!), weights(gY!)];
  const x = of("x");
  const patch = FY.flatMap((down) =>
    FX.map((across) =>
      down.reduce(
        (sum, weight, b) =>
          sum + weight * across.reduce((row, each, a) => row + each * x[b * SIDE + a]!, 0),
        0,
      ),
    ),
  );
  // Up to the intensity γ, one number for all of it.
  const gamma = of("r")[12]! / patch[12]!;
  patch.forEach((value, i) => expect(of("r")[i]).toBeCloseTo(gamma * value, 4));
});
