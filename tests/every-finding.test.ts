/** What is true of every demo's answer in words. */
import type { ReactNode } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import { publicFiles } from "../scripts/checkout/public-file.ts";
import type { NDArray } from "../src/contract/array.ts";
import type { Demo } from "../src/contract/demo.ts";
import { defaults, fromWire } from "../src/contract/params.ts";
import { DEFAULT_SEED, readSetup } from "../src/contract/url.ts";
import type { Seen, Snapshot, Views } from "../src/contract/view.ts";
import { runHeadless } from "../src/engine/headless.ts";
import { idleSnapshot } from "../src/engine/page/idle-snapshot.ts";
import { readPosters, type PosterFile } from "../src/engine/page/poster.ts";
import { seen } from "../src/engine/page/seen.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { useBackend } from "../src/math/backend.ts";

const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts", { eager: true });
const views = import.meta.glob<{ views: Views<Demo, ReactNode> }>("../src/papers/*/*/views.tsx", {
  eager: true,
});
const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts", {
  eager: true,
});
const posters = import.meta.glob<{ default: PosterFile }>("../src/papers/*/*/poster.json", {
  eager: true,
});
const beside = <T>(files: Readonly<Record<string, T>>, path: string, name: string): T =>
  files[path.replace("demo.ts", name)]!;

/** The same run a moment later: pictures are drawn of every frame, measures are taken now and then. */
function laterFrame<S extends Pick<Snapshot, "outputs">>(run: S): S {
  const outputs = Object.entries(run.outputs as Readonly<Record<string, NDArray>>).map(
    ([name, { shape, data }]) => [name, { shape, data: data.toReversed() }],
  );
  return { ...run, outputs: Object.fromEntries(outputs) };
}

const measured = Object.entries(demos).filter(([, { demo }]) => demo.steps && demo.measures);

describe.each(measured.map(([path, { demo }]) => ({ id: demo.id, demo, path })))(
  "$id",
  ({ demo, path }) => {
    const { finding } = beside(views, path, "views.tsx").views;
    const snapshot = idleSnapshot(
      demo,
      { ...readSetup(demo, ""), values: defaults(demo.params), seed: DEFAULT_SEED },
      readPosters(beside(posters, path, "poster.json").default),
    );

    test("while the run goes on the answer is of the measures, not of a frame that is gone when it is read", () => {
      const now: Snapshot = { ...snapshot, phase: "training", playing: true, precomputed: false };
      const branches = Object.entries<Seen<Demo>>(now.branches).map(([name, branch]) => [
        name,
        laterFrame(branch),
      ]);
      const later = { ...laterFrame(now), branches: Object.fromEntries(branches) };
      expect(finding(now)).toMatch(/\d/);
      expect(finding(later)).toBe(finding(now));
    });

    test("between two measures the answer stays that of the first, step and all", () => {
      const then = { ...snapshot, phase: "paused" as const, precomputed: false };
      expect(finding(then)).toMatch(/\d/);
      expect(finding({ ...then, step: 2 * then.step + 1 })).toBe(finding(then));
    });
  },
);

// Of demos with steps a run afresh takes minutes: the same call writes their answer and their curves, and the tests of every demo
// compute the beginning of those again.
const instant = Object.entries(demos).filter(([, { demo }]) => !demo.steps);

describe.each(instant.map(([path, { demo }]) => ({ id: demo.id, demo, path })))(
  "$id",
  ({ demo, path }) => {
    beforeAll(() => useBackend("wasm"));

    test("its precomputed pictures say what the same run says, figure by figure", async () => {
      const { finding, views: all } = beside(views, path, "views.tsx").views;
      const { program } = beside(programs, path, "program.ts");
      for (const poster of readPosters(beside(posters, path, "poster.json").default)) {
        const { params, seed } = poster;
        const { values } = fromWire(demo.params, params);
        const kept = idleSnapshot(demo, { ...readSetup(demo, ""), values, seed }, [poster]);
        const outputs = Object.keys(demo.outputs);
        const how = { demo, program, params, seed, files: publicFiles, steps: 0, outputs };
        const run = await runHeadless(how);
        const fresh: Snapshot = { ...kept, ...seen(demo, run.series, run.outputs, {}) };
        expect(poster.finding).toBe(finding(fresh));
        for (const view of all) expect(view.describe(kept)).toBe(view.describe(fresh));
      }
    });
  },
);
