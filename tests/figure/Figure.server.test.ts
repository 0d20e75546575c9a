import { createElement } from "react";
import { prerender } from "react-dom/static.edge";
import { expect, test } from "vitest";
import { Figure } from "../../src/figure/Figure.tsx";
import { asDemo, asViews } from "../fixtures/widen.ts";
import { fakeRun } from "../fixtures/fake-run.ts";
import { ringDemo, ringTrainer, ringViews } from "../fixtures/ring-demo.tsx";

const demo = asDemo(ringDemo);
const run = fakeRun(demo, ringTrainer, {
  precomputed: true,
  step: 2000,
  seed: 7,
  outputs: ringTrainer.outputs(2000, 7),
});
const { prelude } = await prerender(
  createElement(Figure, { demo, views: asViews(ringViews), run, version: "", share: () => "" }),
);
const html = await new Response(prelude).text();

test("the page as built says where its picture comes from", () => {
  expect(html).toContain("Computed when this page was built.");
});

test("the page as built holds the picture and its description", () => {
  expect(html).toContain("lp-cloud-ring");
  expect(html).toContain("After 2000 steps the generated points lie near the ring.");
});

test("no style attributes: the content security policy would drop them", () => {
  expect(html).not.toMatch(/\sstyle=/);
});

test("ids are unique and references resolve", () => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  const references = [
    ...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"/gi),
  ];
  expect(references.length).toBeGreaterThan(20);
  for (const [, value] of references) {
    for (const id of value!.split(" ")) expect(ids).toContain(id);
  }
});
