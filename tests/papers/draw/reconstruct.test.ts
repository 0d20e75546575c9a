/** What the shipped weights make of the drawings that readers meet, and what the figure says of it. */
import { beforeAll, expect, test } from "vitest";
import { publicFiles } from "../../../scripts/checkout/public-file.ts";
import type { NDArray } from "../../../src/contract/array.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { demo, T } from "../../../src/papers/draw/reconstruct/demo.ts";
import { program } from "../../../src/papers/draw/reconstruct/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const PIXELS = 784;
const [FIVE, LETTER, BLANK] = [{}, demo.presets.letter.values, demo.presets.own.values];
type Settings = { readonly x?: NDArray; readonly noise?: number };

async function copied(settings: Settings) {
  const { series, outputs } = await runHeadless({
    demo,
    program,
    params: toWire(demo.params, { ...defaults(demo.params), ...settings }),
    seed: DEFAULT_SEED,
    files: publicFiles,
    steps: 0,
    outputs: ["canvases", "reading"],
  });
  const number = (name: string): number => series[name]!.values.at(-1)!;
  return { number, ...(outputs as Record<"canvases" | "reading", NDArray>) };
}

const ofStep = ({ data }: NDArray, t: number, size: number): number[] => [
  ...data.subarray(t * size, (t + 1) * size),
];

test("the first look is the same for every picture, the second is not", async () => {
  const [five, letter] = await Promise.all([copied(FIVE), copied(LETTER)]);
  expect(ofStep(five.reading, 0, 4)).toEqual(ofStep(letter.reading, 0, 4));
  expect(ofStep(five.reading, 1, 4)).not.toEqual(ofStep(letter.reading, 1, 4));
});

test("the error and the image’s nats are those of the canvases that are shown", async () => {
  const { canvases, number } = await copied(FIVE);
  const x = Array.from(demo.params.x.fallback.data, (ink) => Number(ink >= 0.5));
  for (const [t, name] of [
    [0, "wrong"],
    [T, "left"],
  ] as const) {
    const wrong = ofStep(canvases, t, PIXELS).map((p, i) => Math.abs(x[i]! - p));
    expect(number(name)).toBeCloseTo(
      wrong.reduce((sum, each) => sum + each, 0),
      3,
    );
  }
  const likely = ofStep(canvases, T, PIXELS).map((p, i) => (x[i] === 1 ? p : 1 - p));
  const nats = likely.reduce((sum, p) => sum - Math.log(p), 0);
  expect(number("Lx")).toBeCloseTo(nats, 2);
});

test("a letter is copied; an empty page stays nearly empty", async () => {
  const [letter, blank] = [await copied(LETTER), await copied(BLANK)];
  expect(letter.number("left")).toBeLessThan(letter.number("wrong") / 3);
  expect(blank.number("left")).toBeLessThan(blank.number("wrong") / 5);
  expect([letter.number("ink") > 50, blank.number("ink")]).toEqual([true, 0]);
});

test("a letter costs more nats than a digit, over several draws of the noise", async () => {
  const mean = async (settings: Settings): Promise<number> => {
    let sum = 0;
    for (let noise = 0; noise < 6; noise++) {
      const { number } = await copied({ ...settings, noise });
      sum += number("Lx") + number("Lz");
    }
    return sum / 6;
  };
  expect(await mean(LETTER)).toBeGreaterThan(1.1 * (await mean(FIVE)));
});
