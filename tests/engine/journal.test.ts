import fc from "fast-check";
import { expect, test } from "vitest";
import type { Wire } from "../../src/contract/params.ts";
import {
  actedSoFar,
  applied,
  begin,
  change,
  changeSteps,
  replay,
  type Journal,
  type Message,
} from "../../src/engine/journal.ts";

test("a replay opens, then makes each change where it acted, the unknown ones at the step reached", () => {
  let journal = begin("toy/fall", { rate: "1", grid: "off" }, 3);
  journal = change(journal, 1, { rate: "2" });
  journal = change(journal, 2, { rate: "3" });
  journal = change(journal, 3, { rate: "4" }, 95);
  journal = applied(journal, [{ rev: 1, step: 40 }]);
  const params = { rate: "1", grid: "on" };
  expect(replay(journal, 90, { grid: "on" })).toEqual([
    { type: "open", demo: "toy/fall", params, seed: 3, eager: false },
    { type: "set", rev: 1, params: { rate: "2" }, at: 40 },
    { type: "set", rev: 2, params: { rate: "3" }, at: 90 },
    { type: "set", rev: 3, params: { rate: "4" }, at: 95 },
  ]);
  expect(changeSteps(journal)).toEqual([40]);
});

test("reports in any order and repeated give the same journal", () => {
  const reports = fc.array(fc.record({ rev: fc.integer({ min: 0, max: 6 }), step: fc.nat(100) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(reports, (list) => {
      const steps = new Set<number>();
      const unique = [...new Map(list.map((report) => [report.rev, report])).values()].filter(
        ({ step }) => !steps.has(step) && steps.add(step),
      );
      const journal = [1, 2, 3, 4, 5].reduce((so, rev) => change(so, rev, {}), begin("d", {}, 1));
      const once = applied(journal, unique);
      expect(applied(once, unique)).toEqual(once);
      expect(unique.reduce((so, report) => applied(so, [report]), journal)).toEqual(once);
    }),
  );
});

test("what a receipt tells ends where the run stands", () => {
  let journal = change(begin("d", { a: "0" }, 1), 1, { a: "9" }, 50);
  journal = change(journal, 2, { b: "1" });
  journal = applied(journal, [{ rev: 2, step: 20 }]);
  expect(actedSoFar(journal, 30).changes).toEqual([{ step: 20, params: { b: "1" } }]);
  journal = applied(journal, [{ rev: 1, step: 50 }]);
  expect(actedSoFar(journal, 30).changes.length).toBe(1);
  expect(actedSoFar(journal, 60).changes.map(({ step }) => step)).toEqual([20, 50]);
});

/** The settings that a worker takes each step with: as it holds changes back and lets them act in the order of sending. */
function stepsOf(messages: readonly Message[], count: number): Wire[] {
  let settings: Wire = {};
  let held: (Message & { type: "set" })[] = [];
  for (const message of messages) {
    if (message.type === "open") settings = message.params;
    if (message.type === "set") held.push(message);
  }
  return Array.from({ length: count }, (_, step) => {
    for (const { at = 0, params } of held) if (at <= step) settings = { ...settings, ...params };
    held = held.filter(({ at = 0 }) => at > step);
    return settings;
  });
}

test("folding strokes never changes what a replay computes", () => {
  const stroke = fc.record({
    params: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("1", "2", "3")),
    /** Steps taken before it acted, since the stroke before; null where the worker never said. */
    later: fc.option(fc.nat(2), { freq: 6 }),
    /** Held back until then: of a replayed run. */
    at: fc.option(fc.nat(20), { freq: 4 }),
  });
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 20 }), fc.boolean(), (strokes, atOnce) => {
      let whole: Journal = begin("d", { a: "0", b: "0" }, 1);
      let folded = whole;
      const reports: { rev: number; step: number }[] = [];
      let step = 0;
      for (const [i, { params, later, at }] of strokes.entries()) {
        const rev = i + 1;
        folded = change(folded, rev, params, at);
        step += later ?? 0;
        const acted = at ?? (later === null ? null : step);
        whole = { ...whole, changes: [...whole.changes, { rev, params, at, step: acted }] };
        if (acted === null) continue;
        reports.push({ rev, step: acted });
        if (atOnce) folded = applied(folded, [{ rev, step: acted }]);
      }
      if (!atOnce) folded = applied(folded, reports);
      expect(stepsOf(replay(folded, 50), 60)).toEqual(stepsOf(replay(whole, 50), 60));
      const known = folded.changes.flatMap((each) => (each.step === null ? [] : [each.step]));
      expect(new Set(known).size).toBe(known.length);
      const told = (journal: Journal) =>
        actedSoFar(journal, 50).changes.map(
          (each) => ({ type: "set", rev: 0, params: each.params, at: each.step }) as const,
        );
      expect(stepsOf(told(folded), 60)).toEqual(stepsOf(told(whole), 60));
    }),
    { numRuns: 500 },
  );
});
