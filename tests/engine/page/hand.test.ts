/** What the reader's hand does while it moves and when it lets go. */
import { expect, test } from "vitest";
import { defaults } from "../../../src/contract/params.ts";
import type { Fault } from "../../../src/contract/protocol.ts";
import { instant } from "../../fixtures/kinds.ts";
import {
  machine,
  paused,
  frame,
  posted,
  kinds,
  turn,
  commit,
  input,
  play,
} from "../../fixtures/run-machine.ts";
import { demo as toy } from "../../fixtures/toy.ts";
import { demo as ring } from "../../../src/papers/wgan/ring/demo.ts";
import { demo as distributions } from "../../../src/papers/neural-statistician/distributions/demo.ts";

test("while the hand moves, live and view settings act and a restart waits; when it lets go, all act", () => {
  const run = paused(7);
  expect(kinds(run.tell(input({ start: "far" })))).toEqual([]);
  expect(run.state().values).toMatchObject({ start: "far" });
  expect(run.state().settled).toMatchObject({ start: "near" });
  expect(run.stale()).toBe(true);
  expect(kinds(run.tell(input({ rate: 0.2, grid: true })))).toEqual(["ask now"]);
  expect(posted(run.tell(turn))).toEqual([
    { type: "set", rev: 1, params: { rate: "0.2", grid: "on" } },
    { type: "pull", outputs: [] },
  ]);
  const [opened] = posted(run.tell(commit({})));
  expect(opened).toMatchObject({ type: "open", params: { start: "far", rate: "0.2", grid: "on" } });
  expect(run.state()).toMatchObject({ step: 0, playing: false });
});

test("a draft that is taken back restarts nothing", () => {
  const run = paused(7);
  const before = run.state();
  run.tell(input({ start: "far" }));
  expect(kinds(run.tell(commit({ start: "near" })))).toEqual([]);
  expect(run.state()).toEqual(before);
  expect(run.stale()).toBe(false);
});

test("nothing happens when nothing differs, and values enter as links would give them", () => {
  const run = paused(7);
  const before = run.state();
  for (const event of [commit({ rate: 0.1 }), input({ start: "near" }), commit({ none: 1 })]) {
    expect(run.tell(event)).toEqual([]);
    expect(run.state()).toBe(before);
  }
  run.tell(commit({ rate: -5 }));
  expect(run.state().values.rate).toBe(0);
});

test("arrays are compared by what links write, and keep their object where they stay the same", () => {
  const run = machine(instant);
  run.told(commit({ gain: 3 }), turn, frame(0));
  const before = run.state();
  const drawn = (...row: readonly number[]) => ({
    ink: { shape: [1, 2, 4], data: Float32Array.of(...row, 0, 0, 0, 0) },
  });
  expect(run.tell(input(drawn(1, 1, 0.9, 1)))).toEqual([]);
  expect(run.state()).toBe(before);
  run.tell(input(drawn(0.3, 1, 1, 0.6)));
  expect(run.state().values.ink).toEqual(drawn(0, 1, 1, 1).ink);
});

test("without steps the first touch begins the run, and a change is asked for at once, the newest alone", () => {
  const run = machine(instant);
  run.tell({ type: "watch", outputs: ["sides"] });
  expect(run.phase()).toBe("idle");
  expect(kinds(run.tell(input({ gain: 2 })))).toEqual([]);
  expect(kinds(run.tell(input({ gain: 3 })))).toEqual(["connect", "forget", "open", "ask now"]);
  expect(run.phase()).toBe("starting");
  expect(posted(run.tell(turn))).toEqual([{ type: "pull", outputs: ["sides"] }]);
  for (const gain of [4, 5, 6]) expect(run.tell(input({ gain }))).toEqual([]);
  expect(kinds(run.tell(frame(0)))).toEqual(["ask now"]);
  expect([run.phase(), run.stale()]).toEqual(["starting", true]);
  expect(posted(run.tell(turn))).toEqual([
    { type: "set", rev: 1, params: { gain: "6" } },
    { type: "pull", outputs: ["sides"] },
  ]);
  expect(run.tell(frame(0, { applied: [{ rev: 1, step: 0 }] }))).toEqual([]);
  expect([run.phase(), run.stale()]).toEqual(["done", false]);
  expect(kinds(run.tell(input({ cut: 1 })))).toEqual(["ask now"]);
  expect(run.phase()).toBe("starting");
});

test("without steps a fault is left when the hand lets go, and each move asks for nothing", () => {
  const run = machine(instant);
  const fault: Fault = { code: "bug", message: "It broke." };
  run.told(commit({ gain: 3 }), turn, { type: "fault", run: "r", fault });
  expect(run.phase()).toBe("fault");
  for (const gain of [4, 5, 6]) expect(run.tell(input({ gain }))).toEqual([]);
  expect(run.phase()).toBe("fault");
  expect(kinds(run.tell(commit({ gain: 6 })))).toContain("open");
  expect(run.phase()).toBe("starting");
});

test("after the end a live change trains on; a view setting and a change at a pause do not", () => {
  const run = machine(toy);
  run.told(play, turn, frame(300));
  expect(kinds(run.tell(input({ grid: true })))).toEqual(["ask now"]);
  expect(run.phase()).toBe("done");
  expect(posted(run.tell(input({ rate: 0.2 })))).toContainEqual({ type: "go", until: 600 });
  expect(run.phase()).toBe("training");
  const still = paused(7);
  expect(posted(still.tell(commit({ rate: 0.2 })))).toEqual([]);
  expect(still.phase()).toBe("paused");
});

test("after the end a live setting that does nothing here trains nothing", () => {
  const inGan = (more: object) => machine(ring, [], { ...defaults(ring.params), ...more });
  const gan = inGan({ loss: "gan" });
  gan.told(play, turn, frame(2000));
  expect(kinds(gan.tell(commit({ c: 0.5 })))).toEqual(["ask now"]);
  expect(gan.phase()).toBe("done");
  const wgan = inGan({ loss: "wgan" });
  wgan.told(play, turn, frame(2000));
  wgan.tell(commit({ c: 0.5 }));
  expect(wgan.phase()).toBe("training");
});

test("at rest trained weights answer a view setting at once; without them the picture stays", () => {
  const run = machine(distributions);
  expect(kinds(run.tell(input({ mean: 1 })))).toContain("open");
  expect(run.state()).toMatchObject({ begun: true, playing: false, goal: 0 });
  const fresh = machine(distributions);
  fresh.tell(commit({ start: "fresh" }));
  expect(kinds(fresh.tell(input({ mean: 1 })))).not.toContain("open");
  expect(fresh.state().begun).toBe(false);
});
