/** What the pictures are drawn from before a run, and between two. */
import { expect, test } from "vitest";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { idleSnapshot } from "../../../src/engine/page/idle-snapshot.ts";
import type { Poster } from "../../../src/engine/page/poster.ts";
import type { RunEvent } from "../../../src/engine/page/run-event.ts";
import type { RunState } from "../../../src/engine/page/run-state.ts";
import { instant } from "../../fixtures/kinds.ts";
import {
  machine,
  paused,
  one,
  frame,
  kinds,
  turn,
  play,
  commit,
  input,
} from "../../fixtures/run-machine.ts";
import { demo as ring } from "../../../src/papers/wgan/ring/demo.ts";
import { demo as toy, setup } from "../../fixtures/toy.ts";

const poster = (values: Record<string, string>, at: number): Poster => ({
  params: { rate: "0.1", start: "near", grid: "off", ...values },
  seed: 1,
  step: 300,
  series: {},
  outputs: { weight: one(at) },
});
const weight = (state: RunState): number | undefined => state.shown?.outputs.weight?.data[0];

test("before the first run the poster of the settings shows, else the last one, which is stale", () => {
  const run = machine(toy, [poster({}, 1), poster({ start: "far" }, 2)]);
  const looks = () => [weight(run.state()), run.stale(), run.state().shown?.poster !== null];
  expect(looks()).toEqual([1, false, true]);
  run.tell(input({ start: "far" }));
  expect(looks()).toEqual([2, false, true]);
  run.tell(input({ rate: 0.5 }));
  expect(looks()).toEqual([2, true, true]);
  run.tell(commit({ rate: 0.1, grid: true }));
  // Of the same training; only the picture that is asked for is another.
  expect(looks()).toEqual([2, true, true]);
  run.tell(commit({ grid: false }));
  expect(looks()).toEqual([2, false, true]);
  run.tell({ type: "reseed", seed: 9 });
  expect(looks()).toEqual([2, true, true]);
  expect(weight(machine(toy, [poster({}, 1)], { rate: 3 }).state())).toBe(1);
});

test("what only redraws leaves the poster, and takes its words", () => {
  const grid = { ...toy.params.grid, redraws: true } as const;
  const demo = { ...toy, params: { ...toy.params, grid } };
  const built = { ...poster({}, 1), finding: "It falls." };
  const said = (values: Readonly<Record<string, unknown>>) =>
    idleSnapshot(demo, { ...setup, values }, [built]);
  expect(said({})).toMatchObject({ stale: false, answered: "It falls." });
  expect(said({ grid: true })).toMatchObject({ stale: false, answered: undefined });
});

test("what only redraws leaves the picture of a run, which it is drawn anew from at once", () => {
  const grid = { ...toy.params.grid, redraws: true } as const;
  const run = machine({ ...toy, params: { ...toy.params, grid } });
  run.told(play, turn, frame(5));
  run.tell(commit({ grid: true }));
  expect(run.stale()).toBe(false);
  run.tell(commit({ rate: 0.5 }));
  expect(run.stale()).toBe(true);
});

test("a setting that does nothing here leaves the poster", () => {
  const wire = toWire(ring.params, { ...defaults(ring.params), loss: "gan" });
  const gan: Poster = { ...poster({}, 1), params: wire };
  const run = machine(ring, [gan], { loss: "gan", c: 0.5 });
  expect([run.state().shown?.poster, run.stale()]).toEqual([gan, false]);
  run.tell(commit({ c: 0.2 }));
  expect([run.state().shown?.poster, run.stale()]).toEqual([gan, false]);
  run.tell(commit({ loss: "wgan" }));
  expect(run.stale()).toBe(true);
});

test("what is shown says which settings it was computed with, where they are not the present ones", () => {
  const at = (values: object) =>
    idleSnapshot(toy, { ...setup, values: { ...defaults(toy.params), ...values } }, [
      poster({}, 1),
    ]);
  expect(at({}).computedWith).toEqual(at({}).values);
  expect(at({ rate: 3 }).computedWith).toMatchObject({ rate: 0.1 });
});

test("a reset goes back to the poster of the settings; where there is none, to step 0", () => {
  const run = machine(toy, [poster({}, 1)]);
  run.told(play, turn, frame(5, { outputs: { weight: one(4) } }));
  run.tell({ type: "reset" });
  expect([run.state().begun, weight(run.state()), run.stale()]).toEqual([false, 1, false]);
  run.told(commit({ start: "far" }), play, turn, frame(5, { outputs: { weight: one(4) } }));
  run.tell({ type: "reset" });
  expect([run.state().begun, weight(run.state())]).toEqual([true, 4]);
});

test("without steps seeds mean nothing to a poster", () => {
  const of = (gain: string): Poster => ({
    params: { ink: "8A", gain, cut: "2" },
    seed: 0,
    step: 0,
    series: {},
    outputs: { picture: one(Number(gain)) },
  });
  const run = machine(instant, [of("2"), of("3")], { gain: 3 });
  run.tell({ type: "reseed", seed: 9 });
  expect(run.state().shown!.outputs).toEqual({ picture: one(3) });
  expect(run.stale()).toBe(false);
});

test("pictures stay until the first frame of the new run, whatever begins it", () => {
  const starts: readonly [RunEvent, boolean][] = [
    [{ type: "reset" }, false],
    [{ type: "reseed", seed: 4 }, true],
    [commit({ start: "far" }), true],
    [{ type: "replay", start: { seed: 1, params: { rate: "0.3" } }, changes: [], until: 9 }, true],
  ];
  for (const [event, stale] of starts) {
    const run = paused(7);
    expect(weight(run.state())).toBe(7);
    expect(kinds(run.tell(event))).toContain("forget");
    expect([weight(run.state()), run.stale(), run.phase()]).toEqual([7, stale, "starting"]);
    run.told(turn, frame(0, { outputs: { weight: one(-1) } }));
    expect([weight(run.state()), run.stale()]).toEqual([-1, false]);
  }
});

test("a poster stays too, and is no longer precomputed when the first frame is there", () => {
  const run = machine(toy, [poster({}, 1)]);
  run.tell(play);
  expect([weight(run.state()), run.state().shown?.poster != null]).toEqual([1, true]);
  run.told(turn, frame(0));
  expect([weight(run.state()), run.state().shown?.poster]).toEqual([0, null]);
});
