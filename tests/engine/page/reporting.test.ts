/** What the worker's reports make of a run. */
import { expect, test } from "vitest";
import type { Fault } from "../../../src/contract/protocol.ts";
import {
  machine,
  paused,
  one,
  frame,
  posted,
  turn,
  play,
  input,
} from "../../fixtures/run-machine.ts";
import { demo as toy } from "../../fixtures/toy.ts";

test("an output that a frame does not bring stays, one that these settings don't have goes", () => {
  const run = machine(toy);
  run.told(play, turn, frame(1, { outputs: { a: one(1), b: one(2) } }));
  run.told(turn, frame(2, { outputs: { b: one(3) } }));
  expect(run.state().shown!.outputs).toEqual({ a: one(1), b: one(3) });
  run.told(turn, frame(3, { outputs: { a: null } }));
  expect(run.state().shown!.outputs).toEqual({ b: one(3) });
  run.told({ type: "reset" }, turn, frame(0, { outputs: { a: one(4) } }));
  expect(run.state().shown!.outputs).toEqual({ a: one(4) });
});

test("a branch that ended stays ended until the run begins anew", () => {
  const run = machine(toy);
  const fault: Fault = { code: "diverged", message: "Gone.", step: 3 };
  run.told(play, turn, frame(3, { lost: { left: fault } }), turn, frame(4));
  expect(run.state().lost).toEqual({ left: fault });
  run.tell({ type: "reset" });
  expect(run.state().lost).toEqual({});
});

test("how far files are is said until the first frame, or until the run ends", () => {
  const run = machine(toy);
  const loading = { type: "loading", run: "r", loaded: 4e5, total: 1e6 } as const;
  const said = () => run.state().loading;
  run.told(play, turn, loading);
  expect(said()).toEqual({ loaded: 4e5, total: 1e6 });
  run.tell(frame(1));
  expect(said()).toBeNull();
  run.tell(loading);
  expect(said()).toBeNull();
  run.told({ type: "reset" }, turn, loading);
  expect(said()).not.toBeNull();
  run.tell({ type: "fault", run: "r", fault: { code: "no-file", message: "Gone." } });
  expect(said()).toBeNull();
  run.told({ type: "reset" }, turn, loading, { type: "reset" });
  expect(said()).toBeNull();
});

test("a hundred strokes at one step are one change", () => {
  const run = paused(7);
  for (let i = 1; i <= 100; i++)
    run.told(input({ rate: i }), turn, frame(7, { applied: [{ rev: i, step: 7 }] }));
  expect(run.state().journal.changes).toEqual([
    { rev: 100, params: { rate: "100" }, at: null, step: 7 },
  ]);
});

test("weights are asked for without disturbing anything", () => {
  const run = paused(7);
  const before = run.state();
  expect(posted(run.tell({ type: "save" }))).toEqual([{ type: "save" }]);
  const saved = { type: "saved", run: "r", step: 7, weights: null, scores: {} } as const;
  expect(run.tell(saved)).toEqual([{ type: "answer", saved }]);
  expect(run.state()).toBe(before);
});
