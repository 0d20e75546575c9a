import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { Stage } from "../../../src/ui/parts/Stage.tsx";
import { WeightedLinks } from "../../../src/ui/parts/WeightedLinks.tsx";
import { mouse, placeIn } from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

function mountLinks() {
  return mount(
    <Stage
      box={[
        [0, 1],
        [0, 1],
      ]}
      width={200}
    >
      <WeightedLinks
        label="Attention"
        anchors={{ q: [0, 0.5], A: [1, 1], B: [1, 0.5], C: [1, 0], D: [0.5, 0] }}
        links={[
          { from: "q", to: "A", weight: 0.6 },
          { from: "q", to: "B", weight: 0.36 },
          { from: "q", to: "C", weight: 0.04 },
          { from: "q", to: "D", weight: 0 },
        ]}
        numbersFrom={0.5}
      />
    </Stage>,
  ).place;
}

test("a line is as wide as its weight; one too thin to see is dotted, none is none", async () => {
  const place = mountLinks();
  const lines = [...place.querySelectorAll(".lp-link")].map((link) => {
    const line = link.querySelector("line:not(.lp-link-room)")!;
    const { strokeDasharray } = getComputedStyle(line);
    return [line.getAttribute("stroke-width"), strokeDasharray !== "none"];
  });
  expect(lines).toEqual([
    ["6", false],
    ["3.6", false],
    ["0.75", true],
  ]);
  await expect
    .element(
      page.getByRole("img", {
        name: "Attention: q to A 0.60, q to B 0.36, q to C 0.04, q to D 0.00",
      }),
    )
    .toBeInTheDocument();
});

test("numbers stand on the heavy ones, and on the one under the pointer", async () => {
  const place = mountLinks();
  await expect.element(page.getByText("0.60")).toBeVisible();
  await expect.element(page.getByText("0.36")).not.toBeVisible();
  const plane = place.querySelector(".lp-plane")!;
  await mouse("mouseMoved", placeIn(plane, [0.8, 0.51]));
  await expect.element(page.getByText("0.36")).toBeVisible();
});
