/** Live changes: what a recorded step reads from the heap changes under it, anything else has it recorded anew. */
import { beforeAll, expect, test } from "vitest";
import { defaults, toWire, type Wire } from "../../src/contract/params.ts";
import { defineProgram } from "../../src/engine/program.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import type { Runner } from "../../src/engine/runner.ts";
import { createSettings } from "../../src/engine/settings.ts";
import { useBackend } from "../../src/math/backend.ts";
import { mul, sub } from "../../src/math/elementwise.ts";
import { read, tensorCount } from "../../src/math/memory.ts";
import { reshape } from "../../src/math/shape.ts";
import { demo as wgan } from "../../src/papers/wgan/ring/demo.ts";
import { program as wganProgram } from "../../src/papers/wgan/ring/program.ts";
import { demo, program } from "../fixtures/toy.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const advance = async (runner: Runner, steps: number): Promise<void> => {
  for (let i = 0; i < steps; i++) await runner.advance();
};

/** Steps before, between and after changes, replayed and plain: the same curves; and whether it replayed right after each. */
async function both(
  opening: Omit<Parameters<typeof createRunner>[0], "seed">,
  changes: readonly Wire[],
): Promise<boolean[]> {
  const replaying: boolean[] = [];
  const curves = [];
  for (const replay of [true, false]) {
    const runner = await createRunner({ ...opening, seed: 3, replay });
    await advance(runner, 6);
    if (replay) expect(runner.mode()).toEqual({ replaying: true, obstacle: null });
    for (const [i, params] of changes.entries()) {
      runner.set(i + 1, params);
      if (replay) replaying.push(runner.mode().replaying);
      await advance(runner, 6);
    }
    curves.push(await runner.series());
    runner.close();
  }
  expect(curves[0]).toEqual(curves[1]);
  return replaying;
}

test("WGAN: rate and bound change under the recorded step, batch size and critic steps don't", async () => {
  const params = toWire(wgan.params, { ...defaults(wgan.params), hidden: 8, m: 16 });
  const changes: Wire[] = [
    { alpha: "0.01" },
    { c: "0.05" },
    { alpha: "0.001", c: "0.5" },
    { m: "24" },
  ];
  const opening = { demo: wgan, program: wganProgram, params };
  expect(await both(opening, [...changes, { nCritic: "2" }, { nCritic: "2", c: "0.2" }])).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
});

test("a number that is used as a plain one has the step recorded anew", async () => {
  const params = toWire(demo.params, defaults(demo.params));
  expect(await both({ demo, program, params }, [{ rate: "0.2" }])).toEqual([false]);
});

test("a branch on a plain number is seen, though the same number serves as a tensor too", async () => {
  const params = toWire(demo.params, defaults(demo.params));
  const branching = defineProgram(demo, {
    ...program,
    step({ w }, plain, _key, { rate }) {
      const slope = plain.rate > 0.5 ? mul(w, w) : w;
      return { state: { w: sub(w, mul(slope, rate)) }, metrics: { loss: reshape(w, []) } };
    },
  });
  const opening = { demo, program: branching, params };
  expect(await both(opening, [{ rate: "0.7" }, { rate: "0.6" }])).toEqual([false, false]);
});

test.each(["wasm", "cpu"] as const)("on %s scalars follow their values", async (backend) => {
  await useBackend(backend);
  const before = tensorCount();
  const settings = createSettings({}, { a: 1, b: 2, name: "x" });
  expect(Object.keys(settings.scalars)).toEqual(["a", "b", "t"]);
  const { a } = settings.scalars;
  expect(tensorCount()).toBe(before + 1);
  expect((await read(a!)).data[0]).toBe(1);
  expect(settings.change({ a: 3, b: 4, name: "y" })).toBe(false);
  expect((await read(settings.scalars.a!)).data[0]).toBe(3);
  expect((await read(settings.scalars.b!)).data[0]).toBe(4);
  expect({ ...settings.values }).toEqual({ a: 3, b: 4, name: "y" });
  expect(settings.change({ a: 3, b: 4, name: "y" })).toBe(false);
  expect(settings.change({ a: 3, b: 5, name: "y" })).toBe(true);
  settings.count(7);
  expect((await read(settings.scalars.t)).data[0]).toBe(7);
  settings.count(8);
  expect((await read(settings.scalars.t)).data[0]).toBe(8);
  settings.free();
  expect(tensorCount()).toBe(before);
  await useBackend("wasm");
});
