/** What measures and outputs of a demo without steps share is made once, until a setting that it looked at changes. */
import { beforeAll, expect, test } from "vitest";
import { defaults, toWire } from "../../src/contract/params.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import { defineProgram } from "../../src/engine/program.ts";
import { useBackend } from "../../src/math/backend.ts";
import { mul } from "../../src/math/elementwise.ts";
import type { Key } from "../../src/math/key.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { normal } from "../../src/math/random.ts";
import { reshape } from "../../src/math/shape.ts";
import { ones, tensor, type Tensor } from "../../src/math/tensor.ts";
import { instant } from "../fixtures/kinds.ts";

beforeAll(() => useBackend("wasm"));

type State = { readonly unit: Tensor };

/** `made` counts how often the drawing was multiplied. */
function counted() {
  const made = { scaled: 0 };
  const program = defineProgram(instant, {
    init: (): State => ({ unit: ones([1, 2, 4]) }),
    shared: {
      scaled({ unit }: State, { gain }, key: Key) {
        made.scaled += 1;
        const noise = normal(key, [1, 2, 4]);
        return { unit, noise, picture: mul(mul(unit, noise), gain) };
      },
    },
    measure: {
      sample: (_, __, ___, { scaled }) => ({ picture: scaled().picture }),
      evaluate: ({ picture }) => ({ dark: picture.data[0]! }),
    },
    observe: (_, { ink, cut }, __, { scaled }) => ({
      picture: () => reshape(scaled().picture, [2, 4]),
      rows: () => tensor(new Float32Array(4 * Math.floor(cut)), [Math.floor(cut), 4]),
      seen: () => mul(scaled().unit, ink.data[0]!),
    }),
  });
  return { made, program };
}

const opened = (program: ReturnType<typeof counted>["program"], seed = 1) =>
  createRunner({
    demo: instant,
    program,
    params: toWire(instant.params, defaults(instant.params)),
    seed,
  });
const ALL = ["picture", "rows", "seen"];

test("one making serves measures and all outputs, and a change of what it did not look at needs no other", async () => {
  const { made, program } = counted();
  const runner = await opened(program);
  const before = await runner.observe(ALL);
  expect((await runner.series()).dark!.values[0]).toBe(before.picture!.data[0]);
  runner.set(1, { cut: "1" });
  runner.set(2, { ink: "AQ" });
  const after = await runner.observe(ALL);
  await runner.series();
  expect(made.scaled).toBe(1);
  expect(after.picture).toEqual(before.picture);
  expect(after.seen).not.toEqual(before.seen);
  runner.set(3, { gain: "3" });
  const [louder, series] = [await runner.observe(ALL), await runner.series()];
  expect(made.scaled).toBe(2);
  expect(louder.picture!.data[0]! / before.picture!.data[0]!).toBeCloseTo(3 / 2, 5);
  expect(series.dark!.values[0]).toBe(louder.picture!.data[0]);
  runner.close();
});

test("it is freed with its settings and at the end, but for what the state holds", async () => {
  const none = tensorCount();
  const { program } = counted();
  const runner = await opened(program);
  await runner.observe(ALL);
  const once = tensorCount();
  for (const gain of ["3", "4", "2"]) {
    runner.set(1, { gain });
    await runner.series();
    await runner.observe(ALL);
    expect(tensorCount()).toBe(once);
  }
  runner.close();
  expect(tensorCount()).toBe(none);
});

test("what it draws is the run’s: the same each time, another with another seed", async () => {
  const pictures = [];
  for (const seed of [1, 1, 2]) {
    const runner = await opened(counted().program, seed);
    pictures.push((await runner.observe(ALL)).picture);
    runner.close();
  }
  expect(pictures[1]).toEqual(pictures[0]);
  expect(pictures[2]).not.toEqual(pictures[0]);
});

test("a view setting is refused, since measures would depend on it", async () => {
  const program = defineProgram(instant, {
    ...counted().program,
    shared: {
      scaled: (_: State, { cut }) => ({ unit: ones([1]), noise: ones([1]), picture: ones([cut]) }),
    },
  });
  await expect(opened(program)).rejects.toThrow("“cut” is a view setting");
});
