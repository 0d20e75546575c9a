/** Every part of the user interface, also those to come, by its example: what axe finds, and whether it fits a small phone. */
import axe from "axe-core";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { examples } from "../../../src/app/parts/examples.ts";
import { LookedAt, PartsPage } from "../../../src/app/parts/PartsPage.tsx";
import { mount } from "../../fixtures/mount.tsx";
import "../../../src/app/styles/page.css";

const files = Object.keys(import.meta.glob("../../../src/ui/{*,*/*}.tsx"));
/** Not parts by themselves, but of those that are shown. */
const INNER = new Set(
  `Axes ChartCurves ChartReader EndNames FieldKey Icon Menu ScatterMarks VisuallyHidden ClassKey CloudDrawing ColourPicture
  DataUnits LatePointCard Layer GripWindow LivePixels NumbersBelow PixelsStill PointCard ScaleKey SphereDrawing SphereReader StageAxes
  StageLetter LinkByHand PictureHandle WithStrips`.split(/\s+/),
);

test("every part has an example", () => {
  const names = files.flatMap((path) => /\/([A-Z]\w+)\.tsx$/.exec(path)?.[1] ?? []);
  expect(names.length).toBeGreaterThan(20);
  const shown = new Set(examples.map(({ name }) => name));
  expect(names.filter((name) => !shown.has(name) && !INNER.has(name))).toEqual([]);
});

for (const look of ["light", "dark", "sepia"] as const)
  test.each(examples)(`$name has nothing that axe would change: ${look}`, async (example) => {
    await page.viewport(800, 900);
    const { place } = mount(<LookedAt look={look} example={example} />);
    const { violations } = await axe.run(place, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });

test.each(examples)("$name fits into 320 px", async (example) => {
  await page.viewport(320, 640);
  mount(<main style={{ padding: 16 }}>{example.node}</main>);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test("the page shows each in every look, or in the one that is chosen", async () => {
  await page.viewport(1280, 720);
  const { place } = mount(<PartsPage />);
  expect(place.querySelectorAll(".parts-look")).toHaveLength(6 * examples.length);
  await page.getByRole("combobox", { name: "Look", exact: true }).selectOptions("Sepia");
  expect(place.querySelectorAll(".parts-look-sepia")).toHaveLength(examples.length);
  expect(place.querySelectorAll(".parts-look")).toHaveLength(examples.length);
});
