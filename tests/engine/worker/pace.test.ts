import { expect, test } from "vitest";
import { createPace } from "../../../src/engine/worker/pace.ts";

test("a pace allows so many steps by a time", () => {
  const pace = createPace(1000, 40, 100, 10);
  expect([pace.due(40, 1000), pace.due(41, 1050), pace.due(41, 1100)]).toEqual([true, false, true]);
  expect(createPace(0, 0, 100).due(99, 0)).toBe(true);
  expect(createPace(0).until).toBe(0);
});
