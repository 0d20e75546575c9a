import { Profiler } from "react";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { Demo } from "../../src/contract/demo.ts";
import { SeriesChart } from "../../src/figure/SeriesChart.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { mount } from "../fixtures/mount.tsx";
import { ringDemo, ringTrainer } from "../fixtures/ring-demo.tsx";

const sideBySide: Demo = {
  ...ringDemo,
  branches: {
    low: { label: "clipped hard", values: { c: 0.01 } },
    high: { label: "clipped softly", values: { c: 0.5 } },
  },
};
const curve = (...values: number[]) => ({
  steps: Uint32Array.from(values, (_, i) => 25 * i),
  values: Float32Array.from(values),
});

test("each of the runs side by side has a line of its own colour, with its own newest value", async () => {
  const curves = { "low.em": curve(1.6, 1.4, 1.25), "high.em": curve(1.6, 0.5, 0.125) };
  const run = fakeRun(sideBySide, ringTrainer, { curves });
  const { place } = mount(<SeriesChart demo={sideBySide} name="distance" run={run} />);
  await expect.element(page.getByText("clipped hard 1.25")).toBeInTheDocument();
  await expect.element(page.getByText("clipped softly 0.125")).toBeInTheDocument();
  const lines = [...place.querySelectorAll(".lp-line")];
  expect(new Set(lines.map((line) => getComputedStyle(line).stroke)).size).toBe(2);
  // The metric is the chart's: it is explained once.
  await page.getByRole("button", { name: "Help on What is true" }).click();
  await expect.element(page.getByText("Exact, by matching.")).toBeVisible();
  expect(place.querySelectorAll(".lp-help")).toHaveLength(1);
});

test("where a chart has several metrics, colour tells the run, and no two lines are dashed alike", () => {
  const names = ["low.estimate", "low.generator", "high.estimate", "high.generator"];
  const curves = Object.fromEntries(names.map((name, i) => [name, curve(i, i + 1)]));
  const run = fakeRun(sideBySide, ringTrainer, { curves });
  const { place } = mount(<SeriesChart demo={sideBySide} name="loss" run={run} />);
  const looks = [...place.querySelectorAll(".lp-line")].map((line) => {
    const { stroke, strokeDasharray } = getComputedStyle(line);
    return { stroke, dashes: strokeDasharray };
  });
  expect(new Set(looks.map(({ dashes }) => dashes)).size).toBe(4);
  expect(looks[0]!.stroke).toBe(looks[1]!.stroke);
  expect(looks[2]!.stroke).toBe(looks[3]!.stroke);
  expect(looks[0]!.stroke).not.toBe(looks[2]!.stroke);
});

test("a chart is drawn again when its curves grow, and not for what it does not show", async () => {
  const run = fakeRun(ringDemo, ringTrainer);
  const drawn = vi.fn<() => void>();
  mount(
    <Profiler id="chart" onRender={drawn}>
      <SeriesChart demo={ringDemo} name="distance" run={run} />
    </Profiler>,
  );
  run.play();
  run.advance(30);
  await expect.poll(() => drawn.mock.calls.length).toBe(2);
  const shown = run.snapshot();
  // As the engine hands curves out: new views of the same numbers.
  const { em } = shown.curves;
  const again = { em: { steps: em!.steps.subarray(), values: em!.values.subarray() } };
  run.become({ curves: again, notices: ["A notice."], stepsPerSecond: 7, tensors: 40 });
  run.input({ alpha: 0.001 });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  expect(drawn).toHaveBeenCalledTimes(2);
  run.advance(30);
  await expect.poll(() => drawn.mock.calls.length).toBe(3);
});
