import { useState } from "react";
import { expect, test, vi } from "vitest";
import { Grip } from "../../../src/ui/parts/Grip.tsx";
import { GripWindow } from "../../../src/ui/parts/GripWindow.tsx";
import { Stage } from "../../../src/ui/parts/Stage.tsx";
import type { Place } from "../../../src/ui/parts/stage-box.ts";
import { placeIn, swipe, touch, type At } from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

const onCommit = vi.fn<(at: Place) => void>();
const onInput = vi.fn<(at: Place) => void>();
const START: Place = [10, 5];

/** Ten px a unit; y counts downwards. */
const BOX = [
  [0, 20],
  [20, 0],
] as const;

function Held() {
  const [at, setAt] = useState(START);
  onInput.mockImplementation(setAt);
  return (
    <>
      <Stage label="Plane" box={BOX} width={200}>
        <Grip label="Centre" step={0.5} at={at} onInput={onInput} onCommit={onCommit}>
          <GripWindow at={START} size={8} />
        </Grip>
      </Stage>
      <svg width="10" height="3000" />
    </>
  );
}

const by = ([x, y]: At, dx: number, dy: number): At => [x + dx, y + dy];

test("a swipe over a window scrolls the page; a finger that rests on it first, or sets out sideways, drags it any way", async () => {
  const { place } = mount(<Held />);
  const from = placeIn(place.querySelector(".lp-grip-frame")!, [0.9, 0.8]);
  await touch("touchStart", from);
  await new Promise((resolve) => setTimeout(resolve, 250));
  for (const dy of [10, 20, 30, 40]) await touch("touchMove", by(from, 0, dy));
  await touch("touchEnd");
  expect(onCommit.mock.calls).toEqual([[[10, 9]]]);
  await touch("touchStart", from);
  for (const [dx, dy] of [
    [20, 0],
    [30, 0],
    [30, 20],
    [30, 40],
  ] as const)
    await touch("touchMove", by(from, dx, dy));
  await touch("touchEnd");
  expect(onCommit.mock.lastCall).toEqual([[13, 13]]);
  expect(scrollY).toBe(0);
  onInput.mockClear();
  await swipe(from, by(from, 0, -120), 10);
  await expect.poll(() => scrollY).toBeGreaterThan(20);
  expect(onCommit).toHaveBeenCalledTimes(2);
  // Not even for a moment: a figure would begin to compute.
  expect(onInput).not.toHaveBeenCalled();
});
