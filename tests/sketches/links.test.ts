/** Links, receipts and claims of the sketches: what a reader takes along comes out the same elsewhere, bit for bit. */
import { beforeAll, describe, expect, test } from "vitest";
import { readClaim } from "../../src/claims/claim.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { defaults, fromWire, toWire, type Wire } from "../../src/contract/params.ts";
import type { Snapshot } from "../../src/contract/view.ts";
import { readSetup, writeSetup } from "../../src/contract/url.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import { verdictOf } from "../../src/figure/verify.ts";
import { useBackend } from "../../src/math/backend.ts";
import { digestOf } from "../../src/receipts/digest.ts";
import { readReceipt, writeReceipt } from "../../src/receipts/receipt.ts";
import { judge } from "../../scripts/claims/judge.ts";
import { runsOfClaim } from "../../scripts/claims/schedule.ts";
import { finishedRun } from "../../scripts/repro/finished-run.ts";
import { targetOf } from "../../scripts/repro/target.ts";
import { endsOf } from "../fixtures/every-demo/settings.ts";
import { openingOf, usualOf, type Found } from "../fixtures/every-demo/found.ts";
import { harness, kept, until } from "../fixtures/page-harness.ts";
import { sketches } from "./found-sketches.ts";

const VERSION = "0123456789";
const demos = Object.fromEntries(sketches.map(({ id, demo }) => [id, demo]));
const found = (id: string): Found => sketches.find((each) => each.id === id)!;

beforeAll(async () => {
  await useBackend("wasm");
});

/** What the last value of each parameter's ends gives, as text. */
const lastEnds = (demo: Demo): Wire =>
  toWire(
    demo.params,
    Object.fromEntries(Object.entries(demo.params).map(([name, p]) => [name, endsOf(p).at(-1)])),
  );

test.each(sketches)(
  "$id: a link with every setting changed is what repro is asked for",
  ({ demo }) => {
    const { values } = fromWire(demo.params, lastEnds(demo));
    const query = writeSetup(demo, { values, seed: 3 });
    const [paper, slug] = demo.id.split("/");
    const link = `https://site.example/${paper}/${query}#${slug}`;
    // Mail programs and messengers cut longer ones.
    expect(link.length).toBeLessThan(2000);
    const target = targetOf(link, Object.values(demos));
    expect(target).toMatchObject({ demo: { id: demo.id }, seed: 3, params: lastEnds(demo) });
  },
);

test.each(sketches)(
  "$id: what the page computes from a link, repro computes, too",
  async (sketch) => {
    const { demo } = sketch;
    const setup = readSetup(demo, writeSetup(demo, { values: changedIn(demo), seed: 5 }));
    const run = kept(harness(sketch).client.open(demo, setup));
    const outputs = Object.keys(demo.outputs);
    run.watch(outputs);
    run.visible(true);
    const steps = demo.steps ? 3 : 0;
    if (demo.steps) for (let i = 0; i < steps; i++) run.stepOnce();
    else run.play();
    await until(run, ({ step, phase }) => step === steps && ["paused", "done"].includes(phase));
    const { curves } = run.snapshot();
    const params = toWire(demo.params, setup.values);
    const there = await finishedRun({ ...openingOf(sketch, params, 5), steps });
    expect(await digestOf(curves, steps)).toBe(there.digest);
    expect(plain(curves)).toEqual(plain(there.series));
  },
);

const plain = (curves: Snapshot["curves"]): unknown =>
  Object.fromEntries(
    Object.entries(curves).map(([name, { steps, values }]) => [name, [[...steps], [...values]]]),
  );

/** Values near the defaults: a slider a little off, a drawing with another pixel. */
function changedIn(demo: Demo): Readonly<Record<string, unknown>> {
  const changed = Object.entries(demo.params).flatMap(([name, param]) => {
    const { kind } = param.control;
    if (kind !== "drawings" && kind !== "points") return [];
    const { shape, data } = param.fallback as { shape: number[]; data: Float32Array };
    const next = data.map((x, i) => (i % 31 === 0 ? 1 - x : x));
    return [[name, param.parse(param.format({ shape, data: next })).value] as const];
  });
  return { ...defaults(demo.params), ...Object.fromEntries(changed) };
}

describe.each(sketches.filter(({ demo }) => demo.steps))("$id", (sketch) => {
  const { demo } = sketch;

  test("a receipt taken on a page is replayed on another and without one, to the same digest", async () => {
    const open = (): ReturnType<typeof kept> => {
      const run = kept(harness(sketch).client.open(demo, readSetup(demo, "")));
      run.watch(Object.keys(demo.outputs));
      run.visible(true);
      return run;
    };
    const live = Object.entries(demo.params).find(
      ([, { effect, control }]) => effect === "live" && control.kind === "slider",
    );
    const here = open();
    for (let i = 0; i < 4; i++) here.stepOnce();
    await until(here, ({ step }) => step === 4);
    if (live) {
      const [name, param] = live;
      here.input({ [name]: endsOf(param)[1] });
      here.commit({ [name]: endsOf(param)[0] });
    }
    for (let i = 0; i < 5; i++) here.stepOnce();
    await until(here, ({ step, phase }) => step === 9 && phase === "paused");
    const { seed, params, changes, step } = here.history();
    expect(changes.length > 0).toBe(live !== undefined);
    const digest = await digestOf(here.snapshot().curves, step);
    const start = { seed, params };
    const text = writeReceipt(demo, start, {
      version: VERSION,
      backend: "wasm",
      step,
      changes,
      digest,
    });
    const record = readReceipt(demo, start, text);
    if ("problem" in record) throw new Error(record.problem);

    const there = open();
    there.replay(start, record.receipt.changes, step);
    await until(there, ({ step: at, phase }) => at === step && phase !== "training");
    expect(await verdictOf(there, record.receipt, VERSION)).toMatchObject({ reproduced: true });

    const opening = { ...openingOf(sketch, params, seed), steps: step };
    const { series } = await runHeadless({ ...opening, changes: record.receipt.changes });
    expect(await digestOf(series, step)).toBe(digest);
    if (live) expect(await digestOf((await runHeadless(opening)).series, step)).not.toBe(digest);
  });
});

/** Computes a claim's runs and judges it. */
async function verdict(attributes: Readonly<Record<string, string>>) {
  const read = readClaim(attributes);
  if ("problem" in read) throw new Error(read.problem);
  const { claim } = read;
  const planned = runsOfClaim(claim, demos, {});
  const runs = await Promise.all(
    planned.map((sides) =>
      Promise.all(
        sides.map(async ({ demo, params, seed, steps }) => {
          const opening = openingOf(found(demo), { ...usualOf(demos[demo]!), ...params }, seed);
          const { series } = await finishedRun({ ...opening, steps });
          return { steps, series, lostAt: {}, seconds: 0 };
        }),
      ),
    ),
  );
  return judge(claim, runs, demos);
}

test("claims speak of demos without steps", async () => {
  expect(
    await verdict({ run: "draw/filterbank?N=3", expect: "numbers = 9 and ink < 1" }),
  ).toMatchObject({ holds: true });
  expect(await verdict({ run: "draw/filterbank?N=3", expect: "numbers > 9" })).toMatchObject({
    holds: false,
  });
});

test("claims speak of branches, also of two runs and with names that are no words", async () => {
  const branched = await verdict({
    run: "supcon/in-or-out",
    steps: "20",
    seeds: "2",
    expect: "in.loss < 4 and out.probe > 15",
    agree: "2/2",
  });
  expect(branched).toMatchObject({ holds: true, agree: [true, true] });
  expect(branched.measured.map(({ says }) => says).join(" ")).toMatch(/L_in/);
  const grid = await verdict({
    a: "wgan/stability",
    b: "wgan/stability?loss=gan",
    steps: "20",
    expect: "a.'alpha=0.003&nCritic=3'.em > 0 and b.'alpha=0.03&nCritic=1'.em > 0",
  });
  expect(grid).toMatchObject({ holds: true });
});
