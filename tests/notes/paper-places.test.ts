/** How notes and comments name places of a paper. */
import { expect, test } from "vitest";
import { placesIn, placesOfSource } from "../../src/notes/paper-places.ts";

test.each([
  ["v3 Eq. (3)", ["v3 Eq. 3"]],
  ["Eq. (2)", ["v9 Eq. 2"]],
  ["Eqs. (3)–(5)", ["v9 Eq. 3", "v9 Eq. 4", "v9 Eq. 5"]],
  ["Eqs. (8) to (10)", ["v9 Eq. 8", "v9 Eq. 9", "v9 Eq. 10"]],
  ["Eqs. (9), (10), (12)", ["v9 Eq. 9", "v9 Eq. 10", "v9 Eq. 12"]],
  ["v1 Appendix A.1, Eqs. (6) and (5)", ["v1 Eq. 6", "v1 Eq. 5"]],
  ["Eq. (7), signs corrected", ["v9 Eq. 7"]],
  ["Algorithm 1", ["v9 Algorithm 1"]],
  ["v3 Theorem 3", ["v3 Theorem 3"]],
  // These only refer to a place, or are another paper's.
  ["ours, from v5 Eqs. (4) and (5)", []],
  ["follows from Eq. (1)", []],
  ["Gulrajani et al., v3 Eq. (3)", []],
  ["v3 §2", []],
  ["our example", []],
])("the source “%s” is %j", (source, places) => {
  expect(placesOfSource(source, "v9")).toEqual(places);
});

test("a comment's places are found with their offsets", () => {
  const text = "The bound, eq. (3); see v2 Eqs. (4) and (6), Algorithm 1.";
  expect(
    placesIn(text, "v1").map(({ start, end, places }) => [text.slice(start, end), places]),
  ).toEqual([
    ["eq. (3)", ["v1 Eq. 3"]],
    ["v2 Eqs. (4) and (6)", ["v2 Eq. 4", "v2 Eq. 6"]],
    ["Algorithm 1", ["v1 Algorithm 1"]],
  ]);
});
