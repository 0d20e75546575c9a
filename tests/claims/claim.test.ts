/** How a claim in a note is read: its runs, seeds and share of seeds. */
import { describe, expect, test } from "vitest";
import { claimKey, claimQuery, readClaim, type Claim } from "../../src/claims/claim.ts";
import { shownNumber, shownSpread, spreadOf } from "../../src/claims/result.ts";

const usual = { run: "wgan/ring", steps: "2000", expect: "modes >= 8" };
const read = (attributes: Record<string, string>): Claim => {
  const found = readClaim(attributes);
  if ("problem" in found) throw new Error(found.problem);
  return found.claim;
};
const refusal = (attributes: Record<string, string>): string => {
  const found = readClaim(attributes);
  return "problem" in found ? found.problem : "read";
};

describe("a claim", () => {
  test("takes long and short names of settings, in any order, for the same", () => {
    const one = read({ ...usual, run: "wgan/ring?loss=gan&ring.c=0.1&v=1" });
    expect(one.runs).toEqual([{ demo: "wgan/ring", settings: { c: "0.1", loss: "gan" } }]);
    expect(
      claimKey(read({ ...usual, run: "wgan/ring?c=0.1&ring.loss=gan", expect: "modes>=8" })),
    ).toBe(claimKey(one));
    expect(claimKey(one)).toBe("modes >= 8; wgan/ring?c=0.1&loss=gan; 2000 steps; seed 1");
  });

  test("has the seeds it asks for, and all must agree unless it says otherwise", () => {
    expect(read({ ...usual, seeds: "3" })).toMatchObject({ seeds: [1, 2, 3], needed: 3 });
    expect(read({ ...usual, seeds: "5", agree: "4/5" }).needed).toBe(4);
    expect(read({ ...usual, seeds: "5", agree: "1/2" }).needed).toBe(3);
    expect(read({ ...usual, run: "wgan/ring?seed=7" }).seeds).toEqual([7]);
    expect(read(usual).seeds).toEqual([1]);
  });

  test("of two runs says which is which", () => {
    const claim = read({ a: "x/y", b: "x/y?c=1", steps: "5", seeds: "2", expect: "a.em < b.em" });
    expect(claimKey(claim)).toBe("a.em < b.em; a = x/y, b = x/y?c=1; 5 steps; seeds 1 to 2");
  });

  test("of a demo without steps says none, nor does its link", () => {
    const claim = read({ run: "toy/instant?gain=3", expect: "dark > 1" });
    expect(claim.steps).toBe(0);
    expect(claimKey(claim)).toBe("dark > 1; toy/instant?gain=3; seed 1");
    expect(claimKey(read({ run: "toy/instant?gain=3", steps: "0", expect: "dark > 1" }))).toBe(
      claimKey(claim),
    );
    expect(claimQuery(claim.runs[0], 1, claim.steps)).toBe("?instant.gain=3&v=1");
  });

  test("opens as a link of ours, with defaults left out", () => {
    const [run] = read({ ...usual, run: "wgan/ring?loss=gan&c=0.2" }).runs;
    expect(claimQuery(run, 1)).toBe("?ring.c=0.2&ring.loss=gan&v=1");
    expect(claimQuery(run, 7)).toBe("?ring.c=0.2&ring.loss=gan&ring.seed=7&v=1");
    expect(claimQuery({ demo: "wgan/ring", settings: {} }, 1)).toBe("?v=1");
    expect(claimQuery(run, 1, 500)).toBe("?ring.c=0.2&ring.loss=gan&ring.stop=500&v=1");
  });

  test.each([
    [{ ...usual, speed: "9" }, "a claim has no “speed”"],
    [{ steps: "5", expect: "em < 1" }, "a claim names one run"],
    [{ ...usual, b: "wgan/ring" }, "a claim names one run"],
    [{ ...usual, steps: "-1" }, 'steps="-1" is not a whole number from 0 to 1000000'],
    [{ ...usual, seeds: "0" }, 'seeds="0" is not a whole number from 1 to 100'],
    [{ ...usual, seeds: "many" }, 'seeds="many" is not a whole number from 1 to 100'],
    [{ ...usual, run: "wgan/ring?seed=1", seeds: "5" }, "a claim has one set of seeds"],
    [{ ...usual, run: "wgan/ring?seed=x" }, "seed=x is not a whole number"],
    [{ ...usual, agree: "6/5" }, 'agree="6/5" is no share like 4/5'],
    [{ ...usual, expect: "a.modes > 7" }, "there is one run, so write modes without “a.”"],
    [{ ...usual, expect: "a.in.em > 7" }, "there is one run, so write in.em without “a.”"],
    [{ ...usual, expect: "modes >" }, 'expect="modes >": the name of a metric'],
    [
      { a: "x/y", b: "x/z", steps: "5", expect: "em < 1" },
      "of which run is “em”? Write a.em or b.em",
    ],
    [
      { a: "x/y", b: "x/z", steps: "5", expect: "b.in.em < 'p=1'.em" },
      "of which run is “'p=1'.em”? Write a.'p=1'.em or b.'p=1'.em",
    ],
  ])("is refused: %o", (attributes, problem) => {
    expect(refusal(attributes as Record<string, string>)).toContain(problem);
  });
});

test("values are shown with median and range", () => {
  expect(spreadOf([3, 1, null, 2])).toEqual({ median: 2, least: 1, most: 3 });
  expect(spreadOf([4, 1])?.median).toBe(2.5);
  expect(shownSpread([0.2524564, 0.2557271, 0.244014])).toBe("0.252 (0.244 to 0.256)");
  expect(shownSpread([8])).toBe("8");
  expect(shownSpread([null, null])).toBe("not measurable");
  expect([2000, -0.03124, 10.26485].map(shownNumber)).toEqual(["2,000", "−0.0312", "10.3"]);
});
