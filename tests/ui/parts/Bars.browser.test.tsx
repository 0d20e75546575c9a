import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Bars, type BarsProps } from "../../../src/ui/parts/Bars.tsx";
import { rescaled } from "../../../src/ui/parts/rescaled.ts";
import { drag, placeIn } from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

/** Ends of the filled bars along x, in px from the plane's left. */
const lengths = (place: Element): number[] => {
  const path = place.querySelector<SVGPathElement>(".lp-bars-above")!;
  const { width } = place.querySelector(".lp-plane")!.getBoundingClientRect();
  const whole = path.ownerSVGElement!.viewBox.baseVal.width;
  return [...path.getAttribute("d")!.matchAll(/H([\d.]+)V/g)].map(([, end]) =>
    Math.round((+end! / whole) * width),
  );
};

test("each has its name, its number and its length", async () => {
  const { place } = mount(<Bars label="P(y | x)" labels={["A", "B"]} values={[0.75, 0.25]} />);
  const { width } = place.querySelector(".lp-plane")!.getBoundingClientRect();
  expect(lengths(place)).toEqual([Math.round(0.75 * width), Math.round(0.25 * width)]);
  const entries = page.getByRole("listitem");
  await expect.element(entries.first()).toHaveTextContent("A0.75");
  await expect.element(entries.last()).toHaveTextContent("B0.25");
  expect(page.getByRole("slider").elements()).toHaveLength(0);
});

test("names and bars are on one line", () => {
  const { place } = mount(<Bars label="P" labels={["A", "B", "C"]} values={[0.2, 0.3, 0.5]} />);
  const box = place.querySelector(".lp-plane")!.getBoundingClientRect();
  const names = [...place.querySelectorAll(".lp-bars-name")].map((name) => {
    const { top, height } = name.getBoundingClientRect();
    return top + height / 2 - box.top;
  });
  names.forEach((middle, i) => expect(middle).toBeCloseTo(((i + 0.5) / 3) * box.height, -0.5));
});

test("a bar below zero is hollow, and begins at zero", () => {
  const { place } = mount(
    <Bars label="w" labels={["a", "b"]} values={[-0.5, 0.5]} range={[-1, 1]} />,
  );
  expect(place.querySelector(".lp-bars-below")!.getAttribute("d")).toContain("H-0.5");
  expect(getComputedStyle(place.querySelector(".lp-bars-below")!).fill).toBe("none");
  expect(place.querySelector(".lp-bars-zero")!.getAttribute("d")).toContain("M0");
});

function mountDragged(props: Partial<BarsProps>) {
  const onCommit = vi.fn<(values: number[], i: number) => void>();
  function Held() {
    const [values, setValues] = useState<Float32Array>(() => Float32Array.of(0.5, 0.25, 0.25));
    const set = (next: Float32Array, i: number): Float32Array => {
      const whole = rescaled(next, i);
      setValues(whole);
      return whole;
    };
    return (
      <Bars
        label="P"
        labels={["a", "b", "c"]}
        step={0.01}
        {...props}
        values={values}
        onInput={set}
        onCommit={(next, i) => {
          const rounded = [...set(next, i)].map((value) => Math.round(1000 * value) / 1000);
          onCommit(rounded, i);
        }}
      />
    );
  }
  return { ...mount(<Held />), onCommit };
}

test("a bar is dragged by its end; what others make of it is the figure's", async () => {
  const { place, onCommit } = mountDragged({ along: "columns", height: "100px" });
  const knob = place.querySelector(".lp-grip-knob")!;
  const [x, y] = placeIn(knob, [0.5, 0.5]);
  await drag([
    [x, y],
    [x, y - 10],
    [x + 30, y - 20],
  ]);
  expect(onCommit.mock.calls).toEqual([[[0.7, 0.15, 0.15], 0]]);
});

test("a bar is a slider with a name and a spoken number", async () => {
  const { onCommit } = mountDragged({});
  const slider = page.getByRole("slider", { name: "P: b" });
  await expect.element(slider).toHaveAttribute("aria-valuetext", "0.25");
  slider.element().focus();
  await userEvent.keyboard("{PageUp}");
  expect(onCommit.mock.calls).toEqual([[[0.433, 0.35, 0.217], 1]]);
  await expect.element(slider).toHaveAttribute("aria-valuetext", "0.35");
});
