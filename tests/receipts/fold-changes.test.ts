import fc from "fast-check";
import { expect, test } from "vitest";
import { foldChanges } from "../../src/receipts/fold-changes.ts";
import type { StepChange } from "../../src/receipts/receipt.ts";

const changes = fc.array(
  fc.record({
    step: fc.nat(6),
    params: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2", "3")),
  }),
  { maxLength: 30 },
);

/** The settings that each step is taken with. */
const inForce = (list: readonly StepChange[]) =>
  Array.from({ length: 8 }, (_, step) => {
    const due = list.filter((change) => change.step <= step);
    const inOrder = due.toSorted((a, b) => a.step - b.step);
    return Object.assign({}, ...inOrder.map(({ params }) => params)) as Record<string, string>;
  });

test("folded changes give every step the same settings, one change a step, in order", () => {
  fc.assert(
    fc.property(changes, (list) => {
      const folded = foldChanges(list);
      expect(inForce(folded)).toEqual(inForce(list));
      const steps = folded.map(({ step }) => step);
      expect(steps).toEqual([...new Set(list.map(({ step }) => step))].toSorted((a, b) => a - b));
      expect(foldChanges(folded)).toEqual(folded);
    }),
  );
});

test("equal changes are equal as text, however they were written", () => {
  const together = [{ step: 3, params: { b: "2", a: "1" } }];
  const apart: StepChange[] = [
    { step: 3, params: { b: "9" } },
    { step: 3, params: { a: "1" } },
    { step: 3, params: { b: "2" } },
  ];
  expect(JSON.stringify(foldChanges(apart))).toBe(JSON.stringify(foldChanges(together)));
});
