/** What is true of every demo's answer in words. */
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import type { Demo } from "../src/contract/demo.ts";
import { defaults } from "../src/contract/params.ts";
import { DEFAULT_SEED, readSetup } from "../src/contract/url.ts";
import type { Views } from "../src/contract/view.ts";
import { idleSnapshot } from "../src/engine/page/idle-snapshot.ts";
import { readPosters, type PosterFile } from "../src/engine/page/poster.ts";

const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts", { eager: true });
const views = import.meta.glob<{ views: Views<Demo, ReactNode> }>("../src/papers/*/*/views.tsx", {
  eager: true,
});
const posters = import.meta.glob<{ default: PosterFile }>("../src/papers/*/*/poster.json", {
  eager: true,
});
const beside = <T>(files: Readonly<Record<string, T>>, path: string, name: string): T =>
  files[path.replace("demo.ts", name)]!;

const measured = Object.entries(demos).filter(([, { demo }]) => demo.steps && demo.measures);

describe.each(measured.map(([path, { demo }]) => ({ id: demo.id, demo, path })))(
  "$id",
  ({ demo, path }) => {
    test("between two measures the answer stays that of the first, step and all", () => {
      const { finding } = beside(views, path, "views.tsx").views;
      const pictures = readPosters(beside(posters, path, "poster.json").default);
      const snapshot = idleSnapshot(
        demo,
        { ...readSetup(demo, ""), values: defaults(demo.params), seed: DEFAULT_SEED },
        pictures,
      );
      const then = { ...snapshot, phase: "paused" as const, precomputed: false };
      expect(finding(then)).toMatch(/\d/);
      expect(finding({ ...then, step: 2 * then.step + 1 })).toBe(finding(then));
    });
  },
);
