import { expect, test } from "vitest";
import { probe } from "../../../src/papers/supcon/linear-probe.ts";
import { unitRows } from "../../fixtures/unit-rows.ts";

test("the probe reads what a straight cut reads, and is asked about other rows than it knows", () => {
  const x = unitRows(400, 3);
  const label = (i: number): number => Number(x.data[3 * i]! > 0);
  const labels = Array.from({ length: 400 }, (_, i) => label(i));
  const right = probe(x, labels.slice(0, 200), labels.slice(200));
  expect(right).toHaveLength(200);
  expect(right.every((one) => one === 0 || one === 100)).toBe(true);
  const share = right.reduce((a, b) => a + b) / 200;
  expect(share).toBeGreaterThan(90);
  const swapped = probe(
    x,
    labels.slice(0, 200),
    labels.slice(200).map((one) => 1 - one),
  );
  expect(swapped.reduce((a, b) => a + b) / 200).toBeCloseTo(100 - share, 6);
});
