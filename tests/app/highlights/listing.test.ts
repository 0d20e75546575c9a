/** Marks as “Your notes” lists them. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listing } from "../../../src/app/highlights/listing.ts";
import type { Mark } from "../../../src/app/highlights/mark.ts";
import type { Place } from "../../../src/app/highlights/marked-page.ts";

beforeAll(() => void vi.stubGlobal("location", { origin: "https://notes.example" }));
afterAll(() => void vi.unstubAllGlobals());

const mark = (id: string, note: string, start: number): Mark => ({
  id,
  note,
  colour: "green",
  comment: id === "b" ? "Ask about this" : "",
  created: "2026-11-26",
  modified: "2026-11-26",
  passage: {
    exact: `passage ${id}`,
    prefix: "",
    suffix: "",
    start,
    end: start + 5,
  },
});
const marks = [
  mark("c", "wgan", 30),
  mark("b", "wgan", 20),
  mark("a", "wgan", 10),
  mark("d", "draw", 5),
];
const placed = (...ids: string[]): ReadonlyMap<string, Place> =>
  new Map(ids.map((id, i) => [id, { start: i, end: i + 1 } as Place]));
const ids = (of: readonly Mark[]): string[] => of.map(({ id }) => id);

test("a mark whose passage is not in the note any more is listed, apart from the others", () => {
  const asked = { here: "wgan", places: placed("a", "c"), all: true, search: "" };
  const [draw, wgan] = listing(marks, asked);
  expect([ids(wgan!.marks), ids(wgan!.lost)]).toEqual([["a", "c"], ["b"]]);
  // Of a note that is not on the page nobody knows.
  expect([ids(draw!.marks), ids(draw!.lost)]).toEqual([["d"], []]);
});

test("marks of this note alone, and those that say something", () => {
  const asked = { here: "wgan", places: placed("a", "b", "c"), all: false, search: "" };
  expect(listing(marks, asked).map(({ slug }) => slug)).toEqual(["wgan"]);
  const found = listing(marks, { ...asked, search: " ASK " });
  expect(found.flatMap((section) => ids(section.marks))).toEqual(["b"]);
});
