/** The picture that a page is served with stands until the live one follows, in a task of its own. */
import { flushSync } from "react-dom";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { View } from "../../src/contract/view.ts";
import type { Demo } from "../../src/contract/demo.ts";
import type { ReactNode } from "react";
import { Pictures } from "../../src/figure/Pictures.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { mount } from "../fixtures/mount.tsx";
import { ringDemo, ringTrainer } from "../fixtures/ring-demo.tsx";
import { asDemo } from "../fixtures/widen.ts";

const demo = asDemo(ringDemo);

const view = (name: string): View<Demo, ReactNode> => ({
  label: name,
  needs: [],
  draw: ({ step }) => `${name} live at ${step}`,
  describe: () => "",
});

function mounted(start: Parameters<typeof fakeRun>[2] = { precomputed: true }, id = "ring") {
  const served = document.createElement("figure");
  served.id = "ring";
  served.innerHTML = `<div><div class="lp-view-picture"><i>left</i> as served</div><div class="lp-view-picture">right as served</div></div>`;
  document.body.append(served);
  const run = fakeRun(demo, ringTrainer, start);
  const views = { views: [view("left"), view("right")], finding: () => "" };
  const { place } = mount(
    <Pictures id={id} demo={demo} views={views} run={run} onCommit={() => undefined} />,
  );
  const shown = () =>
    [...place.querySelectorAll(".lp-view-picture")].map((picture) => picture.textContent);
  return { run, shown, served };
}

test("each picture is the served one at first, taken out of the page, and then the live one", async () => {
  const { shown, served } = mounted();
  expect(shown()).toEqual(["left as served", "right as served"]);
  expect(served.textContent).toBe("");
  await expect.poll(shown).toEqual(["left live at 0", "right live at 0"]);
});

test("what changes before that is shown at once", () => {
  const { run, shown } = mounted();
  flushSync(() => run.become({ step: 7 }));
  expect(shown()).toEqual(["left live at 7", "right live at 7"]);
});

test("where other settings are asked for, or nothing was served, it is live at once", async () => {
  const { values } = fakeRun(demo, ringTrainer).snapshot();
  const live = ["left live at 0", "right live at 0"];
  expect(mounted({ precomputed: true, values: { ...values, c: 0.5 } }).shown()).toEqual(live);
  expect(mounted({ precomputed: true }, "").shown()).toEqual(live);
  expect(mounted({ precomputed: false }).shown()).toEqual(live);
  await expect.element(page.getByText("left as served").first()).toBeInTheDocument();
});
