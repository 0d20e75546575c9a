/** Codes that digits share, and how spread codes are, with the shipped weights. */
import { beforeAll, expect, test } from "vitest";
import { publicFiles } from "../../../scripts/checkout/public-file.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { COUNT, demo, SIDE, T } from "../../../src/papers/draw/generate/demo.ts";
import { program } from "../../../src/papers/draw/generate/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const SIZE = SIDE ** 2;

async function drawn(settings: { readonly fresh?: number; readonly heat?: number }) {
  const { series, outputs } = await runHeadless({
    demo,
    program,
    params: toWire(demo.params, { ...defaults(demo.params), ...settings }),
    seed: DEFAULT_SEED,
    files: publicFiles,
    steps: 0,
    outputs: ["canvases"],
  });
  const { data } = outputs.canvases!;
  const after = (k: number, t: number): number[] => {
    const from = (k * (T + 1) + t) * SIZE;
    return [...data.subarray(from, from + SIZE)];
  };
  return { after, apart: series.apart!.values.at(-1)! };
}

test("the five are one digit until their own codes begin, and five from then on", async () => {
  const { after } = await drawn({ fresh: 4 });
  for (let k = 1; k < COUNT; k++) {
    expect(after(k, 3)).toEqual(after(0, 3));
    expect(after(k, 4)).not.toEqual(after(0, 4));
  }
  const { after: free } = await drawn({});
  expect(after(0, T)).toEqual(free(0, T));
  expect(free(1, 1)).not.toEqual(free(0, 1));
});

test("with no spread all codes are zero, and all digits the same; the more they share, the nearer they end", async () => {
  const [none, early, late] = [
    await drawn({ heat: 0 }),
    await drawn({ fresh: 4 }),
    await drawn({ fresh: 8 }),
  ];
  expect(none.apart).toBe(0);
  expect(none.after(1, T)).toEqual(none.after(0, T));
  expect(late.apart).toBeLessThan(early.apart);
});
