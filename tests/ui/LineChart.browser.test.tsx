import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { LineChart, type Line } from "../../src/ui/LineChart.tsx";
import { mount } from "../fixtures/mount.tsx";

const line = (label: string, values: number[], every = 1): Line => ({
  label,
  steps: Uint32Array.from(values, (_, i) => i * every),
  values: Float32Array.from(values),
});
const chart = (lines: readonly Line[]) => (
  <LineChart title="Losses" y="nats" x="generator step" lines={lines} stopAt={100} marks={[2]} />
);

test("the keyboard reads any point of every line, and Escape returns to the latest", async () => {
  mount(chart([line("critic", [5, 4, 3, 2.5]), line("distance", [9, 8], 3)]));
  const reader = page.getByRole("slider", { name: "Losses" });
  await expect.element(page.getByText("2.50")).toBeInTheDocument();
  reader.element().focus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect
    .element(reader)
    .toHaveAttribute("aria-valuetext", "generator step 2: critic 3, distance 9");
  await userEvent.keyboard("{Home}");
  await expect
    .element(reader)
    .toHaveAttribute("aria-valuetext", "generator step 0: critic 5, distance 9");
  await userEvent.keyboard("{End}");
  await expect.element(reader).toHaveAttribute("aria-valuenow", "3");
  await userEvent.keyboard("{Escape}");
  await expect
    .element(reader)
    .toHaveAttribute("aria-valuetext", expect.stringMatching(/^Latest values/));
});

test("the pointer reads the nearest step", async () => {
  mount(chart([line("critic", [5, 4, 3, 2.5, 2, 1, 0, 1, 2, 3, 4])]));
  const reader = page.getByRole("slider");
  const { width } = reader.element().getBoundingClientRect();
  await reader.hover({ position: { x: width * 0.52, y: 20 } });
  await expect.element(reader).toHaveAttribute("aria-valuenow", "5");
  await expect.element(page.getByText("at 5")).toBeVisible();
});

test("without data the chart stands, and its legend says that there is none", async () => {
  mount(chart([line("critic", [])]));
  await expect.element(page.getByText("–", { exact: true })).toBeVisible();
});

test("a chart keeps its size while its data grows", async () => {
  const { place, show } = mount(chart([line("critic", [])]));
  await expect.element(page.getByRole("slider")).toBeVisible();
  const before = place.getBoundingClientRect().height;
  show(chart([line("critic", [0.00001, -12345, 3.5])]));
  await expect.element(page.getByText("3.50")).toBeVisible();
  expect(place.getBoundingClientRect().height).toBe(before);
});
