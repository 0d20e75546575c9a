/** When frames are asked for. */
import { expect, test } from "vitest";
import { commit, frame, kinds, machine, paused, play, turn } from "../../fixtures/run-machine.ts";
import { demo as toy } from "../../fixtures/toy.ts";

test("out of sight nothing is asked for; what waits is asked for on return", () => {
  const run = paused(7);
  run.tell({ type: "visible", on: false });
  expect(run.tell(commit({ rate: 0.2 }))).toEqual([]);
  expect(kinds(run.tell({ type: "visible", on: true }))).toEqual(["ask now"]);
  const going = machine(toy);
  going.told(play, turn, { type: "visible", on: false }, frame(3));
  expect(kinds(going.tell({ type: "visible", on: true }))).toEqual(["ask now"]);
});
