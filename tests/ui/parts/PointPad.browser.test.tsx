import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Box, Numbers } from "../../../src/ui/parts/stage-box.ts";
import { PointPad, type PointPadProps } from "../../../src/ui/parts/PointPad.tsx";
import { drag, mouse, placeIn, swipe, touch, type At } from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

const BOX: Box = [
  [0, 10],
  [0, 10],
];

function mountPad(props: Partial<PointPadProps> = {}) {
  const onInput = vi.fn<(values: Numbers) => void>();
  const onCommit = vi.fn<(values: Numbers) => void>();
  function Held() {
    const [values, setValues] = useState<Numbers>(
      props.values ?? { shape: [2, 2], data: Float32Array.of(2, 2, 8, 8) },
    );
    const told = (say: typeof onInput) => (next: Numbers) => {
      say(next);
      setValues(next);
    };
    return (
      <PointPad
        label="Set"
        box={BOX}
        width={200}
        step={0.5}
        {...props}
        values={values}
        onInput={told(onInput)}
        onCommit={told(onCommit)}
      />
    );
  }
  const { place } = mount(<Held />);
  const plane = place.querySelector(".lp-plane")!;
  const at = (x: number, y: number): At => placeIn(plane, [x / 10, 1 - y / 10]);
  const numbers = (say: typeof onInput): number[] => [...(say.mock.lastCall?.[0].data ?? [])];
  return { place, at, numbers, onInput, onCommit };
}

test("a press on an empty place puts a point down, which follows until it is let go", async () => {
  const { at, numbers, onInput, onCommit } = mountPad();
  await mouse("mousePressed", at(5, 5));
  expect(numbers(onInput)).toEqual([2, 2, 8, 8, 5, 5]);
  expect(onCommit).not.toHaveBeenCalled();
  await mouse("mouseMoved", at(6, 4));
  await mouse("mouseReleased", at(6, 4));
  expect(onCommit.mock.lastCall![0].shape).toEqual([3, 2]);
  expect(numbers(onCommit)).toEqual([2, 2, 8, 8, 6, 4]);
});

test("a press near a point takes it, and it stays within the box", async () => {
  const { at, numbers, onInput, onCommit } = mountPad();
  await mouse("mousePressed", at(8.4, 8));
  expect(onInput).not.toHaveBeenCalled();
  await mouse("mouseReleased", at(8.4, 8));
  expect(onCommit).not.toHaveBeenCalled();
  await drag([at(8.4, 8), at(7.4, 7), at(5.4, 30)]);
  expect(numbers(onCommit)).toEqual([2, 2, 5, 10]);
});

test("a double press takes a point away, but not one that it has just put down, nor the last", async () => {
  const { at, numbers, onCommit } = mountPad({ least: 1 });
  const press = (x: number, y: number) => drag([at(x, y)]);
  await press(5, 5);
  await press(5, 5);
  expect(numbers(onCommit)).toEqual([2, 2, 8, 8, 5, 5]);
  await press(8, 8);
  await press(8, 8);
  expect(numbers(onCommit)).toEqual([2, 2, 5, 5]);
  await press(2, 2);
  await press(2, 2);
  expect(numbers(onCommit)).toEqual([5, 5]);
  await press(5, 5);
  await press(5, 5);
  expect(numbers(onCommit)).toEqual([5, 5]);
});

test("there are no more than may be", async () => {
  const { at, onInput } = mountPad({ most: 2 });
  await drag([at(5, 5), at(6, 6)]);
  expect(onInput).not.toHaveBeenCalled();
});

test("a finger puts a point down and the page stays; taken away, the set is as it was", async () => {
  const { at, numbers, onInput, onCommit } = mountPad();
  await swipe(at(5, 8), at(5, 3));
  expect(numbers(onCommit)).toEqual([2, 2, 8, 8, 5, 3]);
  expect(scrollY).toBe(0);
  await touch("touchStart", at(2, 6));
  await touch("touchMove", at(3, 6));
  await touch("touchCancel");
  await expect.poll(() => numbers(onInput)).toEqual([2, 2, 8, 8, 5, 3]);
  expect(onCommit).toHaveBeenCalledTimes(1);
});

test("by keys: go, pick up, move, put down, add, take away; all is spoken", async () => {
  const { place, numbers, onCommit } = mountPad();
  await userEvent.tab();
  const pad = page.getByRole("application", { name: "Set" });
  await expect.element(pad).toHaveFocus();
  const spoken = async (text: string): Promise<void> => {
    await expect.poll(() => place.querySelector("[aria-live]")!.textContent).toBe(text);
  };
  await spoken("Point 1 of 2, 2, 2");
  await userEvent.keyboard("{ArrowRight}{Enter}{ArrowLeft}{Shift>}{ArrowDown}{/Shift}");
  await spoken("Picked up: point 2 of 2, 7.50, 3");
  expect(onCommit).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");
  expect(numbers(onCommit)).toEqual([2, 2, 7.5, 3]);
  await userEvent.keyboard("n{ArrowUp}{Enter}");
  expect(numbers(onCommit)).toEqual([2, 2, 7.5, 3, 5, 5.5]);
  await userEvent.keyboard("{Home}{Delete}");
  expect(numbers(onCommit)).toEqual([7.5, 3, 5, 5.5]);
});

test("leaving the pad puts down what is picked up", async () => {
  const { numbers, onCommit } = mountPad();
  await userEvent.tab();
  await userEvent.keyboard("{Enter}{ArrowUp}");
  await userEvent.tab();
  expect(numbers(onCommit)).toEqual([2, 2.5, 8, 8]);
});

test("what is gone is hollow and pale", () => {
  const { place } = mountPad({ faded: [1, 0.2] });
  const marks = [...place.querySelectorAll(".lp-points-point, .lp-points-gone")];
  expect(marks.map((mark) => mark.getAttribute("class"))).toEqual([
    "lp-points-gone",
    "lp-points-point",
  ]);
  expect(Number(marks[0]!.getAttribute("opacity"))).toBeLessThan(
    Number(marks[1]!.getAttribute("opacity")),
  );
});
