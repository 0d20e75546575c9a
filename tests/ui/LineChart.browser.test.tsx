import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { LineChart, type Line } from "../../src/ui/LineChart.tsx";
import { createStepCursor, FigureCursor } from "../../src/ui/step-cursor.ts";
import { nextFrame, placeIn, swipe, touch } from "../fixtures/hand.ts";
import { mount } from "../fixtures/mount.tsx";

const line = (label: string, values: number[], every = 1): Line => ({
  label,
  steps: Uint32Array.from(values, (_, i) => i * every),
  values: Float32Array.from(values),
});
/** What follows the hand comes when it is first needed: waits until a key does something. */
async function woken(reader: ReturnType<typeof page.getByRole>): Promise<void> {
  reader.element().focus();
  await expect
    .poll(async () => {
      await userEvent.keyboard("{End}");
      return reader.element().getAttribute("aria-valuetext");
    })
    .toMatch(/^generator step/);
}
const chart = (lines: readonly Line[]) => (
  <LineChart title="Losses" y="nats" x="generator step" lines={lines} stopAt={100} marks={[2]} />
);

test("the keyboard reads any point of every line, and Escape returns to the latest", async () => {
  mount(chart([line("critic", [5, 4, 3, 2.5]), line("distance", [9, 8], 3)]));
  const reader = page.getByRole("slider", { name: "Losses" });
  await expect.element(page.getByText("2.50")).toBeInTheDocument();
  await woken(reader);
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
  await woken(reader);
  await reader.hover({ position: { x: width * 0.052, y: 20 } });
  await expect.element(reader).toHaveAttribute("aria-valuenow", "5");
  await expect.element(page.getByText("5", { exact: true }).last()).toBeVisible();
  await userEvent.unhover(reader);
  await expect
    .element(reader)
    .toHaveAttribute("aria-valuetext", expect.stringMatching(/^Latest values/));
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

test("charts of one figure have one cursor, and each says its own value there", async () => {
  const cursor = createStepCursor();
  const { place } = mount(
    <FigureCursor value={cursor}>
      {chart([line("critic", [5, 4, 3, 2.5])])}
      <LineChart
        title="Distances"
        y="W"
        x="step"
        lines={[line("exact", [9, 8, 7], 2)]}
        stopAt={100}
      />
    </FigureCursor>,
  );
  cursor.move(3);
  await expect.poll(() => place.querySelectorAll(".lp-cursor")).toHaveLength(2);
  await expect
    .element(page.getByRole("slider", { name: "Losses" }))
    .toHaveAttribute("aria-valuetext", "generator step 3: critic 2.50");
  await expect
    .element(page.getByRole("slider", { name: "Distances" }))
    .toHaveAttribute("aria-valuetext", "step 3: exact 8");
  cursor.move(null);
  await expect.poll(() => place.querySelectorAll(".lp-cursor")).toHaveLength(0);
});

test("two lines differ in dashes and stand with their names at their ends; long ones above the plot", async () => {
  const { place, show } = mount(chart([line("critic", [5, 4]), line("exact", [1, 2])]));
  const dashes = [...place.querySelectorAll(".lp-line")].map(
    (path) => getComputedStyle(path).strokeDasharray,
  );
  expect(new Set(dashes).size).toBe(2);
  expect(place.querySelector(".lp-names")).toBeNull();
  const [a, b] = [...place.querySelectorAll(".lp-end span")].map((name) =>
    name.getBoundingClientRect(),
  );
  expect(a!.bottom <= b!.top || b!.bottom <= a!.top).toBe(true);
  show(chart([line("a name for which there is no room at all", [5, 4]), line("exact", [1, 2])]));
  await expect.poll(() => place.querySelectorAll(".lp-names .lp-end")).toHaveLength(2);
  expect(place.querySelector(".lp-ends")).toBeNull();
});

test("at any width names cover no curve and no two numbers of steps touch", () => {
  const noise = (i: number, of: number): number => 0.04 * Math.sin(of * i);
  const rising = Array.from({ length: 41 }, (_, i) => 0.94 - 0.6 * Math.exp(-i / 6) + noise(i, 37));
  const lower = rising.map((value, i) => value - 0.05 + noise(i, 91));
  const { place } = mount(
    <LineChart
      title="Read by a classifier"
      y="share"
      x="step"
      bounds={[0, 1]}
      lines={[line("probe on r", rising, 25), line("probe on z", lower, 25)]}
      stopAt={1000}
    />,
  );
  // As low as in a figure on a laptop.
  place.style.setProperty("--plot-height", "3.75rem");
  for (const width of [240, 256, 300, 480]) {
    place.style.width = `${width}px`;
    const numbers = [...place.querySelectorAll(".lp-axis-x text")].map((text) =>
      text.getBoundingClientRect(),
    );
    expect(numbers.length).toBeGreaterThan(2);
    numbers.slice(1).forEach(({ left }, i) => expect(left).toBeGreaterThan(numbers[i]!.right + 2));
    const names = [...place.querySelectorAll(".lp-ends .lp-end")].map((name) => ({
      top: name.getBoundingClientRect().top,
      bottom: name.getBoundingClientRect().bottom,
      left: name.firstElementChild!.getBoundingClientRect().left,
    }));
    const [upper, under] = names;
    expect(under!.top).toBeGreaterThanOrEqual(upper!.bottom - 1);
    for (const path of place.querySelectorAll<SVGPathElement>(".lp-line")) {
      const matrix = path.getScreenCTM()!;
      for (let at = 0; at < path.getTotalLength(); at += 2) {
        const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
        for (const { left, top, bottom } of names)
          expect(x < left || y < top || y > bottom).toBe(true);
      }
    }
  }
});

// Last: the page goes on gliding for a while.
test("a swipe up that begins on it scrolls the page and reads nothing; a press reads", async () => {
  const { place } = mount(chart([line("critic", [5, 4, 3, 2.5, 2, 1, 0, 1, 2, 3, 4])]));
  place.style.padding = "300px 0 3000px";
  const reader = page.getByRole("slider");
  await woken(reader);
  // The mouse of an earlier test may rest where the chart was: it leaves now, and not while the finger reads.
  await reader.hover();
  await userEvent.unhover(reader);
  await userEvent.keyboard("{Escape}");
  const from = placeIn(reader.element(), [0.052, 0.5]);
  await touch("touchStart", from);
  await touch("touchEnd");
  await expect.element(reader).toHaveAttribute("aria-valuetext", "generator step 5: critic 1");
  const elsewhere = placeIn(reader.element(), [0.02, 0.5]);
  await swipe(elsewhere, [elsewhere[0], elsewhere[1] - 200]);
  await expect.poll(() => scrollY).toBeGreaterThan(40);
  await nextFrame();
  await expect.element(reader).toHaveAttribute("aria-valuetext", "generator step 5: critic 1");
});

test("the grey curve of the run before is named where there is one", async () => {
  const { place, show } = mount(chart([line("critic", [5, 4, 3])]));
  expect(place.textContent).not.toContain("last run");
  show(chart([{ ...line("critic", [5, 4, 3]), former: line("critic", [6, 5, 4]) }]));
  await expect.element(page.getByText("last run")).toBeVisible();
});
