import { expect, test } from "vitest";
import { factsOf } from "../../../src/app/home/facts-of.ts";

const PAPER = { authors: ["Ada Lovelace"], venue: "Notes 1843" };

test("figures and minutes are counted from the note; a note without figures says so", () => {
  const facts = (demos: string[], words: number): string => factsOf({ demos, words, paper: PAPER });
  expect(facts([], 1790)).toBe("text only, 10\u00a0min · Ada Lovelace, Notes 1843");
  expect(facts(["a/b"], 1890)).toBe("1\u00a0figure, 11\u00a0min · Ada Lovelace, Notes 1843");
  expect(facts(["a/b", "a/c"], 10)).toBe("2\u00a0figures, 1\u00a0min · Ada Lovelace, Notes 1843");
});

test("of several authors the first stands for all", () => {
  const paper = { ...PAPER, authors: ["Ada Lovelace", "Charles Babbage"] };
  expect(factsOf({ demos: [], words: 180, paper })).toBe(
    "text only, 1\u00a0min · Ada Lovelace et\u00a0al., Notes 1843",
  );
});
