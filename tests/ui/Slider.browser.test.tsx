/** A slider under a finger, on a page that can be scrolled. */
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { Slider } from "../../src/ui/Slider.tsx";
import { mouse, nextFrame, placeIn, swipe, touch, type At } from "../fixtures/hand.ts";
import { mount } from "../fixtures/mount.tsx";

function mountSlider() {
  const onInput = vi.fn<(value: number) => void>();
  const onCommit = vi.fn<(value: number) => void>();
  function Held() {
    const [value, setValue] = useState(64);
    const input = (next: number): void => {
      onInput(next);
      setValue(next);
    };
    return (
      <Slider
        label="m"
        scale={{ min: 0, max: 200, step: 1, log: false }}
        value={value}
        valueText={String(value)}
        onInput={input}
        onCommit={onCommit}
      />
    );
  }
  const { place } = mount(<Held />);
  place.style.padding = "300px 0 3000px";
  const slider = page.getByRole("slider").element() as HTMLInputElement;
  const at = (across: number): At => placeIn(slider, [across, 0.5]);
  return { slider, at, onInput, onCommit };
}

test("a finger drags it sideways, and the page stays", async () => {
  const { slider, at, onInput, onCommit } = mountSlider();
  await swipe(at(0.3), at(0.9));
  await expect.poll(() => onCommit.mock.calls.length).toBe(1);
  expect(onInput.mock.calls.length).toBeGreaterThan(2);
  expect(onCommit.mock.calls).toEqual([onInput.mock.lastCall]);
  expect(Number(slider.value)).toBeGreaterThan(170);
  expect(scrollY).toBe(0);
});

test("a tap sets it where the finger was, once", async () => {
  const { slider, at, onInput, onCommit } = mountSlider();
  await touch("touchStart", at(0.75));
  await touch("touchEnd");
  await expect.poll(() => onCommit.mock.calls.length).toBe(1);
  expect(onCommit.mock.calls).toEqual(onInput.mock.calls);
  await expect.poll(() => Number(slider.value)).toBeGreaterThan(145);
});

test("a drag that is taken away gives the value back", async () => {
  const { slider, at, onInput, onCommit } = mountSlider();
  await touch("touchStart", at(0.3));
  for (let k = 1; k <= 6; k++) await touch("touchMove", at(0.3 + 0.08 * k));
  await expect.poll(() => Number(slider.value)).toBeGreaterThan(100);
  await touch("touchCancel");
  await expect.poll(() => onInput.mock.lastCall).toEqual([64]);
  await nextFrame();
  slider.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  expect(Number(slider.value)).toBe(64);
  expect(onCommit).not.toHaveBeenCalled();
});

test("laid out anew under the mouse, as a turned window is, it goes on from where it was", async () => {
  const { slider, at, onInput, onCommit } = mountSlider();
  await mouse("mousePressed", at(0.32));
  await mouse("mouseMoved", at(0.5));
  await expect.poll(() => Number(slider.value)).toBeGreaterThan(80);
  const around = slider.parentElement!.parentElement!;
  around.style.display = "contents";
  await nextFrame();
  await nextFrame();
  expect(onCommit).not.toHaveBeenCalled();
  const before = Number(slider.value);
  await mouse("mouseMoved", at(0.55));
  await mouse("mouseMoved", at(0.8));
  await expect.poll(() => Number(slider.value)).toBeGreaterThan(before + 20);
  await mouse("mouseReleased", at(0.8));
  await expect.poll(() => onCommit.mock.calls.length).toBe(1);
  expect(onCommit.mock.calls).toEqual([onInput.mock.lastCall]);
});

// Last: the page goes on gliding for a while.
test("a swipe up that begins on it scrolls the page and sets nothing, not even for a moment", async () => {
  const { slider, at, onInput, onCommit } = mountSlider();
  const [x, y] = at(0.9);
  await swipe([x, y], [x, y - 200]);
  await expect.poll(() => scrollY).toBeGreaterThan(40);
  await nextFrame();
  slider.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  expect(Number(slider.value)).toBe(64);
  expect([onInput.mock.calls, onCommit.mock.calls]).toEqual([[], []]);
});
