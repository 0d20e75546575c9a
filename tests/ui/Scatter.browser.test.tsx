import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { Scatter } from "../../src/ui/Scatter.tsx";
import { mount } from "../fixtures/mount.tsx";

test("a unit is equally long on both axes of a scatter", async () => {
  const { place } = mount(
    <Scatter
      clouds={[{ label: "real", tone: "real", mark: "dot", xy: [0, 0, 1, 1] }]}
      x={{ label: "x", domain: [-3, 3] }}
      y={{ label: "y", domain: [-1, 1] }}
    />,
  );
  await expect.element(page.getByText("real")).toBeVisible();
  const { width, height } = place.querySelector(".lp-canvas-equal")!.getBoundingClientRect();
  expect(width / height).toBeCloseTo(3, 1);
});

test("goals that are met are ticked and the others circled; arrows of one run keep their scale", async () => {
  const run = {};
  const scatter = (by: readonly number[], values = [0, 1, 0, 1]) => (
    <Scatter
      run={run}
      clouds={[{ label: "made", tone: "made", mark: "dot", xy: [0, 0] }]}
      goals={[
        { at: [1, 0], reach: 0.3, met: true },
        { at: [-1, 0], reach: 0.3, met: false },
      ]}
      pushes={{ label: "push", at: [0, 0], by }}
      corners={["1 of 2 modes", "3 outside"]}
      field={{ label: "f", values, columns: 2, rows: 2, scale: "sequential" }}
      x={{ label: "x", domain: [-2, 2] }}
      y={{ label: "y", domain: [-2, 2] }}
    />
  );
  const { place, show } = mount(scatter([4, 0]));
  const length = (): number => {
    const [, x, tip] = /M(\d+) \d+L(\d+) /.exec(
      place.querySelector(".lp-push")!.getAttribute("d")!,
    )!;
    return Number(tip) - Number(x);
  };
  await expect.element(page.getByText("1 of 2 modes")).toBeVisible();
  expect(place.querySelector(".lp-tick")!.getAttribute("d")!.match(/M/g)).toHaveLength(1);
  expect(place.querySelector(".lp-goal")!.getAttribute("d")!.match(/M/g)).toHaveLength(1);
  const whole = length();
  show(scatter([2, 0]));
  expect(length()).toBeCloseTo(whole / 2, -1);
  // A critic that died is not painted as if it had contrast.
  expect(place.querySelectorAll(".lp-band-5").length).toBeGreaterThan(0);
  show(scatter([0, 0], [0, 1e-5, 0, 1e-5]));
  await expect.element(page.getByText(/^f: flat, 1/)).toBeVisible();
  expect(place.querySelector(".lp-canvas-equal [class^='lp-band']")).toBeNull();
});
