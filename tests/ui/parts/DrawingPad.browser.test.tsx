import { useState } from "react";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Numbers } from "../../../src/ui/parts/stage-box.ts";
import { DrawingPad } from "../../../src/ui/parts/DrawingPad.tsx";
import { drag, mouse, nextFrame, placeIn, touch, type At } from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

const SIDE = 28;
const SIZE = SIDE * SIDE;
const blank = (n = 1): Numbers => ({ shape: [n, SIDE, SIDE], data: new Float32Array(n * SIZE) });
const full: Numbers = { shape: [1, SIDE, SIDE], data: new Float32Array(SIZE).fill(1) };
const samples = { values: full, labels: ["All ink"] };

function mountPad({ values = blank(), index = 0 } = {}) {
  const onInput = vi.fn<(values: Numbers) => void>();
  const onCommit = vi.fn<(values: Numbers) => void>();
  function Held() {
    const [held, setHeld] = useState(values);
    const take = (say: typeof onInput) => (next: Numbers) => {
      say(next);
      setHeld(next);
    };
    return (
      <DrawingPad
        label="Digit"
        values={held}
        index={index}
        samples={samples}
        onInput={take(onInput)}
        onCommit={take(onCommit)}
      />
    );
  }
  const { place } = mount(<Held />);
  const paper = page.getByRole("application");
  const at = (x: number, y: number): At => placeIn(paper.element(), [x, y]);
  const inked = (call = onCommit.mock.lastCall): number[] =>
    [...call![0].data].flatMap((ink, i) => (ink > 0 ? [i] : []));
  return { place, paper, at, onInput, onCommit, inked };
}

const button = (name: string) => page.getByRole("button", { name, exact: true });

test("a stroke of the mouse is live, at most one input a frame, and commits when it is lifted", async () => {
  const { at, onInput, onCommit, inked, paper } = mountPad();
  let pointerId = 0;
  paper.element().addEventListener("pointerdown", (event) => {
    ({ pointerId } = event as PointerEvent);
  });
  await mouse("mousePressed", at(0.2, 0.5));
  expect(onInput).toHaveBeenCalledTimes(1);
  for (let k = 1; k <= 30; k++) await mouse("mouseMoved", at(0.2 + 0.02 * k, 0.5));
  await nextFrame();
  const before = onInput.mock.calls.length;
  for (const x of [0.79, 0.78, 0.79, 0.8]) {
    const [clientX, clientY] = at(x, 0.5);
    const move = new PointerEvent("pointermove", { pointerId, clientX, clientY, bubbles: true });
    paper.element().dispatchEvent(move);
  }
  expect(onInput).toHaveBeenCalledTimes(before);
  await nextFrame();
  expect(onInput.mock.calls.length).toBeLessThanOrEqual(before + 1);
  expect(onCommit).not.toHaveBeenCalled();
  await mouse("mouseReleased", at(0.8, 0.5));
  expect(onCommit).toHaveBeenCalledTimes(1);
  const columns = new Set(inked().map((i) => i % SIDE));
  for (let column = 6; column <= 21; column++) expect(columns).toContain(column);
  expect(new Set(inked().map((i) => Math.floor(i / SIDE))).size).toBeLessThanOrEqual(6);
  await expect.element(paper).toHaveAccessibleName(/^Digit, a drawing: \d+ % ink$/);
});

test("only the picture of its index is drawn on", async () => {
  const { at, inked } = mountPad({ values: blank(3), index: 1 });
  await drag([at(0.3, 0.3), at(0.7, 0.7)]);
  expect(Math.min(...inked())).toBeGreaterThanOrEqual(SIZE);
  expect(Math.max(...inked())).toBeLessThan(2 * SIZE);
});

test("undo, redo, clear and the eraser; each is one action", async () => {
  const { at, inked, onCommit } = mountPad();
  await expect.element(button("Undo")).toHaveAttribute("aria-disabled", "true");
  await drag([at(0.2, 0.3), at(0.8, 0.3)]);
  const first = inked();
  await drag([at(0.2, 0.7), at(0.8, 0.7)]);
  const both = inked();
  expect(both.length).toBeGreaterThan(first.length);
  await button("Undo").click();
  expect(inked()).toEqual(first);
  await button("Redo").click();
  expect(inked()).toEqual(both);
  await button("Eraser").click();
  await drag([at(0.1, 0.7), at(0.9, 0.7)]);
  expect(inked()).toEqual(first);
  await button("Clear").click();
  expect(inked()).toEqual([]);
  await button("Undo").click();
  expect(inked()).toEqual(first);
  expect(onCommit).toHaveBeenCalledTimes(7);
  const earlier: number[][] = [];
  for (let k = 0; k < 3; k++) {
    await button("Undo").click();
    earlier.push(inked());
  }
  expect(earlier).toEqual([both, first, []]);
});

test("a stroke that the browser takes away is given back, and Redo still knows it", async () => {
  const { at, onInput, onCommit, inked } = mountPad();
  await touch("touchStart", at(0.3, 0.5));
  await touch("touchMove", at(0.6, 0.5));
  await nextFrame();
  expect(inked(onInput.mock.lastCall).length).toBeGreaterThan(10);
  await touch("touchCancel");
  await vi.waitFor(() => expect(inked(onInput.mock.lastCall)).toEqual([]));
  expect(onCommit).not.toHaveBeenCalled();
  await button("Redo").click();
  expect(inked().length).toBeGreaterThan(10);
});

test("Escape gives a stroke back too, and the pointer draws no further", async () => {
  const { at, onInput, onCommit, inked } = mountPad();
  await mouse("mousePressed", at(0.3, 0.5));
  await mouse("mouseMoved", at(0.6, 0.5));
  await nextFrame();
  await userEvent.keyboard("{Escape}");
  await mouse("mouseMoved", at(0.9, 0.9));
  await mouse("mouseReleased", at(0.9, 0.9));
  await nextFrame();
  expect(inked(onInput.mock.lastCall)).toEqual([]);
  expect(onCommit).not.toHaveBeenCalled();
});

test("one finger draws without scrolling the page; a second one scrolls it and takes nothing along", async () => {
  const { place, at, onInput, onCommit, inked } = mountPad();
  place.style.paddingBottom = "3000px";
  await touch("touchStart", at(0.5, 0.8));
  for (let k = 1; k <= 8; k++) await touch("touchMove", at(0.5, 0.8 - 0.08 * k));
  await touch("touchEnd");
  await vi.waitFor(() => expect(onCommit).toHaveBeenCalledTimes(1));
  expect(scrollY).toBe(0);
  const before = inked();
  const [left, right] = [at(0.3, 0.8), at(0.7, 0.8)];
  await touch("touchStart", left);
  await touch("touchMove", [left[0] + 30, left[1]]);
  await touch("touchStart", left, right);
  for (let k = 1; k <= 20; k++)
    await touch("touchMove", [left[0], left[1] - 5 * k], [right[0], right[1] - 5 * k]);
  await touch("touchEnd");
  await vi.waitFor(() => expect(scrollY).toBeGreaterThan(60));
  expect(inked(onInput.mock.lastCall)).toEqual(before);
  expect(onCommit).toHaveBeenCalledTimes(1);
});

test("a pen's pressure widens its stroke", async () => {
  const { at, inked } = mountPad();
  await drag([at(0.2, 0.3), at(0.8, 0.3)], 0.1);
  const light = inked().length;
  await button("Clear").click();
  await drag([at(0.2, 0.3), at(0.8, 0.3)], 1);
  expect(inked().length).toBeGreaterThan(1.3 * light);
});

test("keys: arrows move, Space inks, held Space and Enter draw, Delete erases, Control Z takes back", async () => {
  const { paper, inked, onCommit } = mountPad();
  paper.element().focus();
  await userEvent.keyboard(" ");
  const middle = 14 * SIDE + 14;
  expect(inked()).toContain(middle);
  expect(onCommit).toHaveBeenCalledTimes(1);
  await expect
    .element(page.getByText("Row 15, column 15: ink", { exact: true }))
    .toBeInTheDocument();
  const dab = inked();
  await userEvent.keyboard("{ArrowRight}");
  expect(onCommit).toHaveBeenCalledTimes(1);
  await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
  await expect
    .element(page.getByText("Row 20, column 16: paper", { exact: true }))
    .toBeInTheDocument();
  await userEvent.keyboard("{Enter}{ArrowDown>3/}{Enter}");
  for (let row = 19; row <= 22; row++) expect(inked()).toContain(row * SIDE + 15);
  expect(onCommit).toHaveBeenCalledTimes(2);
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(inked()).toEqual(dab);
  await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  expect(inked()).toContain(22 * SIDE + 15);
  await userEvent.keyboard("[Space>][ArrowRight][ArrowRight][/Space]");
  for (let column = 15; column <= 17; column++) expect(inked()).toContain(22 * SIDE + column);
  await userEvent.keyboard("{Delete}");
  expect(inked()).not.toContain(22 * SIDE + 17);
});

test("a sample is chosen by keys, and its ink is told", async () => {
  const { inked } = mountPad();
  page.getByRole("gridcell", { name: "All ink" }).element().focus();
  await userEvent.keyboard("{Enter}");
  expect(inked()).toHaveLength(SIZE);
  await expect.element(page.getByText("100 % ink in all")).toBeInTheDocument();
});

test("values from outside replace what was drawn; an owner that says nothing leaves it", async () => {
  const say = vi.fn<(values: Numbers) => void>();
  const pad = (values: Numbers) => (
    <DrawingPad label="Digit" values={values} onInput={say} onCommit={say} />
  );
  const { show } = mount(pad(blank()));
  const paper = page.getByRole("application");
  await drag([placeIn(paper.element(), [0.2, 0.2]), placeIn(paper.element(), [0.8, 0.8])]);
  await expect.element(paper).toHaveAccessibleName(/ [1-9]\d? % ink/);
  show(pad(full));
  await expect.element(paper).toHaveAccessibleName(/ 100 % ink/);
});

test("a page without scripts shows the drawing", () => {
  const html = renderToString(
    <DrawingPad label="Digit" values={full} onInput={() => {}} onCommit={() => {}} />,
  );
  expect(html).not.toContain("canvas");
  expect(html).toMatch(/<path[^>]* d="M/);
  expect(html).not.toContain("style=");
});
