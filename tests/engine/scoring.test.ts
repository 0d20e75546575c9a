/** Means over batches and how far they can be trusted. */
import { beforeAll, expect, test } from "vitest";
import { defaults } from "../../src/contract/params.ts";
import type { Subject } from "../../src/engine/measuring.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { createScoring, scoresOf } from "../../src/engine/scoring.ts";
import { useBackend } from "../../src/math/backend.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { normal } from "../../src/math/random.ts";
import { zeros } from "../../src/math/tensor.ts";
import { demo, program } from "../fixtures/toy.ts";

beforeAll(() => useBackend("wasm"));

const subject = (measure: AnyProgram["measure"]): Subject => ({
  demo,
  program: { ...program, measure } as AnyProgram,
  state: [],
  values: defaults(demo.params),
  data: {},
});

test("the interval is 1.96 standard errors to either side", async () => {
  let next = 0;
  const counting = subject({
    sample: () => ({ none: zeros([1]) }),
    evaluate: () => ({ distance: (next += 1) }),
  });
  // 1 to 20: mean 10.5, standard deviation √35 = 5.916, over √20 and times 1.96.
  expect(await scoresOf(counting, keyOf(1), 20)).toEqual({
    distance: { label: "distance", mean: 10.5, interval: [7.907, 13.09], batches: 20 },
  });
});

test("it covers the truth about 95 times in 100", async () => {
  const drawing = subject({
    sample: (_, __, key) => ({ z: normal(key, [4]) }),
    evaluate: ({ z }) => ({ distance: z!.data.reduce((sum, x) => sum + x, 0) / 4 }),
  });
  let covered = 0;
  for (let i = 0; i < 200; i++) {
    const { distance } = await scoresOf(drawing, fold(keyOf(5), i), 20);
    const [low, high] = distance!.interval!;
    if (low < 0 && high > 0) covered += 1;
  }
  // Student's is 7 % wider with 20 batches, so 93.5 % is expected: 187, give or take 3.5.
  expect(covered).toBeGreaterThanOrEqual(176);
  expect(covered).toBeLessThanOrEqual(197);
});

test("batches come one at a time", async () => {
  const scoring = createScoring(
    subject({ sample: () => ({ z: zeros([1]) }), evaluate: () => ({ distance: 1 }) }),
    keyOf(1),
    3,
  );
  expect(await scoring.next()).toBeNull();
  expect(await scoring.next()).toBeNull();
  expect(await scoring.next()).toMatchObject({ distance: { batches: 3 } });
});

test("a test set has one batch, whose examples give the interval", async () => {
  const fixed = subject({
    fixed: true,
    sample: () => ({ z: zeros([1]) }),
    evaluate: () => ({ distance: [0, 0, 1, 1] }),
  });
  expect(await scoresOf(fixed, keyOf(1), 20)).toEqual({
    distance: { label: "distance", mean: 0.5, interval: [-0.0658, 1.066], batches: 1, examples: 4 },
  });
});
