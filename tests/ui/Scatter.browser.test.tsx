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
