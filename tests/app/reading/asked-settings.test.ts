/** What the text asks of a figure is done once, in order, be the figure live or not. */
import { afterEach, expect, test } from "vitest";
import { ask, forgetAsked, whenAsked } from "../../../src/app/reading/asked-settings.ts";
import type { Chosen } from "../../../src/figure/choose.ts";

const ends: (() => void)[] = [];
function live(demo: string): Chosen[] {
  const done: Chosen[] = [];
  ends.push(whenAsked(demo, (chosen) => done.push(chosen)));
  return done;
}
const c = (text: string): Chosen => ({ settings: { c: text } });

afterEach(() => {
  for (const end of ends.splice(0)) end();
  forgetAsked();
});

test("a live figure does it at once", async () => {
  const done = live("toy/ring");
  await ask("toy/ring", c("0.1"));
  expect(done).toEqual([c("0.1")]);
});

test("a figure that is not live does it when it is, in the order of the presses", async () => {
  const asked = [ask("toy/ring", c("0.1")), ask("toy/ring", c("0.2"))];
  expect(live("toy/line")).toEqual([]);
  const done = live("toy/ring");
  await Promise.all(asked);
  expect(done).toEqual([c("0.1"), c("0.2")]);
  expect(live("toy/ring")).toEqual([]);
});

test("of two figures with one run the later answers, and the run is set once", async () => {
  const [hero, whole] = [live("toy/ring"), live("toy/ring")];
  await ask("toy/ring", c("0.1"));
  expect([hero.length, whole.length]).toEqual([0, 1]);
});

test("what a reader asked before leaving the note is forgotten", () => {
  void ask("toy/ring", c("0.1"));
  forgetAsked();
  expect(live("toy/ring")).toEqual([]);
});
