/** The small language of expectations: what it reads, what it refuses and where, and what it computes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  expectationText,
  quantitiesOf,
  quantityText,
  RELATIONS,
  SUMMARIES,
  type Comparison,
  type Curve,
  type Quantity,
} from "../../src/claims/expectation.ts";
import { holds, measureQuantity } from "../../src/claims/evaluate.ts";
import { parseExpectation } from "../../src/claims/parse-expectation.ts";
import type { Points } from "../../src/contract/protocol.ts";

const read = (text: string) => {
  const parsed = parseExpectation(text);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed.expectation;
};
const refusal = (text: string): string => {
  const parsed = parseExpectation(text);
  return "problem" in parsed ? parsed.problem : "read";
};

const anyName = fc.oneof(
  fc.constantFrom("em", "modes", "a", "b", "rank", "in", "and", "in_", "x1", "Loss"),
  fc.constantFrom("alpha=0.001&nCritic=5", "it's", "'", "0.5", "in.em", "<"),
  fc.string({ minLength: 1 }),
);
const curve: fc.Arbitrary<Curve> = fc.record({
  run: fc.constantFrom(null, "a", "b"),
  branch: fc.oneof(fc.constant(null), anyName),
  name: anyName,
});
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0);
const range = (ends: fc.Arbitrary<number>): fc.Arbitrary<readonly [number, number]> =>
  fc
    .tuple(ends, ends)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({ kind: fc.constant("end" as const), of: curve }),
  fc.record({ kind: fc.constantFrom(...SUMMARIES), of: curve, span: range(share) }),
  fc.record({ kind: fc.constant("rank" as const), of: curve, and: curve, span: range(share) }),
);
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc
    .tuple(quantity, fc.oneof(quantity, finite), fc.constantFrom(...RELATIONS), fc.boolean())
    .map(([one, other, relation, turned]) =>
      turned ? { relation, left: other, right: one } : { relation, left: one, right: other },
    ),
  fc.record({ relation: fc.constant("in" as const), left: quantity, bounds: range(finite) }),
);

describe("reading", () => {
  test("gives back what was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 1, maxLength: 4 }), (expectation) => {
        const text = expectationText(expectation);
        expect(read(text)).toEqual(expectation);
        expect(
          expectationText(
            read(
              text.replaceAll(/'(?:[^']|'')+'|[<>]=|\.\.|[<>=()[\],]/g, (part) =>
                part.startsWith("'") ? part : ` ${part} `,
              ),
            ),
          ),
        ).toBe(text);
      }),
    );
  });

  test("of any text gives an expectation, or a place in the text", () => {
    const part = fc.constantFrom(
      ..."a b . em ' 'x=1' ( ) [ ] , .. in and rank mean < > <= = 0.5 1 -2 3e4 ; é".split(" "),
      " ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join("")),
      fc.array(part).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (any) => {
        const parsed = parseExpectation(any);
        if ("expectation" in parsed) {
          expect(read(expectationText(parsed.expectation))).toEqual(parsed.expectation);
        } else {
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(any.length);
          expect(parsed.problem).toMatch(/\(character \d+\)$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["modes>=8", "modes >= 8"],
    [
      "rank( estimate,em )>0.2 and em in [0.1,0.5]",
      "rank(estimate, em) > 0.2 and em in [0.1, 0.5]",
    ],
    ["mean(em, 0..1) < -1.50e0", "mean(em) < -1.5"],
    ["min(a.em, 0.5..1) < max(b.em)", "min(a.em, 0.5..1) < max(b.em)"],
    ["in.probe > out . probe and in.em in [0, 1]", "in.probe > out.probe and in.em in [0, 1]"],
    ["rank(a.in.em, b.'in'.em) > 0", "rank(a.in.em, b.in.em) > 0"],
    ["'alpha=0.001&nCritic=5'.em < 1", "'alpha=0.001&nCritic=5'.em < 1"],
    ["'it''s'.'em' < 1", "'it''s'.em < 1"],
  ])("%s", (text, plain) => {
    expect(expectationText(read(text))).toBe(plain);
  });

  test.each([
    ["", "the name of a metric or measure is missing before the end (character 1)"],
    ["modes", "a comparison such as < or in [0, 1] is missing before the end (character 6)"],
    ["modes >> 8", "the name of a metric or measure is missing before “>” (character 8)"],
    ["modes ≥ 8", "“≥” has no meaning here (character 7)"],
    ["1 < 2", "both sides are numbers: nothing is measured (character 1)"],
    ["c.in.em < 1", "runs are called a and b, not “c” (character 1)"],
    ["1 < 'a'.in.em", "runs are called a and b, not “'a'” (character 5)"],
    ["in. < 1", "the name of a metric or measure is missing before “<” (character 5)"],
    ["1 < 'in.em", "these quotes have no name or no end (character 5)"],
    ["''.em < 1", "these quotes have no name or no end (character 1)"],
    ["a.in.em.x < 1", "a comparison such as < or in [0, 1] is missing before “.” (character 8)"],
    ["median(em) < 1", "there is no “median(…)”, only mean, min, max, rank (character 1)"],
    ["rank(em) > 0", "“,” is missing before “)” (character 8)"],
    ["mean(em, 0.5) < 1", "“..” is missing before “)” (character 13)"],
    [
      "mean(em, 0.5..2) < 1",
      "0.5 to 2 is not a range within 0 to 1, shares of the run (character 10)",
    ],
    ["em in [2, 1]", "2 to 1 is not a range (character 8)"],
    ["0 < em < 1", "“and” or the end is missing before “<” (character 8)"],
    ["em < 1 or em > 2", "“and” or the end is missing before “or” (character 8)"],
  ])("refuses “%s”", (text, problem) => {
    expect(refusal(text)).toBe(problem);
  });

  test("a name before a point is a branch, unless it is a or b without quotes", () => {
    const curveOf = (text: string) => read(`${text} < 1`)[0]!.left;
    const em = { kind: "end", of: { run: null, branch: null, name: "em" } };
    expect(curveOf("em")).toEqual(em);
    expect(curveOf("in.em")).toEqual({ ...em, of: { ...em.of, branch: "in" } });
    expect(curveOf("a.em")).toEqual({ ...em, of: { ...em.of, run: "a" } });
    expect(curveOf("'a'.em")).toEqual({ ...em, of: { ...em.of, branch: "a" } });
    expect(curveOf("b.a.em")).toEqual({ ...em, of: { run: "b", branch: "a", name: "em" } });
  });

  test("names each quantity once", () => {
    const expectation = read("a.em < b.em and a.em > 1 and mean(a.em) in [0, 1]");
    expect(quantitiesOf(expectation).map(quantityText)).toEqual(["a.em", "b.em", "mean(a.em)"]);
  });
});

const points = (every: number, values: readonly number[], from = every): Points => ({
  steps: Uint32Array.from(values, (_, i) => from + i * every),
  values: Float32Array.from(values),
});

describe("measuring", () => {
  // A measure at steps 0, 2, … 10; a metric at steps 1, 2, … 10.
  const a = {
    em: points(2, [10, 8, 6, 4, 2, 1], 0),
    loss: points(1, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
    "x=0.5.em": points(2, [7, 5], 0),
  };
  const b = { em: points(2, [1, 2, 3, 4, 5, 6], 0), loss: a.loss };
  const value = (text: string, steps = 10): number =>
    measureQuantity(quantitiesOf(read(`${text} < 1`))[0]!, { a, b }, steps);

  test.each([
    ["a.em", 1],
    ["b.em", 6],
    ["em", 1],
    ["mean(em, 0.5..1)", 7 / 3],
    ["mean(em, 0..0.4)", 8],
    ["min(b.em)", 1],
    ["max(b.em, 0..0.5)", 3],
    ["rank(a.em, b.em)", -1],
    ["rank(loss, em)", 1],
    ["rank(em, loss)", 1],
    ["rank(b.em, loss)", -1],
  ])("%s = %d", (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  test("of a branch is its own curve; one that is not there cannot be measured", () => {
    expect(value("'x=0.5'.em")).toBe(5);
    expect(value("a.'x=0.5'.em", 1)).toBe(7);
    expect(value("b.'x=0.5'.em")).toBeNaN();
    expect(value("mean(out.em)")).toBeNaN();
  });

  test("of a demo without steps is what was measured at step 0", () => {
    expect(value("em", 0)).toBe(10);
    expect(value("mean(em)", 0)).toBe(10);
    expect(value("loss", 0)).toBeNaN();
  });

  test("looks no further than the claim's steps, also in a longer run", () => {
    expect(value("em", 5)).toBe(6);
    expect(value("loss", 5)).toBe(5);
    expect(value("mean(em, 0.5..1)", 4)).toBe(7);
  });

  test("what cannot be measured is not a number, and fails", () => {
    expect(value("rank(em, loss, 0.9..1)")).toBeNaN();
    expect(value("mean(em, 0.5..0.55)")).toBeNaN();
    for (const relation of RELATIONS)
      expect(holds(read(`em ${relation} em`), { em: Number.NaN })).toBe(false);
    expect(holds(read("em in [0, 1]"), { em: Number.NaN })).toBe(false);
  });

  test("compares as written", () => {
    fc.assert(
      fc.property(finite, finite, (x, y) => {
        const measured = { x, y };
        expect(holds(read("x < y"), measured)).toBe(x < y);
        expect(holds(read("x <= y"), measured)).toBe(x <= y);
        expect(holds(read("x > y"), measured)).toBe(x > y);
        expect(holds(read("x >= y"), measured)).toBe(x >= y);
        expect(holds(read("x = y"), measured)).toBe(x === y);
        expect(holds(read("x in [-1, 1]"), measured)).toBe(x >= -1 && x <= 1);
        expect(holds(read("x < y and y < x"), measured)).toBe(false);
      }),
    );
  });
});
