/** When frames are asked for. */
import { expect, test } from "vitest";
import { paused, kinds, commit } from "../../fixtures/run-machine.ts";

test("out of sight nothing is asked for; what waits is asked for on return", () => {
  const run = paused(7);
  run.tell({ type: "visible", on: false });
  expect(run.tell(commit({ rate: 0.2 }))).toEqual([]);
  expect(kinds(run.tell({ type: "visible", on: true }))).toEqual(["ask now"]);
});
