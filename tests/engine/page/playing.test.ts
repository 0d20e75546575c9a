/** The play bar: what each press says to client and worker. */
import { expect, test } from "vitest";
import { instant } from "../../fixtures/kinds.ts";
import {
  machine,
  paused,
  frame,
  posted,
  kinds,
  turn,
  play,
  pause,
} from "../../fixtures/run-machine.ts";
import { demo as toy } from "../../fixtures/toy.ts";

test("what each press says to client and worker", () => {
  const run = machine(toy);
  expect(kinds(run.tell(pause))).toEqual([]);
  expect(kinds(run.tell({ type: "reset" }))).toEqual([]);
  expect(kinds(run.tell(play)).join()).toBe("connect,forget,open,go,displace,ask soon");
  expect(run.phase()).toBe("starting");
  expect(posted(run.tell(turn))).toEqual([{ type: "pull", outputs: [] }]);
  expect(kinds(run.tell(frame(5)))).toEqual(["ask drawn"]);
  expect(run.phase()).toBe("training");
  expect(posted(run.tell(pause))).toEqual([{ type: "go", until: 0 }]);
  expect(run.phase()).toBe("paused");
  expect(posted(run.tell(play))).toEqual([{ type: "go", until: 300 }]);
  run.told(turn, frame(300));
  expect(run.phase()).toBe("done");
  expect(posted(run.tell(play))).toEqual([{ type: "go", until: 600 }]);
  expect(kinds(run.tell({ type: "reset" })).join()).toMatch(
    /^answer,disconnect,connect,forget,open/,
  );
  expect(run.state()).toMatchObject({ playing: false, step: 0, target: 300 });
  expect(kinds(run.tell({ type: "close" }))).toEqual(["answer", "disconnect"]);
  expect(run.phase()).toBe("idle");
});

test("ten presses on Step before any frame came take ten steps", () => {
  const run = machine(toy);
  for (let i = 0; i < 10; i++) run.tell({ type: "step" });
  expect(run.state().goal).toBe(10);
  run.told(turn, frame(4), { type: "step" });
  expect(run.state().goal).toBe(11);
  run.told(turn, frame(11), turn, { type: "step" });
  expect(run.state().goal).toBe(12);
});

test("a step after playing is one after what the page has seen", () => {
  const run = machine(toy);
  run.told(play, turn, frame(40), { type: "step" });
  expect(run.state()).toMatchObject({ goal: 41, playing: false });
});

test("without steps a play, a step and a reseed begin at most; nothing plays and nobody is displaced", () => {
  for (const type of ["play", "step"] as const) {
    const run = machine(instant);
    expect(kinds(run.tell({ type }))).toEqual(["connect", "forget", "open", "ask now"]);
    expect(run.state()).toMatchObject({ playing: false, goal: 0, target: 0 });
    run.told(turn, frame(0));
    expect(run.phase()).toBe("done");
    expect(run.tell({ type })).toEqual([]);
  }
});

test("a run that is displaced pauses and says so until it plays again", () => {
  const run = machine(toy);
  run.told(play, turn, frame(5));
  expect(posted(run.tell({ type: "displaced" }))).toEqual([{ type: "go", until: 0 }]);
  expect(run.state()).toMatchObject({
    playing: false,
    notices: ["Paused: another figure is training."],
  });
  expect(run.tell({ type: "displaced" })).toEqual([{ type: "ask", when: "now" }]);
  run.tell(play);
  expect(run.state().notices).toEqual([]);
  const still = paused(7);
  expect(still.tell({ type: "displaced" })).toEqual([]);
  expect(still.state().notices).toEqual([]);
});

test("the speed goes along with every order to train", () => {
  const run = machine(toy);
  run.tell({ type: "limit", stepsPerSecond: 10 });
  expect(posted(run.tell(play))[1]).toEqual({ type: "go", until: 300, stepsPerSecond: 10 });
  expect(posted(run.tell({ type: "limit", stepsPerSecond: null }))).toEqual([
    { type: "go", until: 300 },
  ]);
});
