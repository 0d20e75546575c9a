import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { LateCharts } from "../../src/figure/LateCharts.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { hover, placeIn } from "../fixtures/hand.ts";
import { mount } from "../fixtures/mount.tsx";
import { ringDemo, ringTrainer } from "../fixtures/ring-demo.tsx";
import { asDemo } from "../fixtures/widen.ts";

const demo = asDemo(ringDemo);

beforeEach(() => {
  document.body.innerHTML = `<figure id="ring"><div><div class="lp-charts"><button class="lp-help"></button><div class="lp-plot-readable" tabindex="0">as served</div></div></div></figure>`;
});

const mounted = (values = {}) => {
  const run = fakeRun(demo, ringTrainer, { precomputed: true, ...values });
  const { place } = mount(<LateCharts id="ring" demo={demo} run={run} />);
  return { run, live: () => place.querySelectorAll(".lp-chart").length, place };
};

test("charts stay as they were served until the reader points at them", async () => {
  const { live, place } = mounted();
  await expect.element(page.getByText("as served")).toBeVisible();
  expect(place.textContent).toBe("as served");
  expect(live()).toBe(0);
  await hover(placeIn(place, [0.5, 0.5]));
  await expect.poll(live).toBe(3);
  await expect.element(page.getByText("as served")).not.toBeInTheDocument();
});

test("a chart that has the focus has it still when it is live", async () => {
  const { live, place } = mounted();
  place.querySelector<HTMLElement>(".lp-plot-readable")!.focus();
  await expect.poll(live).toBe(3);
  await expect.element(page.getByRole("slider").first()).toHaveFocus();
});

test("so has the button that helps to read it", async () => {
  const { live, place } = mounted();
  place.querySelector<HTMLElement>(".lp-help")!.focus();
  await expect.poll(live).toBe(3);
  await expect.element(page.getByRole("button", { name: /^Help on/ }).first()).toHaveFocus();
});

test("they are live once a run has something else to show, and at once where other settings are asked for", async () => {
  const { run, live } = mounted();
  run.play();
  await expect.poll(live).toBe(3);
  const other = mounted({ values: { ...fakeRun(demo, ringTrainer).snapshot().values, c: 0.5 } });
  await expect.poll(other.live).toBe(3);
});
