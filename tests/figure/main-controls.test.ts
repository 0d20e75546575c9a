import { expect, test } from "vitest";
import { hasMore, mainControls } from "../../src/figure/main-controls.ts";
import { ringDemo } from "../fixtures/ring-demo.tsx";
import { instant } from "../fixtures/kinds.ts";
import { asDemo } from "../fixtures/widen.ts";

const ring = asDemo(ringDemo);

test("beside the picture stand those that act at once, then those that begin anew, four at most", () => {
  expect(mainControls(ring)).toEqual(["alpha", "c", "nCritic", "loss"]);
  expect(hasMore(ring)).toBe(true);
});

test("a demo names its own, in its order", () => {
  expect(mainControls({ ...ring, main: ["loss", "c"] })).toEqual(["loss", "c"]);
});

test("what a picture sets and what branches decide has no control there", () => {
  expect(mainControls(asDemo(instant))).toEqual(["gain", "cut"]);
  const branches = { a: { label: "a", values: { alpha: 1 } } };
  expect(mainControls({ ...ring, branches })).not.toContain("alpha");
});
