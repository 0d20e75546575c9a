/** Codes that digits share, and how spread codes are, with the shipped weights. */
import { beforeAll, expect, test } from "vitest";
import { publicFiles } from "../../../scripts/checkout/public-file.ts";
import type { ValuesOf } from "../../../src/contract/demo.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { COUNT, demo, PLACES, SHEET, T } from "../../../src/papers/draw/generate/demo.ts";
import { program } from "../../../src/papers/draw/generate/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const SIZE = 28 ** 2;

type Settings = Partial<ValuesOf<typeof demo>>;

async function run(settings: Settings) {
  return runHeadless({
    demo,
    program,
    params: toWire(demo.params, { ...defaults(demo.params), ...settings }),
    seed: DEFAULT_SEED,
    files: publicFiles,
    steps: 0,
    outputs: Object.keys(demo.outputs),
  });
}

async function drawn(settings: Settings) {
  const { series, outputs } = await run(settings);
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

const pictureOf = (data: Float32Array, i: number): number[] => [
  ...data.subarray(i * SIZE, (i + 1) * SIZE),
];

test("a sheet begins with the five, at whichever step it is shown", async () => {
  const { after } = await drawn({});
  for (const shown of [0, 4, T]) {
    const { sheet } = (await run({ picture: "sheet", shown })).outputs;
    expect(sheet!.shape).toEqual([SHEET, 28, 28]);
    pictureOf(sheet!.data, 1).forEach((p, i) => expect(p).toBeCloseTo(after(1, shown)[i]!, 5));
  }
});

test("logits and changes are those of the chances", async () => {
  const { after } = await drawn({});
  const { canvases } = (await run({ look: "change" })).outputs;
  const logits = (await run({ look: "logit" })).outputs.canvases!;
  const [now, before] = [after(0, 3), after(0, 2)];
  pictureOf(canvases!.data, 3).forEach((change, i) =>
    expect(change).toBeCloseTo(now[i]! - before[i]!, 5),
  );
  pictureOf(logits.data, 3).forEach((logit, i) =>
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(now[i]!, 3),
  );
});

test("a way goes from one of two digits to the other; codes keep their length on the circle alone", async () => {
  const { after } = await drawn({});
  const lengths = async (way: "circle" | "line"): Promise<Float32Array> => {
    const { outputs } = await run({ picture: "between", way });
    const last = (k: number): number[] => pictureOf(outputs.between!.data, k);
    after(0, T).forEach((p, i) => expect(last(0)[i]).toBeCloseTo(p, 4));
    after(1, T).forEach((p, i) => expect(last(PLACES - 1)[i]).toBeCloseTo(p, 4));
    expect(last(5)).not.toEqual(last(0));
    return outputs.lengths!.data;
  };
  const [circle, line] = [await lengths("circle"), await lengths("line")];
  // 200 numbers of deviation 1 have a length of √200 to within a few hundredths.
  for (const length of circle) expect(Math.abs(length - 1)).toBeLessThan(0.2);
  expect(line[5]! / line[0]!).toBeLessThan(0.8);
});
