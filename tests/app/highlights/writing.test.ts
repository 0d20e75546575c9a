/** Two tabs on one comment: nothing that was typed in either is lost in silence. */
import { beforeEach, expect, test } from "vitest";
import { revised, type Mark } from "../../../src/app/highlights/mark.ts";
import { deletedElsewhere, marks } from "../../../src/app/highlights/store.ts";
import { beginWriting } from "../../../src/app/highlights/writing.ts";

const MARK: Mark = {
  id: "urn:x:1",
  note: "wgan",
  colour: "green",
  comment: "First.",
  created: "2026-03-11T09:00:00.000Z",
  modified: "2026-03-11T09:00:00.000Z",
  passage: { exact: "critic", prefix: "", suffix: "", start: 0, end: 6 },
};
const comment = (): string | undefined => marks.get().get(MARK.id)?.comment;

/** What this tab reads after another has stored. */
function elsewhere(text: string | null): void {
  const now = marks.get().get(MARK.id)!;
  if (text === null) {
    deletedElsewhere.set(MARK.id, now);
    marks.set(new Map());
  } else marks.set(new Map([[MARK.id, revised(now, { comment: text })]]));
}

beforeEach(() => {
  deletedElsewhere.clear();
  marks.set(new Map([[MARK.id, MARK]]));
});

test("what is typed is stored, again and again", () => {
  const writing = beginWriting(MARK);
  writing.type("Second.");
  expect(writing.store()).toBeNull();
  writing.type("Third.");
  expect(writing.store()).toBeNull();
  expect(comment()).toBe("Third.");
});

test("a change elsewhere is not overwritten in silence, and the reader says what stands", () => {
  const writing = beginWriting(MARK);
  writing.type("Mine.");
  elsewhere("Theirs.");
  expect(writing.store()).toBe("Theirs.");
  expect(comment()).toBe("Theirs.");
  expect(writing.both()).toBe("Mine.\n\n---\n\nTheirs.");
  writing.settle("Mine.");
  expect(writing.store()).toBeNull();
  expect(comment()).toBe("Mine.");
});

test("who leaves without saying keeps both", () => {
  const writing = beginWriting(MARK);
  writing.type("Mine.");
  elsewhere("Theirs.");
  writing.end();
  expect(comment()).toBe("Mine.\n\n---\n\nTheirs.");
});

test("where nothing was typed the field follows the other tab", () => {
  const writing = beginWriting(MARK);
  elsewhere("Theirs.");
  expect(writing.follow(marks.get().get(MARK.id)!)).toBe("Theirs.");
  writing.type("Theirs, and mine.");
  expect(writing.store()).toBeNull();
  expect(comment()).toBe("Theirs, and mine.");
});

test.each([
  ["not stored yet", false],
  ["stored already", true],
])("a deletion elsewhere does not take what was typed: %s", (_, stored) => {
  const writing = beginWriting(MARK);
  writing.type("Long thoughts.");
  if (stored) writing.store();
  elsewhere(null);
  writing.end();
  expect(comment()).toBe("Long thoughts.");
});

test("a deletion here, or of what nobody writes about, stands", () => {
  const here = beginWriting(MARK);
  here.type("Mine.");
  here.store();
  marks.set(new Map());
  here.end();
  expect(comment()).toBeUndefined();
  marks.set(new Map([[MARK.id, MARK]]));
  const reading = beginWriting(MARK);
  elsewhere(null);
  reading.end();
  expect(comment()).toBeUndefined();
});
