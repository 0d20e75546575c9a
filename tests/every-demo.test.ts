/** What is true of every demo that the site finds, now and later. Real wasm, few steps. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Demo } from "../src/contract/demo.ts";
import { asksForWeights, weightsFile } from "../src/contract/trained.ts";
import { defaults, fromWire, toWire, type Wire } from "../src/contract/params.ts";
import { publicFile } from "../scripts/checkout/public-file.ts";
import { gatherAssets } from "../src/engine/assets.ts";
import { runHeadless } from "../src/engine/headless.ts";
import { createRunner } from "../src/engine/runner.ts";
import { POSTER_DIGITS, type PosterFile } from "../src/engine/page/poster.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { useBackend } from "../src/math/backend.ts";
import { tensorCount } from "../src/math/memory.ts";

const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts", { eager: true });
const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts", {
  eager: true,
});
const posters = import.meta.glob<{ default: PosterFile }>("../src/papers/*/*/poster.json", {
  eager: true,
});
const found = Object.entries(demos).map(([path, { demo }]) => ({
  id: demo.id,
  folder: path.replace("../src/papers/", "").replace("/demo.ts", ""),
  demo,
  program: programs[path.replace("demo.ts", "program.ts")]!.program,
  posters: posters[path.replace("demo.ts", "poster.json")]?.default.posters ?? [],
}));

beforeAll(async () => {
  await useBackend("wasm");
});

test("there are demos", () => {
  expect(found.length).toBeGreaterThan(0);
  expect(Object.keys(programs)).toHaveLength(found.length);
});

describe.each(found)("$id", ({ demo, program, posters: pictures, folder }) => {
  const usual = toWire(demo.params, defaults(demo.params));
  const opening = { demo, program, params: usual, seed: 1 };

  test("is declared completely", () => {
    expect(demo.id).toBe(folder);
    expect(demo.question).toMatch(/\?$/);
    const series = { ...demo.metrics, ...demo.measures };
    for (const { chart } of Object.values(series))
      expect(Object.keys(demo.charts)).toContain(chart);
    expect(Object.keys(demo.metrics).filter((name) => Object.hasOwn(demo.measures, name))).toEqual(
      [],
    );
    for (const { label, help } of Object.values(demo.params)) {
      expect(label.length).toBeGreaterThan(0);
      expect(help).toMatch(/\.$/);
    }
  });

  test("every parameter reads back what it writes, at its default and at its ends", () => {
    for (const param of Object.values(demo.params)) {
      const { control, fallback } = param;
      const ends =
        control.kind === "slider"
          ? [control.min, control.max]
          : control.kind === "choice"
            ? control.options.map(({ value }) => value)
            : [true, false];
      for (const value of [fallback, ...ends]) {
        expect(param.parse(param.format(value))).toEqual({ value });
      }
    }
  });

  test("every preset and the repair name parameters in range", () => {
    const sets = [...Object.values(demo.presets).map(({ values }) => values), demo.recovery.values];
    for (const values of sets) {
      const wire = toWire(demo.params, values);
      expect(Object.keys(wire)).toEqual(Object.keys(values));
      expect(fromWire(demo.params, wire)).toEqual({
        values: { ...defaults(demo.params), ...values },
        problems: [],
      });
    }
  });

  test("its trained weights are declared with settings that it has, and a way to do without", () => {
    const { weights } = demo;
    if (!weights) return;
    for (const values of [weights.when, weights.fits, weights.instead.values]) {
      expect(Object.keys(toWire(demo.params, values))).toEqual(Object.keys(values));
      expect(fromWire(demo.params, toWire(demo.params, values)).problems).toEqual([]);
    }
    const mended = { ...weights.when, ...weights.fits, ...weights.instead.values };
    expect(weightsFile(demo, { ...weights.when, ...weights.fits })).toBe(weights.file);
    expect(weightsFile(demo, mended)).toBeUndefined();
    expect(asksForWeights(demo, defaults(demo.params))).toBe(false);
  });

  test("trains with finite metrics, measures and outputs of the shapes declared", async () => {
    const outputs = Object.keys(demo.outputs);
    const result = await runHeadless({ ...opening, steps: demo.measureEvery, outputs });
    for (const name of Object.keys(demo.metrics)) {
      expect(result.series[name]!.values.length).toBe(demo.measureEvery);
    }
    for (const name of Object.keys(demo.measures)) {
      expect([...result.series[name]!.steps]).toEqual([0, demo.measureEvery]);
    }
    for (const { values } of Object.values(result.series))
      expect(values.every(Number.isFinite)).toBe(true);
    for (const [name, { shape, data }] of Object.entries(result.outputs)) {
      expect(`[${shape.join(", ")}]`).toBe(demo.outputs[name]!.shape);
      expect(data.every(Number.isFinite)).toBe(true);
    }
  });

  test("the same seed gives the same bits, another seed other ones", async () => {
    const steps = 8;
    const first = await runHeadless({ ...opening, steps });
    expect(await runHeadless({ ...opening, steps })).toEqual(first);
    expect((await runHeadless({ ...opening, seed: 2, steps })).series).not.toEqual(first.series);
  });

  test.each(Object.entries(demo.presets).map(([name, { values }]) => ({ name, values })))(
    "preset $name runs, and keeps as many tensors at the end as after its first steps",
    async ({ values }) => {
      const params: Wire = { ...usual, ...toWire(demo.params, values) };
      const before = tensorCount();
      const assets = await gatherAssets(demo, params, publicFile);
      const runner = await createRunner({ ...opening, params, assets });
      const counts: number[] = [];
      for (let i = 1; i <= 2 * demo.measureEvery; i++) {
        await runner.advance();
        if (i === demo.measureEvery || i === 2 * demo.measureEvery) {
          await runner.series();
          await runner.observe(Object.keys(demo.outputs));
          counts.push(tensorCount());
        }
      }
      expect(counts[1]).toBe(counts[0]);
      runner.close();
      expect(tensorCount()).toBe(before);
    },
  );

  test("its precomputed pictures are of its presets, and of this very code", async () => {
    const presets = Object.values(demo.presets).map(({ values }) => values);
    expect(pictures.map(({ params }) => params)).toEqual(
      presets.map((values) => ({ ...usual, ...toWire(demo.params, values) })),
    );
    const shown = (value: number): number => Number(value.toPrecision(POSTER_DIGITS));
    for (const { params, seed, series } of pictures) {
      const assets = await gatherAssets(demo, params, publicFile);
      const run = await runHeadless({ demo, program, params, seed, assets, steps: 50 });
      for (const [name, { steps, values }] of Object.entries(series)) {
        const early = steps.filter((step) => step <= 50);
        expect(early.length).toBeGreaterThan(1);
        const { steps: all, values: now } = run.series[name]!;
        expect(values.slice(0, early.length)).toEqual(
          early.map((step) => shown(now[all.indexOf(step)]!)),
        );
      }
    }
  });

  test("replayed steps equal plain ones bit for bit over 50 steps, also after a live change", async () => {
    const live = Object.entries(demo.params).find(
      ([, { effect, control }]) => effect === "live" && control.kind === "slider",
    );
    const changed: Wire = {};
    if (live) {
      const [name, { control, format }] = live;
      if (control.kind === "slider") Object.assign(changed, { [name]: format(control.min) });
    }
    const after = async (replay: boolean): Promise<unknown> => {
      const runner = await createRunner({ ...opening, replay });
      runner.set(1, changed, 25);
      const modes: boolean[] = [];
      for (let i = 0; i < 50; i++) {
        await runner.advance();
        modes.push(runner.mode().replaying);
      }
      expect(runner.mode().obstacle === null).toBe(replay);
      expect(modes.filter(Boolean).length).toBeGreaterThanOrEqual(replay ? 40 : 0);
      expect(modes.some(Boolean)).toBe(replay);
      const outputs = await runner.observe(Object.keys(demo.outputs));
      const series = await runner.series();
      runner.close();
      return { series, outputs };
    };
    expect(await after(true)).toEqual(await after(false));
  });

  test("live parameters change a run at once, and only from then on", async () => {
    const live = Object.entries(demo.params).filter(
      ([, { effect, control }]) => effect === "live" && control.kind === "slider",
    );
    for (const [name, { control, format }] of live) {
      if (control.kind !== "slider") continue;
      const other = usual[name] === format(control.min) ? control.max : control.min;
      const changes = [{ step: 3, params: { [name]: format(other) } }];
      const changed = await runHeadless({ ...opening, steps: 6, changes });
      const plain = await runHeadless({ ...opening, steps: 6 });
      const [a, b] = [changed, plain].map(({ series }) =>
        Object.keys(demo.metrics).map((metric) => [...series[metric]!.values]),
      );
      expect(a!.map((values) => values.slice(0, 3))).toEqual(
        b!.map((values) => values.slice(0, 3)),
      );
      expect(a, name).not.toEqual(b);
    }
  });
});
