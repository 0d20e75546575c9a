/** The kernel's answer in words. */
import { expect, test } from "vitest";
import { defaults } from "../../../../src/contract/params.ts";
import { readSetup } from "../../../../src/contract/url.ts";
import type { Snapshot } from "../../../../src/contract/view.ts";
import { idleSnapshot } from "../../../../src/engine/page/idle-snapshot.ts";
import { demo } from "../../../../src/papers/matching-networks/kernel/demo.ts";
import { views } from "../../../../src/papers/matching-networks/kernel/views.tsx";

const NONE = { steps: new Uint32Array(), values: new Float32Array() };

const answer = (s: number, numbers: Readonly<Record<string, number>>): string => {
  const values = { ...defaults(demo.params), k: "1" as const, s };
  const idle = idleSnapshot(demo, { ...readSetup(demo, ""), values }, []);
  const series = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      { steps: Uint32Array.of(0), values: Float32Array.of(value) },
    ]),
  );
  return views.finding({ ...idle, series: { rest: NONE, ...series } } as unknown as Snapshot<
    typeof demo
  >);
};

test("a ceiling that would round to 1 is put in words, and a loss that would round to 0", () => {
  expect(answer(25, { P: 1, loss: 0, ceiling: 1, reluCeiling: 1 })).toBe(
    "A gets nearly all, a loss below 0.0001 if A is right. With 4 classes and s = 25 features can give A nearly all, even if none of their numbers is negative.",
  );
  expect(answer(10, { P: 0.9998, loss: 1.8e-4, ceiling: 1, reluCeiling: 0.9998 })).toContain(
    "can give A nearly all, and 0.9998 if none",
  );
  expect(answer(1, { P: 0.4, loss: 0.9, ceiling: 0.649, reluCeiling: 0.405 })).toContain(
    "no features give A more than 0.649, and 0.405 if none",
  );
});
