/** The very bits of the first steps, as a file that the browser test compares with too: same seed, same bits, wherever it runs. */
import { beforeAll, expect, test } from "vitest";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { demo } from "../../../src/papers/wgan/ring/demo.ts";
import { program } from "../../../src/papers/wgan/ring/program.ts";
import { bitsOf } from "../../fixtures/bits.ts";

const STEPS = 50;

beforeAll(async () => {
  await useBackend("wasm");
});

test("the first losses of the default run", async () => {
  const params = toWire(demo.params, defaults(demo.params));
  const { series } = await runHeadless({ demo, program, params, seed: DEFAULT_SEED, steps: STEPS });
  const text = bitsOf(series.estimate!.values, series.generator!.values);
  await expect(text).toMatchFileSnapshot("../../fixtures/ring-losses.txt");
});
