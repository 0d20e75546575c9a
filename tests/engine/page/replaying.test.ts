/** Runs that are computed again: to a new worker, and from a link. */
import { expect, test } from "vitest";
import { actedSoFar } from "../../../src/engine/journal.ts";
import {
  machine,
  paused,
  frame,
  posted,
  kinds,
  turn,
  play,
  pause,
  commit,
  input,
} from "../../fixtures/run-machine.ts";
import { demo as toy } from "../../fixtures/toy.ts";

test("a replaced worker hears all again and goes on to where the run was, or was going", () => {
  const going = machine(toy);
  going.told(play, turn, frame(90));
  expect(kinds(going.tell({ type: "revived" })).join()).toBe("answer,forget,open,go,ask soon");
  expect(going.state()).toMatchObject({ goal: 300, resumeAt: 90, step: 0, framed: false });
  // First as far as the old one was, without the reader's limit.
  going.tell({ type: "limit", stepsPerSecond: 5 });
  expect(posted(going.told(turn, { type: "revived" })).at(-1)).toEqual({ type: "go", until: 90 });
  expect(kinds(going.told(turn, frame(89)))).toEqual(["ask drawn"]);
  expect(posted(going.told(turn, frame(90)))).toEqual([
    { type: "go", until: 300, stepsPerSecond: 5 },
  ]);
  expect(kinds(going.told(turn, frame(91)))).toEqual(["ask drawn"]);
  const still = paused(7);
  expect(posted(still.tell({ type: "revived" })).at(-1)).toEqual({ type: "go", until: 7 });
  expect(kinds(still.told(turn, frame(3)))).toEqual(["ask drawn"]);
  expect(posted(still.told(turn, frame(7)))).toEqual([{ type: "go", until: 0 }]);
  expect(still.phase()).toBe("paused");
  const stepping = paused(7);
  stepping.told({ type: "step" }, { type: "step" }, { type: "revived" });
  expect(posted(stepping.told(turn, frame(7)))).toEqual([{ type: "go", until: 9 }]);
});

test("during catch-up a change acts where the reader made it, views act at once, and a pause still arrives", () => {
  const run = machine(toy);
  run.told(play, turn, frame(90), { type: "revived" }, turn, frame(40));
  run.tell(commit({ rate: 0.2, grid: true }));
  expect(posted(run.tell(turn))).toEqual([
    { type: "set", rev: 1, params: { rate: "0.2" }, at: 90 },
    { type: "set", rev: 2, params: { grid: "on" } },
    { type: "pull", outputs: [] },
  ]);
  // A worker that dies once more, before either step: the change keeps its place.
  const again = posted(run.tell({ type: "revived" }));
  expect(again[0]).toMatchObject({ type: "open", params: { rate: "0.1", grid: "on" } });
  expect(again[1]).toEqual({ type: "set", rev: 1, params: { rate: "0.2" }, at: 90 });
  expect(posted(run.tell(pause))).toEqual([{ type: "go", until: 90 }]);
  run.told(turn, frame(60), { type: "step" }, turn, commit({ rate: 0.3 }));
  // It stands where the reader made the last change, which goes before the order to go on.
  expect(posted(run.tell(frame(90, { applied: [{ rev: 1, step: 90 }] })))).toEqual([
    { type: "set", rev: 3, params: { rate: "0.3" } },
    { type: "go", until: 91 },
  ]);
  expect(run.state().journal.changes).toEqual([
    { rev: 1, params: { rate: "0.2" }, at: 90, step: 90 },
    { rev: 3, params: { rate: "0.3" }, at: null, step: null },
  ]);
});

test("a change that a dead worker never confirmed acts where the page stood", () => {
  const run = machine(toy);
  run.told(play, turn, frame(90), commit({ rate: 0.2 }), turn);
  expect(posted(run.tell({ type: "revived" }))[1]).toEqual({
    type: "set",
    rev: 1,
    params: { rate: "0.2" },
    at: 90,
  });
  expect(run.stale()).toBe(true);
  run.told(turn, frame(90, { applied: [{ rev: 1, step: 90 }] }));
  expect(run.stale()).toBe(false);
});

test("a replay shows its changes when they act, and keeps what the reader sets meanwhile", () => {
  const run = machine(toy);
  const changes = [
    { step: 10, params: { rate: "0.2" } },
    { step: 10, params: { rate: "0.3" } },
    { step: 50, params: { rate: "0.4" } },
  ];
  const start = { seed: 1, params: { rate: "0.1" } };
  const commands = run.tell({ type: "replay", start, changes, until: 60 });
  expect(posted(commands).slice(1)).toEqual([
    { type: "set", rev: 1, params: { rate: "0.3" }, at: 10 },
    { type: "set", rev: 2, params: { rate: "0.4" }, at: 50 },
    { type: "go", until: 60 },
  ]);
  expect(kinds(commands)).toContain("displace");
  run.told(turn, frame(20, { applied: [{ rev: 1, step: 10 }] }));
  expect(run.state().values.rate).toBe(0.3);
  expect(actedSoFar(run.state().journal, 20).changes).toEqual([
    { step: 10, params: { rate: "0.3" } },
  ]);
  run.told(input({ start: "far" }), input({ rate: 0.9 }));
  run.told(turn, frame(55, { applied: [{ rev: 2, step: 50 }] }));
  expect(run.state().values).toMatchObject({ rate: 0.9, start: "far" });
  expect(run.state().settled).toMatchObject({ rate: 0.9, start: "near" });
});

test("views go along to the worker but enter no journal, and are said again to a new worker", () => {
  const run = paused(7);
  expect(kinds(run.tell(commit({ grid: true })))).toEqual(["ask now"]);
  run.told(turn, frame(7, { applied: [{ rev: 1, step: 7 }] }));
  expect(run.state().journal.changes).toEqual([]);
  expect(run.state().inForce).toBe(run.state().settled);
  const [opened] = posted(run.tell({ type: "revived" }));
  expect(opened).toMatchObject({ type: "open", params: { grid: "on", rate: "0.1" } });
  const unanswered = paused(7);
  unanswered.told(commit({ grid: true }), turn, { type: "revived" }, turn, frame(7));
  expect(unanswered.stale()).toBe(false);
  const start = { seed: 3, params: { rate: "0.5", start: "far", grid: "off" } };
  const replayed = run.tell({ type: "replay", start, changes: [], until: 20 });
  expect(posted(replayed)[0]).toMatchObject({
    params: { rate: "0.5", start: "far", grid: "on" },
    seed: 3,
  });
});
