import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { Pixels } from "../../../src/ui/parts/Pixels.tsx";
import { nextFrame } from "../../fixtures/hand.ts";
import { mount } from "../../fixtures/mount.tsx";

const picture = (rows: readonly (readonly number[])[]) => ({
  shape: [rows.length, rows[0]!.length],
  data: Float32Array.from(rows.flat()),
});
const pixel = (canvas: Element, x: number, y: number): number[] => [
  ...(canvas as HTMLCanvasElement).getContext("2d")!.getImageData(x, y, 1, 1).data,
];
const canvasIn = (place: Element) => place.querySelector("canvas")!;
afterEach(() => document.documentElement.removeAttribute("data-theme"));

test("ink is as opaque as the number, row 0 at the top, and a new picture is drawn at once", () => {
  const { place, show } = mount(
    <Pixels
      values={picture([
        [0, 1],
        [0.5, 0],
      ])}
      scale="ink"
    />,
  );
  const canvas = canvasIn(place);
  expect([canvas.width, canvas.height]).toEqual([2, 2]);
  expect(pixel(canvas, 0, 0)[3]).toBe(0);
  expect(pixel(canvas, 1, 0)).toEqual([28, 29, 31, 255]);
  expect(pixel(canvas, 0, 1)[3]).toBeCloseTo(128, -1);
  show(
    <Pixels
      values={picture([
        [1, 0],
        [0, 0],
      ])}
      scale="ink"
    />,
  );
  expect(pixel(canvas, 0, 0)[3]).toBe(255);
});

test("colours follow the theme: in the dark, ink is light", async () => {
  document.documentElement.dataset.theme = "light";
  const { place } = mount(<Pixels values={picture([[1]])} scale="ink" />);
  expect(pixel(canvasIn(place), 0, 0)).toEqual([28, 29, 31, 255]);
  document.documentElement.dataset.theme = "dark";
  await expect.poll(() => pixel(canvasIn(place), 0, 0)).toEqual([230, 228, 222, 255]);
});

test("a theme that changed while there was no picture is known to the next one", async () => {
  document.documentElement.dataset.theme = "light";
  const { place, show } = mount(<Pixels values={picture([[1]])} scale="ink" />);
  await nextFrame();
  show(null);
  document.documentElement.dataset.theme = "dark";
  show(<Pixels values={picture([[1]])} scale="ink" />);
  expect(pixel(canvasIn(place), 0, 0)).toEqual([230, 228, 222, 255]);
});

test("where a part of the page has a theme of its own, it is that one’s", () => {
  document.documentElement.dataset.theme = "light";
  const { place } = mount(
    <div data-theme="dark">
      <Pixels values={picture([[1]])} scale="ink" />
    </div>,
  );
  expect(pixel(canvasIn(place), 0, 0)).toEqual([230, 228, 222, 255]);
});

test("negative cells have a hole where there is room for one", () => {
  const { place, show } = mount(<Pixels values={picture([[-1, 1]])} scale="diverging" />);
  const canvas = canvasIn(place);
  expect([canvas.width, canvas.height]).toEqual([6, 3]);
  expect(pixel(canvas, 0, 0)[3]).toBe(255);
  expect(pixel(canvas, 1, 1)[3]).toBe(0);
  expect(pixel(canvas, 4, 1)[3]).toBe(255);
  expect(pixel(canvas, 0, 0)).not.toEqual(pixel(canvas, 4, 1));
  show(<Pixels values={picture([Array.from({ length: 40 }, () => -1)])} scale="diverging" />);
  expect(canvas.width).toBe(40);
});

test("a colour means one number for as long as the picture stays; a key of another run begins anew", async () => {
  const shown = (values: readonly number[], run: number) => (
    <Pixels key={run} values={picture([values])} scale="sequential" keyed="F" />
  );
  const { place, show } = mount(shown([0, 4], 1));
  show(shown([0, 2], 1));
  expect(pixel(canvasIn(place), 1, 0)[3]).toBeCloseTo(128, -1);
  await expect.element(page.getByText("4", { exact: true })).toBeVisible();
  show(shown([0, 2], 2));
  expect(pixel(canvasIn(place), 1, 0)[3]).toBe(255);
});

test("on paper the picture is SVG, as it stands", async () => {
  const { place, show } = mount(<Pixels values={picture([[0, 0]])} scale="ink" label="Digit" />);
  show(<Pixels values={picture([[0, 1]])} scale="ink" label="Digit" />);
  await import("../../../src/ui/parts/PixelsStill.tsx");
  await nextFrame();
  dispatchEvent(new Event("beforeprint"));
  expect(place.querySelector("canvas")).toBe(null);
  expect(place.querySelector(".lp-pixels-still path")!.getAttribute("d")).toBe("m1 0h1");
  expect(page.getByRole("img", { name: "Digit" }).elements()).toHaveLength(1);
  dispatchEvent(new Event("afterprint"));
  expect(pixel(canvasIn(place), 1, 0)[3]).toBe(255);
});

test("it lies where its box on the stage is", () => {
  const { place } = mount(<Pixels values={picture([[1, 0, 0]])} scale="ink" width={90} />);
  const { width, height } = canvasIn(place).getBoundingClientRect();
  expect([width, height]).toEqual([90, 30]);
});
