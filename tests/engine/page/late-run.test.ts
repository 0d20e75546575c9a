/** A run whose engine comes with the first touch. */
import { expect, test, vi } from "vitest";
import type { Demo } from "../../../src/contract/demo.ts";
import { toWire } from "../../../src/contract/params.ts";
import { readSetup } from "../../../src/contract/url.ts";
import type { Snapshot } from "../../../src/contract/view.ts";
import { idleSnapshot } from "../../../src/engine/page/idle-snapshot.ts";
import type { Client } from "../../../src/engine/page/client.ts";
import { lateRun } from "../../../src/engine/page/late-run.ts";
import { readPosters, type PosterFile } from "../../../src/engine/page/poster.ts";
import { harness, kept, until } from "../../fixtures/page-harness.ts";
import { demo as toy, setup } from "../../fixtures/toy.ts";

const demos = import.meta.glob<{ demo: Demo }>("../../../src/papers/*/*/demo.ts", { eager: true });
const posters = import.meta.glob<{ default: PosterFile }>("../../../src/papers/*/*/poster.json", {
  eager: true,
});

test("before the engine is there a run shows what the engine would show", () => {
  const { client } = harness();
  for (const [path, { demo }] of Object.entries(demos)) {
    const own = readPosters(
      posters[path.replace("demo.ts", "poster.json")]?.default ?? { posters: [] },
    );
    for (const query of ["", `?${demo.id.split("/")[1]}.seed=7`]) {
      const asked = readSetup(demo, query);
      const engine = kept(client.open(demo, asked, own));
      expect(idleSnapshot(demo, asked, own)).toEqual(engine.snapshot());
    }
  }
  expect(idleSnapshot(toy, setup, [])).toEqual(kept(client.open(toy, setup)).snapshot());
});

/** A run whose engine comes when the test says so. */
function late() {
  const { client, spawned } = harness();
  let arrived: Client | undefined;
  let end: { come(): void; fail(): void } = { come() {}, fail() {} };
  const fetched = vi.fn<() => Promise<Client>>(
    () =>
      new Promise<Client>((resolve, reject) => {
        end = {
          come: () => resolve((arrived = client)),
          fail: () => reject(new Error("offline")),
        };
      }),
  );
  const run = kept(lateRun(toy, setup, [], { present: () => arrived, fetched }));
  const heard = vi.fn<() => void>();
  run.subscribe(heard);
  return { run, heard, fetched, spawned, come: () => end.come(), fail: () => end.fail() };
}

test("being seen fetches nothing; the first touch does, and all touches act in their order", async () => {
  const { run, heard, fetched, come } = late();
  run.watch(["weight"]);
  run.visible(true);
  run.limit(200);
  expect(run.history()).toMatchObject({ seed: 1, changes: [], step: 0 });
  expect(await run.save()).toBeNull();
  expect([fetched.mock.calls.length, heard.mock.calls.length]).toEqual([0, 0]);
  run.commit({ rate: 0.2 });
  run.reseed(5);
  run.play();
  expect(fetched).toHaveBeenCalledTimes(1);
  // The control that was moved and the address show it at once.
  expect(run.snapshot()).toMatchObject({ phase: "idle", seed: 1, values: { rate: 0.2 } });
  // And the figure what it waits for.
  expect(run.snapshot().loading).toEqual({ loaded: 0, total: 0, engine: true });
  come();
  await until(run, ({ step }) => step > 3);
  expect(run.snapshot()).toMatchObject({ seed: 5, values: { rate: 0.2 } });
  expect(run.snapshot().outputs.weight!.data.length).toBe(1);
  // 200 steps a second: far from its end.
  expect(run.snapshot().step).toBeLessThan(250);
  expect(fetched).toHaveBeenCalledTimes(1);
});

test("an engine that does not come is a fault with a sentence, and the next press asks again", async () => {
  const { run, fetched, fail, come, spawned } = late();
  run.commit({ rate: 0.2 });
  run.play();
  fail();
  await until(run, ({ phase }) => phase === "fault");
  expect(run.snapshot().fault!.message).toMatch(/could not be fetched/);
  expect(run.snapshot().loading).toBeNull();
  run.play();
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(run.snapshot()).toMatchObject({ phase: "idle", fault: null, values: { rate: 0.2 } });
  come();
  await until(run, ({ phase }) => phase === "done");
  expect([run.snapshot().fault, spawned()]).toEqual([null, 1]);
  expect(run.snapshot().values).toMatchObject({ rate: 0.2 });
});

test("a run that is closed before its engine comes never begins", async () => {
  const { run, come, spawned } = late();
  run.play();
  run.close();
  come();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(spawned()).toBe(0);
});

/** What a picture and its words are drawn from, and with which settings. */
const looks = (
  { params }: Demo,
  { outputs, stale, computedWith, answered, precomputed }: Snapshot,
) => ({ outputs, stale, answered, precomputed, with: toWire(params, computedWith) });

test("while the engine is on its way, the picture is never one of settings that it was not computed with", () => {
  const untold = { present: () => undefined, fetched: () => new Promise<Client>(() => {}) };
  for (const [path, { demo }] of Object.entries(demos)) {
    const own = readPosters(
      posters[path.replace("demo.ts", "poster.json")]?.default ?? { posters: [] },
    );
    const asked = readSetup(demo, "");
    const { client } = harness();
    for (const { values } of Object.values(demo.presets ?? {})) {
      const run = lateRun(demo, asked, own, untold);
      run.commit(values);
      const engine = kept(client.open(demo, asked, own));
      engine.commit(values);
      // As with an engine that is there and has not computed yet.
      expect(looks(demo, run.snapshot())).toEqual(looks(demo, engine.snapshot()));
    }
  }
});
