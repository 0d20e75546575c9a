/** One run in two figures: what each asks for does not undo what the other does. */
import { expect, test } from "vitest";
import { seatsOf } from "../../src/app/seats-of.ts";
import { fakeRun } from "../fixtures/fake-run.ts";
import { ringDemo, ringTrainer } from "../fixtures/ring-demo.tsx";
import { asDemo } from "../fixtures/widen.ts";

test("the run computes what any figure draws, while any is seen", () => {
  const run = fakeRun(asDemo(ringDemo), ringTrainer, {});
  const seat = seatsOf(run);
  const [hero, whole] = [seat(), seat()];
  hero.watch(["real", "made"]);
  whole.watch(["made", "field"]);
  hero.visible(true);
  whole.visible(false);
  hero.visible(false);
  hero.watch([]);
  expect(run.asked).toEqual([
    "watch real,made",
    "watch real,made,field",
    "visible true",
    "visible true",
    "visible false",
    "watch made,field",
  ]);
  hero.play();
  expect(whole.snapshot().phase).toBe(run.snapshot().phase);
  expect(run.snapshot().phase).toBe("training");
});
