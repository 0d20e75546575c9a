import fc from "fast-check";
import { expect, test } from "vitest";
import type { Demo } from "../../src/contract/demo.ts";
import {
  changed,
  DEFAULT_SEED,
  MAX_SEED,
  ownQuery,
  readSetup,
  writeSetup,
} from "../../src/contract/url.ts";
import { demo as ring } from "../../src/papers/wgan/ring/demo.ts";
import { instant } from "../fixtures/kinds.ts";
import { demo as toy } from "../fixtures/toy.ts";

const usual = { values: {}, seed: DEFAULT_SEED };

/** Values of a demo's parameters, whatever they are. */
const valuesOf = (demo: Demo): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(demo.params).map(([name, { control, parse }]) => {
        if (control.kind === "choice")
          return [name, fc.constantFrom(...control.options.map(({ value }) => value))];
        if (control.kind === "switch") return [name, fc.boolean()];
        if (control.kind !== "slider") return [name, fc.constant(parse("").value)];
        const inRange = fc.double({ min: control.min, max: control.max, noNaN: true });
        return [name, inRange.map((x) => parse(String(x)).value as number)];
      }),
    ),
  );

test("settings survive the address bit for bit", () => {
  fc.assert(
    fc.property(valuesOf(ring), fc.integer({ min: 0, max: MAX_SEED }), (values, seed) => {
      const query = writeSetup(ring, { values, seed });
      expect(readSetup(ring, query)).toEqual({ values, seed, eager: false, problems: [] });
    }),
    { numRuns: 500 },
  );
});

test("defaults leave the address empty, keys are sorted, other demos keep theirs", () => {
  expect(writeSetup(ring, usual)).toBe("");
  expect(writeSetup(ring, { values: { m: 64, c: 0.5 }, seed: 7 })).toBe(
    "?ring.c=0.5&ring.m=64&ring.seed=7&v=1",
  );
  const both = writeSetup(toy, { values: { rate: 0.5 }, seed: 1 }, "?ring.c=0.5&v=1");
  expect(both).toBe("?fall.rate=0.5&ring.c=0.5&v=1");
  expect(writeSetup(ring, usual, both)).toBe("?fall.rate=0.5&v=1");
  expect(writeSetup(toy, usual, writeSetup(ring, usual, both))).toBe("");
  expect(writeSetup(ring, usual, "?from=elsewhere")).toBe("?from=elsewhere");
});

test("a link can say where a run stops by itself", () => {
  const query = writeSetup(ring, { ...usual, stop: 500 });
  expect(query).toBe("?ring.stop=500&v=1");
  expect(readSetup(ring, query)).toMatchObject({ stop: 500, problems: [] });
  for (const text of ["0", "-1", "1e9", "12345678", "soon", ""]) {
    const { stop, problems } = readSetup(ring, `?ring.stop=${text}`);
    expect(stop).toBeUndefined();
    expect(problems).toEqual([
      `The run’s end: “${text}” is not a whole number from 1 to 1000000, so it is the demo’s own.`,
    ]);
  }
});

test("where a figure has no run, a link cannot say where it stops", () => {
  expect(readSetup(instant, "?instant.stop=500")).toMatchObject({
    stop: undefined,
    problems: ["This demo has no setting “stop”: it was ignored."],
  });
});

test("numbers in a link are read as a field reads them", () => {
  const query = new URLSearchParams({
    "ring.c": "0,05",
    "ring.alpha": "5·10⁻⁵",
    "ring.seed": "12 345",
    "ring.stop": "2,000",
  });
  expect(readSetup(ring, `?${query}`)).toMatchObject({
    values: { c: 0.05, alpha: 5e-5 },
    seed: 12_345,
    stop: 2000,
    problems: [],
  });
});

test("what was corrected is said", () => {
  const { values, seed, problems } = readSetup(
    ring,
    "?ring.c=99&ring.seed=-3&ring.colour=red&other.x=1",
  );
  expect(values).toMatchObject({ c: 1 });
  expect(seed).toBe(DEFAULT_SEED);
  expect(problems).toEqual([
    "Clipping bound: 99 is outside 0.001 to 1, so it is 1.",
    `Seed: “-3” is not a whole number from 0 to ${MAX_SEED}, so it is ${DEFAULT_SEED}.`,
    "This demo has no setting “colour”: it was ignored.",
  ]);
});

test("engine=eager is read, and stays in the address beside settings", () => {
  expect(readSetup(ring, "?engine=eager").eager).toBe(true);
  expect(readSetup(ring, "?engine=fast").eager).toBe(false);
  expect(writeSetup(ring, { values: { c: 0.5 }, seed: 1 }, "?engine=eager")).toBe(
    "?engine=eager&ring.c=0.5&v=1",
  );
});

test("a link that was escaped as HTML keeps its settings, its seed and its run", () => {
  for (const and of ["&amp;", "&amp;amp;", "&amp%3B"]) {
    const query = `?ring.c=0.5${and}ring.receipt=abc${and}ring.seed=7${and}engine=eager${and}v=1`;
    expect(readSetup(ring, query)).toMatchObject({
      values: { c: 0.5 },
      seed: 7,
      receipt: "abc",
      eager: true,
      problems: [],
    });
    expect(writeSetup(ring, usual, query)).toBe("?engine=eager");
  }
});

test("of what a link has twice the last counts, and it is said", () => {
  const { values, seed, problems } = readSetup(
    ring,
    "?ring.c=0.5&ring.seed=7&ring.c=0.2&ring.seed=7",
  );
  expect([values.c, seed]).toEqual([0.2, 7]);
  expect(problems).toEqual(["The link has “c” twice: the last, “0.2”, counts."]);
});

test("of a query nothing is passed on but what demos read", () => {
  const query = "?fbclid=x&ring.c=0.5&amp;fall.seed=2&utm.source=mail&rings.c=1&engine=eager&v=1";
  expect(ownQuery(query, ["ring", "fall"])).toBe("?ring.c=0.5&fall.seed=2&engine=eager");
});

test("a renamed parameter is found under its old name", () => {
  const renamed: Demo = { ...ring, renamed: { clip: "c" } };
  expect(readSetup(renamed, "?ring.clip=0.25")).toMatchObject({
    values: { c: 0.25 },
    problems: [],
  });
});

test("10,000 hostile queries: nothing thrown, every value in range, few sentences", () => {
  const key = fc.oneof(
    fc.constantFrom(
      ...Object.keys(ring.params),
      "seed",
      "__proto__",
      "constructor",
      "toString",
      "v",
      "",
    ),
    fc.string(),
  );
  const value = fc.oneof(
    fc.double().map(String),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "NaN",
      "Infinity",
      "-1e309",
      "1e-400",
      "0x1F",
      "%",
      "%zz",
      "\u0000",
      "<script>",
      "'; drop",
      "9".repeat(400),
    ),
  );
  const entry = fc.tuple(fc.constantFrom("ring.", "", "RING.", "ring.."), key, value, fc.boolean());
  const query = fc
    .array(entry, { maxLength: 12 })
    .map((entries) =>
      entries
        .map(([prefix, name, text, escaped]) =>
          escaped
            ? `${prefix}${encodeURIComponent(name)}=${encodeURIComponent(text)}`
            : `${prefix}${name}=${text}`,
        )
        .join("&"),
    );
  fc.assert(
    fc.property(fc.oneof(query, fc.string({ unit: "binary" })), (hostile) => {
      const { values, seed, problems } = readSetup(ring, `?${hostile}`);
      expect(Object.keys(values).sort()).toEqual(Object.keys(ring.params).sort());
      expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
      for (const [name, { control }] of Object.entries(ring.params)) {
        const read = values[name];
        if (control.kind === "slider") {
          expect(read).toBeGreaterThanOrEqual(control.min);
          expect(read).toBeLessThanOrEqual(control.max);
        } else if (control.kind === "choice") {
          expect(control.options.map((option) => option.value)).toContain(read);
        }
      }
      expect(Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED).toBe(true);
      expect(problems.length).toBeLessThanOrEqual(6);
      // What was read can be written, and reads the same.
      expect(readSetup(ring, writeSetup(ring, { values, seed }))).toEqual({
        values,
        seed,
        eager: false,
        problems: [],
      });
    }),
    { numRuns: 10_000 },
  );
});

test("an endless query is refused whole", () => {
  const { values, problems } = readSetup(ring, `?ring.c=0.5&${"x".repeat(10_000)}`);
  expect(changed(ring, values)).toEqual({});
  expect(problems).toHaveLength(1);
});
