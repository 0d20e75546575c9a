import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { WindowFrame } from "../../../src/ui/parts/WindowFrame.tsx";
import { Tiles } from "../../../src/ui/parts/Tiles.tsx";
import { mount } from "../../fixtures/mount.tsx";

const values = { shape: [5, 2, 2], data: Float32Array.from({ length: 20 }, (_, k) => k / 19) };

function mountTiles() {
  const onPress = vi.fn<(i: number) => void>();
  const { place } = mount(
    <>
      <Tiles
        label="Digits"
        values={values}
        columns={3}
        scale="ink"
        width={300}
        selected={1}
        labels={["zero", "one", "two", "three", "four"]}
        onPress={onPress}
      />
      <button type="button">after</button>
    </>,
  );
  return { place, onPress };
}

test("one stop for Tab, at the chosen tile; arrows go through rows and columns; Enter and Space press", async () => {
  const { onPress } = mountTiles();
  await userEvent.tab();
  const at = async (name: string): Promise<void> => {
    await expect.element(page.getByRole("gridcell", { name })).toHaveFocus();
  };
  await at("one");
  await expect
    .element(page.getByRole("gridcell", { name: "one" }))
    .toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{ArrowDown}");
  await at("four");
  await userEvent.keyboard("{ArrowRight}");
  await at("four");
  await userEvent.keyboard("{Home}{Enter}");
  await at("three");
  expect(onPress.mock.calls).toEqual([[3]]);
  await userEvent.keyboard(" ");
  expect(onPress.mock.calls).toEqual([[3], [3]]);
  await userEvent.tab();
  await expect.element(page.getByRole("button")).toHaveFocus();
  await userEvent.tab({ shift: true });
  await at("three");
});

test("a press says which; tiles of a short last row are as wide as the others", async () => {
  const { place, onPress } = mountTiles();
  await page.getByRole("gridcell", { name: "four" }).click();
  expect(onPress.mock.calls).toEqual([[4]]);
  const widths = [...place.querySelectorAll("[role=gridcell]")].map(
    (tile) => tile.getBoundingClientRect().width,
  );
  expect(new Set(widths.map(Math.round)).size).toBe(1);
  expect(page.getByRole("row").elements()).toHaveLength(2);
});

test("tiles that are not pressed are one picture with a name", async () => {
  mount(<Tiles label="Five" values={values} columns={5} scale="ink" />);
  await expect.element(page.getByRole("img", { name: "Five" })).toBeVisible();
  expect(page.getByRole("grid").elements()).toHaveLength(0);
});

const windows = {
  shape: [5, 4],
  data: Float32Array.from([0, 1, 2, 3, 4].flatMap((side) => [0.5, 0.5, side, 1])),
};

test("what lies over a tile is placed in its cells, and cut off at its edge", () => {
  const { place } = mount(
    <Tiles
      label="Digits"
      values={values}
      columns={3}
      scale="ink"
      over={(i) => <WindowFrame windows={windows} row={i} tone="made" />}
    />,
  );
  const frames = [...place.querySelectorAll(".lp-window-frame rect")];
  expect(frames.map((frame) => frame.getAttribute("width"))).toEqual([
    "0%",
    "50%",
    "100%",
    "150%",
    "200%",
  ]);
  expect(frames[1]!.getAttribute("x")).toBe("25%");
  expect(frames[1]!.getAttribute("y")).toBe("25%");
  expect(getComputedStyle(frames[4]!.closest("svg")!).overflow).toBe("hidden");
});
