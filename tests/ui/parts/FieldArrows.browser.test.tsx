import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { FieldArrows } from "../../../src/ui/parts/FieldArrows.tsx";
import { Stage } from "../../../src/ui/parts/Stage.tsx";
import { mount } from "../../fixtures/mount.tsx";

const pairs = (...data: number[]) => ({
  shape: [data.length / 2, 2],
  data: Float32Array.from(data),
});

test("the key's arrow is as long as an arrow of its number; cut ones are counted and end otherwise", async () => {
  const { place } = mount(
    <Stage
      box={[
        [0, 10],
        [0, 10],
      ]}
      width={300}
    >
      <FieldArrows
        label="|∇f|"
        at={pairs(2, 5, 5, 5, 8, 5, 1, 1)}
        vectors={pairs(0.5, 0, 0, 9, 0.25, 0, 0, 0)}
        full={0.5}
        longest={0.2}
      />
    </Stage>,
  );
  const arrows = [...place.querySelectorAll<SVGLineElement>(".lp-arrow")];
  const size = (line: SVGLineElement) => {
    const px = (length: SVGAnimatedLength) => length.baseVal.value;
    return Math.round(Math.hypot(px(line.x2) - px(line.x1), px(line.y2) - px(line.y1)));
  };
  // Whole, cut, half, and the key's own.
  expect(arrows.map(size)).toEqual([60, 60, 30, 60]);
  const ends = arrows.map((line) => line.getAttribute("marker-end"));
  expect(new Set(ends).size).toBe(2);
  expect(ends[1]).not.toBe(ends[0]);
  // No length has no direction.
  expect(place.querySelectorAll(".lp-arrow-dot")).toHaveLength(1);
  await expect.element(page.getByText("|∇f| 0.5; 1 longer, cut at the bar")).toBeVisible();
});

test("up on the stage is up on the screen", () => {
  const { place } = mount(
    <Stage
      box={[
        [0, 1],
        [0, 1],
      ]}
      width={100}
    >
      <FieldArrows label="g" at={pairs(0.5, 0.5)} vectors={pairs(0, 1)} full={1} unkeyed />
    </Stage>,
  );
  const line = place.querySelector<SVGLineElement>(".lp-arrow")!;
  expect(line.y2.baseVal.value).toBeLessThan(line.y1.baseVal.value);
});
