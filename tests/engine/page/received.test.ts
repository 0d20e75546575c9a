import { expect, test } from "vitest";
import { createReceived } from "../../../src/engine/page/received.ts";
import { branching, instant } from "../../fixtures/kinds.ts";
import { frame } from "../../fixtures/run-machine.ts";
import { demo as toy } from "../../fixtures/toy.ts";

const points = (steps: number[], values: number[]) => ({
  steps: Uint32Array.from(steps),
  values: Float32Array.from(values),
});

test("curves grow by what a frame brings; those of no declared name are passed over", () => {
  const received = createReceived(toy);
  received.add(frame(2, { series: { loss: points([1, 2], [5, 4]) } }), 0);
  received.add(frame(3, { series: { loss: points([3], [3]), other: points([3], [9]) } }), 500);
  received.add(frame(4), 1000);
  expect(received.curves()).toEqual({
    loss: points([1, 2, 3], [5, 4, 3]),
    distance: points([], []),
  });
  expect(received.stepsPerSecond()).toBe(2);
});

test("branches have curves of their own from the start", () => {
  expect(Object.keys(createReceived(branching).curves()).length).toBe(4);
});

test("without steps the newest point stands alone, and stays where a frame brings none", () => {
  const received = createReceived(instant);
  received.add(frame(0, { series: { dark: points([0, 0], [1, 2]), other: points([0], [1]) } }), 0);
  const before = received.curves();
  expect(before).toEqual({ dark: points([0], [2]) });
  received.add(frame(0, { series: { dark: points([0], [3]) } }), 0);
  received.add(frame(0), 0);
  expect(received.curves()).toEqual({ dark: points([0], [3]) });
  expect(before).toEqual({ dark: points([0], [2]) });
});
