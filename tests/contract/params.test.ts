import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import {
  choice,
  defaults,
  fromWire,
  integer,
  number,
  toggle,
  toWire,
  type Values,
} from "../../src/contract/params.ts";

const described = { label: "Thing", help: "It matters.", effect: "live" } as const;
const params = {
  rate: number({ ...described, fallback: 0.5, min: 1e-6, max: 10, log: true }),
  count: integer({ ...described, fallback: 3, min: 1, max: 20 }),
  shape: choice({
    ...described,
    fallback: "ring",
    options: [
      { value: "ring", label: "Ring" },
      { value: "grid", label: "Grid" },
    ],
  }),
  on: toggle({ ...described, fallback: true }),
};

const values = fc.record({
  rate: fc.double({ min: 1e-6, max: 10, noNaN: true }),
  count: fc.integer({ min: 1, max: 20 }),
  shape: fc.constantFrom("ring" as const, "grid" as const),
  on: fc.boolean(),
});

test("types of values come from the declaration", () => {
  expectTypeOf<Values<typeof params>>().toEqualTypeOf<{
    readonly rate: number;
    readonly count: number;
    readonly shape: "ring" | "grid";
    readonly on: boolean;
  }>();
});

test("every value survives being written and read", () => {
  fc.assert(
    fc.property(values, (given) => {
      expect(fromWire(params, toWire(params, given))).toEqual({ values: given, problems: [] });
    }),
  );
});

test("any text gives values in range, and a sentence whenever it asked for something else", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double().map(String),
    fc.constantFrom("on", "-0", "1e999", "0x10", "", " "),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(params)), text), (wire) => {
      const { values: read, problems } = fromWire(params, wire);
      expect(read.rate).toBeGreaterThanOrEqual(1e-6);
      expect(read.rate).toBeLessThanOrEqual(10);
      expect(Number.isInteger(read.count) && read.count >= 1 && read.count <= 20).toBe(true);
      expect(["ring", "grid"]).toContain(read.shape);
      expect(typeof read.on).toBe("boolean");
      if (problems.length === 0) {
        for (const [name, asked] of Object.entries(wire)) {
          const value = read[name as keyof typeof read];
          expect(
            typeof value === "number"
              ? Number(asked)
              : params[name as "shape"].format(value as never),
          ).toBe(typeof value === "number" ? value : asked);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["rate", "banana", 0.5, "Thing: “banana” is not a number, so it is 0.5."],
  ["rate", "99", 10, "Thing: 99 is outside 0.000001 to 10, so it is 10."],
  ["count", "2.6", 3, "Thing is a whole number: 2.6 became 3."],
  ["shape", "cube", "ring", "Thing: “cube” is not one of ring, grid, so it is ring."],
  ["on", "maybe", true, "Thing: “maybe” is neither on nor off, so it is on."],
] as const)("%s=%s is corrected and says so", (name, text, value, problem) => {
  expect(params[name].parse(text)).toMatchObject({ value, problem });
});

test("defaults are what the declaration says", () => {
  expect(defaults(params)).toEqual({ rate: 0.5, count: 3, shape: "ring", on: true });
});

test("names that are not parameters do not pass", () => {
  const wire = JSON.parse('{"__proto__": "1", "constructor": "2", "rate": "1"}') as Record<
    string,
    string
  >;
  expect(fromWire(params, wire).values).toEqual({ ...defaults(params), rate: 1 });
  expect(toWire(params, { ...({ toString: 1 } as object), rate: 2 })).toEqual({ rate: "2" });
});

test("numbers are read as they are written anywhere; where one may be two, that in range counts, else it is said", () => {
  const { rate, count } = params;
  const steps = integer({ ...described, fallback: 300, min: 1, max: 100_000 });
  expect(steps.parse("2,000")).toEqual({ value: 2000 });
  expect(steps.parse("12\u202f345")).toEqual({ value: 12_345 });
  expect(steps.parse("2.000")).toEqual({
    value: 300,
    problem: "Thing: “2.000” may be 2 or 2000, so it is 300.",
    unread: "“2.000” may be 2 or 2000",
  });
  expect(count.parse("2.000")).toEqual({ value: 2 });
  expect(rate.parse("0,05")).toEqual({ value: 0.05 });
  expect(rate.parse("5·10⁻⁵")).toEqual({ value: 5e-5 });
  expect(rate.parse("1,234")).toEqual({ value: 1.234 });
  expect(rate.parse("fast").unread).toBe("“fast” is not a number");
});
