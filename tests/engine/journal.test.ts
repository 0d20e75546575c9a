import fc from "fast-check";
import { expect, test } from "vitest";
import { applied, begin, change, changeSteps, replay } from "../../src/engine/journal.ts";

test("a replay opens, then makes each change where it acted, the unknown ones at the step reached", () => {
  let journal = begin("toy/fall", { rate: "1" }, 3);
  journal = change(journal, 1, { rate: "2" });
  journal = change(journal, 2, { rate: "3" });
  journal = applied(journal, [{ rev: 1, step: 40 }]);
  expect(replay(journal, "r", 90)).toEqual([
    { type: "open", run: "r", demo: "toy/fall", params: { rate: "1" }, seed: 3, eager: false },
    { type: "set", run: "r", rev: 1, params: { rate: "2" }, at: 40 },
    { type: "set", run: "r", rev: 2, params: { rate: "3" }, at: 90 },
  ]);
  expect(changeSteps(journal)).toEqual([40]);
});

test("reports in any order and repeated give the same journal", () => {
  const reports = fc.array(fc.record({ rev: fc.integer({ min: 0, max: 6 }), step: fc.nat(100) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(reports, (list) => {
      const unique = [...new Map(list.map((report) => [report.rev, report])).values()];
      const journal = [1, 2, 3, 4, 5].reduce((so, rev) => change(so, rev, {}), begin("d", {}, 1));
      const once = applied(journal, unique);
      expect(applied(once, unique)).toEqual(once);
      expect(unique.reduce((so, report) => applied(so, [report]), journal)).toEqual(once);
    }),
  );
});
