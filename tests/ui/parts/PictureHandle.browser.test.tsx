import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { PictureHandle } from "../../../src/ui/parts/PictureHandle.tsx";
import { Stage } from "../../../src/ui/parts/Stage.tsx";
import type { Box, Place } from "../../../src/ui/parts/stage-box.ts";
import { mount } from "../../fixtures/mount.tsx";
import { mouse, placeIn, type At } from "../../fixtures/hand.ts";

/** One px a unit; y counts downwards. A pixel of the picture is two units. */
const BOX: Box = [
  [0, 200],
  [100, 0],
];

function mountHandle() {
  const onInput = vi.fn<(moved: Place) => void>();
  const onCommit = vi.fn<(moved: Place) => void>();
  function Held() {
    const [moved, setMoved] = useState<Place>([0, 0]);
    return (
      <Stage label="Plane" box={BOX} width={200}>
        <PictureHandle
          label="Shift"
          middle={[150, 50]}
          half={28}
          cell={2}
          moved={moved}
          most={14}
          onInput={(next) => {
            onInput(next);
            setMoved(next);
          }}
          onCommit={onCommit}
        />
      </Stage>
    );
  }
  const { place } = mount(<Held />);
  const corner = (): At => placeIn(place.querySelector(".lp-grip-frame")!, [0.2, 0.8]);
  return { slider: page.getByRole("slider"), corner, onInput, onCommit };
}
const by = ([x, y]: At, dx: number, dy: number): At => [x + dx, y + dy];

test("taken anywhere, the picture moves by whole pixels, and no further than it may", async () => {
  const { slider, corner, onInput, onCommit } = mountHandle();
  const from = corner();
  await mouse("mousePressed", from);
  await mouse("mouseMoved", by(from, 6, -9));
  expect(onInput.mock.lastCall![0][0]).toBe(3);
  expect(Math.abs(onInput.mock.lastCall![0][1] + 4.5)).toBe(0.5);
  await mouse("mouseMoved", by(from, 6, 900));
  await mouse("mouseReleased", by(from, 6, 900));
  expect(onCommit.mock.calls).toEqual([[[3, 14]]]);
  await expect.element(slider).toHaveAttribute("aria-valuetext", "3 to the right, 14 down");
});

test("arrow keys move it a pixel the way of the screen; Escape gives a drag back", async () => {
  const { slider, corner, onInput, onCommit } = mountHandle();
  slider.element().focus();
  await userEvent.keyboard("{ArrowRight}{ArrowDown}{ArrowDown}");
  expect(onCommit.mock.calls).toEqual([[[1, 0]], [[1, 1]], [[1, 2]]]);
  const from = corner();
  await mouse("mousePressed", from);
  await mouse("mouseMoved", by(from, -20, 0));
  expect(onInput.mock.lastCall).toEqual([[-9, 2]]);
  await userEvent.keyboard("{Escape}");
  expect(onInput.mock.lastCall).toEqual([[1, 2]]);
  await mouse("mouseReleased", by(from, -20, 0));
  expect(onCommit).toHaveBeenCalledTimes(3);
});
