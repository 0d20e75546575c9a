import { expect, test } from "vitest";
import { DataUnits } from "../../../src/ui/parts/DataUnits.tsx";
import { Layer } from "../../../src/ui/parts/Layer.tsx";
import { Stage } from "../../../src/ui/parts/Stage.tsx";
import { useStage, type StageScale } from "../../../src/ui/parts/stage-scale.ts";
import type { Box } from "../../../src/ui/parts/stage-box.ts";
import { StageX, StageY } from "../../../src/ui/parts/StageAxes.tsx";
import { mount } from "../../fixtures/mount.tsx";

const DOWN: Box = [
  [0, 20],
  [10, 0],
];
const UP: Box = [
  [-1, 1],
  [-2, 2],
];

/** A dot at a place by each of the two ways. */
function Dots({ x, y, tell }: { x: number; y: number; tell?: (scale: StageScale) => void }) {
  const scale = useStage();
  tell?.(scale);
  return (
    <Layer>
      <circle cx={scale.x(x)} cy={scale.y(y)} r="2" />
      <DataUnits>
        <path d={`M${x} ${y}h0`} strokeWidth="4" />
      </DataUnits>
    </Layer>
  );
}
function middleOf(element: Element, plane: Element): number[] {
  const [inner, outer] = [element.getBoundingClientRect(), plane.getBoundingClientRect()];
  return [inner.left + inner.width / 2 - outer.left, inner.top + inner.height / 2 - outer.top].map(
    Math.round,
  );
}

test.each([
  ["downwards", DOWN, [5, 2], [50, 20]],
  ["upwards", UP, [-0.5, 1], [50, 100]],
] as const)("y counts %s: marks and paths come to the same place", (_, box, [x, y], wanted) => {
  const { place } = mount(
    <Stage box={box} width={200}>
      <Dots x={x} y={y} />
    </Stage>,
  );
  const plane = place.querySelector(".lp-plane")!;
  expect(middleOf(place.querySelector("circle")!, plane)).toEqual(wanted);
  expect(middleOf(place.querySelector("path")!, plane)).toEqual(wanted);
});

test("what stands on it is drawn once when it comes into a page", () => {
  let times = 0;
  mount(
    <Stage box={DOWN} width={200}>
      <Dots x={0} y={0} tell={() => (times += 1)} />
    </Stage>,
  );
  expect(times).toBe(1);
});

test("px and data units lead to one another, also on a page that is scrolled", () => {
  let scale: StageScale | undefined;
  const { place } = mount(
    <>
      <svg width="10" height="2000" />
      <Stage box={DOWN} width={200}>
        <Dots x={0} y={0} tell={(given) => (scale = given)} />
      </Stage>
    </>,
  );
  scrollTo(0, 300);
  expect(scale!.toPx([5, 2]).map(Math.round)).toEqual([50, 20]);
  const { left, top } = place.querySelector(".lp-plane")!.getBoundingClientRect();
  const [x, y] = scale!.fromPx(left + 50, top + 20);
  expect(x).toBeCloseTo(5);
  expect(y).toBeCloseTo(2);
});

test("units are equally long, or free where a height is given; axes stand at the plane's edges", () => {
  const { place, show } = mount(
    <Stage
      box={DOWN}
      width={200}
      axes={
        <>
          <StageX span={DOWN[0]} label="t" />
          <StageY span={DOWN[1]} label="p" />
        </>
      }
    >
      {null}
    </Stage>,
  );
  const size = () => {
    const { width, height } = place.querySelector(".lp-plane")!.getBoundingClientRect();
    return [width, height];
  };
  expect(size()).toEqual([200, 100]);
  const axis = place.querySelector(".lp-axis-x svg")!.getBoundingClientRect();
  const plane = place.querySelector(".lp-plane")!.getBoundingClientRect();
  expect([axis.left, axis.right]).toEqual([plane.left, plane.right]);
  show(
    <Stage box={DOWN} width={200} height="3rem">
      {null}
    </Stage>,
  );
  expect(size()).toEqual([200, 48]);
});
