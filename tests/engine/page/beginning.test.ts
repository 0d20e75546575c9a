/** How runs begin anew. */
import { expect, test } from "vitest";
import { paused, frame, posted, turn } from "../../fixtures/run-machine.ts";

test("a reader's weights begin the next runs, and make what was shown stale", () => {
  const run = paused(7);
  const bytes = new ArrayBuffer(8);
  const file = { name: "mine", bytes, weights: { tensors: {}, card: {} as never, hash: "" } };
  expect(posted(run.tell({ type: "load", file }))[0]).toMatchObject({ weights: bytes });
  expect(run.stale()).toBe(true);
  run.told(turn, frame(0));
  expect(run.stale()).toBe(false);
  expect(posted(run.tell({ type: "reset" }))[0]).toMatchObject({ weights: bytes });
});
