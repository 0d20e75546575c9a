/** What Undo takes back, and what it leaves. */
import { beforeEach, expect, test } from "vitest";
import type { Mark } from "../../../src/app/highlights/mark.ts";
import { changeAndSay, notice, remove, undo } from "../../../src/app/highlights/opened.ts";
import { marks } from "../../../src/app/highlights/store.ts";

const marked = (id: string, comment: string, second = 0): Mark => ({
  id,
  note: "wgan",
  colour: "green",
  comment,
  created: "2026-03-11T09:00:00.000Z",
  modified: `2026-03-11T09:00:0${second}.000Z`,
  passage: { exact: "critic", prefix: "", suffix: "", start: 0, end: 6 },
});
const has = (...all: Mark[]): void => marks.set(new Map(all.map((mark) => [mark.id, mark])));
const comments = (): string[] => Array.from(marks.get().values(), ({ comment }) => comment);

beforeEach(() => has(marked("urn:x:1", "First.")));

test("a deletion is taken back", () => {
  remove("urn:x:1");
  expect(comments()).toEqual([]);
  undo();
  expect(comments()).toEqual(["First."]);
  expect(notice.get()!.sentence).toBe("Taken back.");
});

test("a mark that another tab has kept since stays as it is there", () => {
  remove("urn:x:1");
  has(marked("urn:x:1", "First, and what was typed meanwhile.", 5));
  undo();
  expect(comments()).toEqual(["First, and what was typed meanwhile."]);
  expect(notice.get()!.sentence).toBe("Nothing was taken back: it was changed since.");
});

test("of what a file added, what was written about since stays", () => {
  const read = [marked("urn:x:2", "Two."), marked("urn:x:3", "Three.")];
  changeAndSay(new Map(read.map((mark) => [mark.id, mark])), "2 added.");
  has(marked("urn:x:1", "First."), read[0]!, marked("urn:x:3", "Three, and mine.", 5));
  undo();
  expect(comments()).toEqual(["First.", "Three, and mine."]);
  expect(notice.get()!.sentence).toBe("Taken back, but for what was changed since.");
});
