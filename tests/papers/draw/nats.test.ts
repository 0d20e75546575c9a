/** The ledger of the shipped weights against the loss that they are scored by. */
import { beforeAll, expect, test } from "vitest";
import { publicFiles } from "../../../scripts/checkout/public-file.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { COUNT, demo, T } from "../../../src/papers/draw/nats/demo.ts";
import { program } from "../../../src/papers/draw/nats/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const sumOf = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0);

test("entries add up to the bound, which is near what ten thousand digits cost, and each code pays", async () => {
  const { series, outputs } = await runHeadless({
    demo,
    program,
    params: toWire(demo.params, defaults(demo.params)),
    seed: DEFAULT_SEED,
    files: publicFiles,
    steps: 0,
    outputs: ["codes", "images", "canvases"],
  });
  const number = (name: string): number => series[name]!.values.at(-1)!;
  const { codes, images, canvases } = outputs;
  const final = images!.data.subarray(T * COUNT);
  expect((sumOf(codes!.data) + sumOf(final)) / COUNT).toBeCloseTo(number("mean"), 3);
  const { digit } = defaults(demo.params);
  const own = codes!.data.filter((_, i) => i % COUNT === digit);
  expect(sumOf(own)).toBeCloseTo(number("codes"), 3);
  expect(final[digit]).toBeCloseTo(number("image"), 3);
  // The card's 87.13 over 10,000 images, with the standard error of a hundred (their deviation is about 24).
  expect(Math.abs(number("mean") - 87.13)).toBeLessThan(7.2);
  expect(codes!.data.every((nats) => nats >= 0)).toBe(true);
  const mean = (t: number): number => sumOf(images!.data.subarray(t * COUNT, (t + 1) * COUNT));
  for (let t = 1; t <= T; t++) expect(mean(t)).toBeLessThan(mean(t - 1));
  expect(canvases!.shape).toEqual([T + 1, 28, 28]);
});
