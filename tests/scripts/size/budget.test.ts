/** The rule for scripts on a planted build: two demos on one page, which share a chunk. */
import { expect, test } from "vitest";
import { overBudget, pageStyles, scriptSizes } from "../../../scripts/size/budget.ts";
import type { Manifest } from "../../../scripts/size/manifest.ts";

const MANIFEST: Manifest = {
  "index.html": { file: "shell.js", imports: ["_react.js"], css: ["shell.css"] },
  "_react.js": { file: "react.js" },
  "src/app/DemoMount.tsx": {
    file: "figure.js",
    imports: ["_react.js", "index.html"],
    dynamicImports: ["src/papers/wgan/ring/views.tsx"],
  },
  "src/figure/PlayBar.tsx": { file: "running.js", imports: ["_react.js"] },
  "src/figure/Charts.tsx": { file: "charts.js", imports: ["_react.js", "_axes.js"] },
  "_axes.js": { file: "axes.js" },
  "_scatter.js": { file: "scatter.js", css: ["scatter.css"] },
  "src/papers/wgan/paper.ts?demos": { file: "wgan-demos.js" },
  "src/papers/wgan/ring/demo.ts": { file: "ring-demo.js" },
  "src/papers/wgan/ring/views.tsx": {
    file: "ring-views.js",
    imports: ["_react.js", "_scatter.js", "_axes.js", "src/app/DemoMount.tsx"],
  },
  "src/papers/wgan/lines/demo.ts": { file: "lines-demo.js" },
  "src/papers/wgan/lines/views.tsx": { file: "lines-views.js", imports: ["_scatter.js"] },
};
const KB: Record<string, number> = {
  "shell.js": 22,
  "react.js": 60,
  "figure.js": 7.5,
  "wgan-demos.js": 0.5,
  "running.js": 1,
  "charts.js": 2,
  "axes.js": 0.5,
  "home.js": 3,
  "scatter.js": 2,
  "ring-demo.js": 1,
  "ring-views.js": 4,
  "lines-demo.js": 1,
  "lines-views.js": 6,
};
const PAGES = {
  "/": {
    demos: [],
    stepped: [],
    charted: [],
    linked: ["home.js", "shell.js", "home.css"],
    joined: [],
  },
  "/wgan/": {
    demos: ["wgan/ring", "wgan/lines"],
    stepped: ["wgan/ring"],
    charted: [],
    linked: ["shell.js", "page.css"],
    joined: ["shell.css"],
  },
};
const sizes = (kB: Record<string, number> = KB) =>
  scriptSizes(MANIFEST, PAGES, (files) => [...files].reduce((sum, file) => sum + kB[file]!, 0));

test("a page is its shell, with the table of its paper's demos, and its heaviest figure; figures don't add up", () => {
  expect(sizes()).toEqual({
    pages: {
      "/": { shell: 85, heaviest: "", script: 85 },
      "/wgan/": { shell: 90, heaviest: "wgan/lines", script: 99 },
    },
    // What both use counts for each, and what one shares with charts.
    demos: { "wgan/ring": 7.5, "wgan/lines": 9 },
  });
  expect(overBudget(sizes())).toEqual([]);
});

test("a figure with steps is charged with what runs it", () => {
  expect(sizes({ ...KB, "running.js": 3 }).pages["/wgan/"]).toEqual({
    shell: 90,
    heaviest: "wgan/ring",
    script: 100.5,
  });
});

test("charts do not count: the page is served with them, and their style sheet does", () => {
  const page = { ...PAGES["/wgan/"], charted: ["wgan/ring"] };
  const { pages } = scriptSizes(MANIFEST, { "/wgan/": page }, (files) =>
    [...files].reduce((sum, file) => sum + KB[file]!, 0),
  );
  expect(pages["/wgan/"]).toEqual({ shell: 90, heaviest: "wgan/lines", script: 99 });
});

test("a page beyond its budget is told with what makes it so", () => {
  expect(overBudget(sizes({ ...KB, "lines-views.js": 8 }))).toEqual([
    "/wgan/ needs 101.0 kB of script before Run: 90.0 kB of shell and figures’ machinery, and 11.0 kB of its heaviest figure, wgan/lines. The budget is 100 kB.",
  ]);
  expect(overBudget(sizes({ ...KB, "home.js": 19 }))).toEqual([
    "/ needs 101.0 kB of script; the budget is 100 kB.",
  ]);
});

test("a demo has a budget of its own, whatever its page has left", () => {
  expect(overBudget(sizes({ ...KB, "shell.js": 5, "ring-views.js": 9 }))).toEqual([
    "wgan/ring brings 12.5 kB of script to its page; the budget of one demo is 12 kB.",
  ]);
});

test("a demo that the build does not know is an error, not nothing", () => {
  const pages = { "/x/": { demos: ["x/gone"], stepped: [], charted: [], linked: [], joined: [] } };
  expect(() => scriptSizes(MANIFEST, pages, () => 0)).toThrow(
    /src\/papers\/x\/(paper\.ts\?demos|gone\/demo\.ts)/,
  );
});

test("style sheets count once, those of figures too", () => {
  expect([...pageStyles(MANIFEST, PAGES["/wgan/"])].toSorted()).toEqual([
    "page.css",
    "scatter.css",
  ]);
});
