import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Box, Place } from "../../../src/ui/parts/stage-box.ts";
import { Grip, type GripProps } from "../../../src/ui/parts/Grip.tsx";
import { GripWindow } from "../../../src/ui/parts/GripWindow.tsx";
import { Stage } from "../../../src/ui/parts/Stage.tsx";
import { mount } from "../../fixtures/mount.tsx";
import { drag, mouse, placeIn, swipe, touch, type At } from "../../fixtures/hand.ts";

/** Ten px a unit; y counts downwards. */
const BOX: Box = [
  [0, 20],
  [20, 0],
];

function mountGrip(props: Partial<GripProps> = {}, box = BOX) {
  const onInput = vi.fn<(at: Place) => void>();
  const onCommit = vi.fn<(at: Place) => void>();
  function Held() {
    const [at, setAt] = useState<Place>(props.at ?? [10, 5]);
    return (
      <>
        <Stage label="Plane" box={box} width={200}>
          <Grip
            label="Centre"
            step={0.5}
            {...props}
            at={at}
            onInput={(next) => {
              onInput(next);
              setAt(next);
            }}
            onCommit={onCommit}
          />
        </Stage>
        <svg width="10" height="3000" />
      </>
    );
  }
  const { place } = mount(<Held />);
  const slider = page.getByRole("slider");
  const knob = (): At => placeIn(place.querySelector(".lp-grip-knob")!, [0.5, 0.5]);
  return { place, slider, knob, onInput, onCommit };
}
const by = ([x, y]: At, dx: number, dy: number): At => [x + dx, y + dy];

test("a drag says each place, in steps of the stage's units, and commits the last", async () => {
  const { knob, slider, onInput, onCommit } = mountGrip();
  const from = knob();
  await drag([from, by(from, 10, 10), by(from, 20, 20), by(from, 40, 31)]);
  expect(onInput.mock.calls.length).toBeGreaterThan(1);
  expect(onInput.mock.lastCall).toEqual([[14, 8]]);
  expect(onCommit.mock.calls).toEqual([[[14, 8]]]);
  await expect.element(slider).toHaveAttribute("aria-valuetext", "14, 8");
});

test("taken at its edge it does not jump, and it stays within the stage", async () => {
  const { knob, onInput, onCommit } = mountGrip();
  const edge = by(knob(), 18, -12);
  await mouse("mousePressed", edge);
  await mouse("mouseMoved", by(edge, 1, 0));
  expect(onInput).not.toHaveBeenCalled();
  await mouse("mouseMoved", by(edge, 900, -900));
  await mouse("mouseReleased", by(edge, 900, -900));
  expect(onCommit.mock.calls).toEqual([[[20, 0]]]);
});

test("a press without a move changes nothing", async () => {
  const { knob, onInput, onCommit } = mountGrip();
  await mouse("mousePressed", knob());
  await mouse("mouseReleased", knob());
  expect(onInput).not.toHaveBeenCalled();
  expect(onCommit).not.toHaveBeenCalled();
});

test("arrow keys go the way of the screen, ten times as far with Shift, and commit when let go", async () => {
  const { slider, onInput, onCommit } = mountGrip();
  slider.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(onCommit.mock.lastCall).toEqual([[10.5, 5]]);
  await userEvent.keyboard("{ArrowUp}");
  expect(onCommit.mock.lastCall).toEqual([[10.5, 4.5]]);
  await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
  expect(onInput.mock.lastCall).toEqual([[10.5, 9.5]]);
  expect(onCommit.mock.lastCall).toEqual([[10.5, 9.5]]);
  await userEvent.keyboard("{Control>}{ArrowRight}{/Control}");
  expect(onInput).toHaveBeenCalledTimes(3);
});

test("a finger moves it, and the page stays; a finger taken away gives the value back", async () => {
  const { knob, onInput, onCommit } = mountGrip();
  const from = knob();
  await swipe(from, by(from, 0, 60));
  expect(onCommit.mock.calls).toEqual([[[10, 11]]]);
  expect(scrollY).toBe(0);
  const again = knob();
  await touch("touchStart", again);
  await touch("touchMove", by(again, 30, 0));
  expect(onInput.mock.lastCall).toEqual([[13, 11]]);
  await touch("touchCancel");
  await expect.poll(() => onInput.mock.lastCall).toEqual([[10, 11]]);
  expect(onCommit).toHaveBeenCalledTimes(1);
});

test("Escape ends a drag and gives the value back", async () => {
  const { knob, onInput, onCommit } = mountGrip();
  const from = knob();
  await mouse("mousePressed", from);
  await mouse("mouseMoved", by(from, 50, 0));
  expect(onInput.mock.lastCall).toEqual([[15, 5]]);
  await userEvent.keyboard("{Escape}");
  expect(onInput.mock.lastCall).toEqual([[10, 5]]);
  await mouse("mouseMoved", by(from, 70, 0));
  await mouse("mouseReleased", by(from, 70, 0));
  expect(onInput.mock.lastCall).toEqual([[10, 5]]);
  expect(onCommit).not.toHaveBeenCalled();
});

/** A place in the window, away from its middle. */
const corner = (place: Element): At => placeIn(place.querySelector(".lp-grip-frame")!, [0.9, 0.8]);

test("a window is as large as its side says, and taken anywhere inside", async () => {
  const { place, onCommit } = mountGrip({ children: <GripWindow at={[10, 5]} size={8} /> });
  const { width, height } = place.querySelector(".lp-grip-frame")!.getBoundingClientRect();
  expect([Math.round(width), Math.round(height)]).toEqual([80, 80]);
  const from = corner(place);
  await drag([from, by(from, 20, 0)]);
  expect(onCommit.mock.calls).toEqual([[[12, 5]]]);
});

test("what of a window lies beyond the stage is neither seen nor taken", async () => {
  const { place, onInput } = mountGrip({ children: <GripWindow at={[18, 5]} size={20} /> });
  const from = corner(place);
  expect(from[0]).toBeGreaterThan(place.querySelector(".lp-plane")!.getBoundingClientRect().right);
  await drag([from, by(from, -20, 0)]);
  expect(onInput).not.toHaveBeenCalled();
});

test("the target is as large as a finger at any size of the stage", () => {
  const { place } = mountGrip({}, [
    [0, 1],
    [0, 1],
  ]);
  const { width, height } = place.querySelector(".lp-grip-room")!.getBoundingClientRect();
  expect([width, height]).toEqual([44, 44]);
});

// Last: the page goes on gliding for a while.
test("on one axis a finger drags it along that axis", async () => {
  const { knob, onCommit } = mountGrip({ way: "x" });
  const from = knob();
  await swipe(from, by(from, 60, 0));
  expect(onCommit.mock.calls).toEqual([[[16, 5]]]);
});

test("on one axis it leaves the other alone, and a swipe across scrolls the page", async () => {
  const { knob, slider, onInput, onCommit } = mountGrip({ way: "x" });
  const from = knob();
  await drag([from, by(from, 30, 50)]);
  expect(onCommit.mock.calls).toEqual([[[13, 5]]]);
  await expect.element(slider).toHaveAttribute("aria-valuenow", "13");
  await userEvent.keyboard("{Home}");
  expect(onCommit.mock.lastCall).toEqual([[0, 5]]);
  await userEvent.keyboard("{ArrowUp}");
  expect(onCommit.mock.lastCall).toEqual([[0.5, 5]]);
  await userEvent.keyboard("{End}");
  const calls = onInput.mock.calls.length;
  const below = knob();
  await swipe(by(below, 0, 10), by(below, 0, -120));
  await expect.poll(() => scrollY).toBeGreaterThan(20);
  expect(onInput).toHaveBeenCalledTimes(calls);
});
