/** Several signs and a query, one of which is on the pad. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { DrawnSigns } from "../../../src/ui/parts/DrawnSigns.tsx";
import type { Numbers } from "../../../src/ui/parts/stage-box.ts";
import { mount } from "../../fixtures/mount.tsx";

const PIXELS = 28 * 28;
const inked = (n: number): Numbers => ({
  shape: [n, 28, 28],
  data: Float32Array.from({ length: n * PIXELS }, (_, p) => Number(p % 9 === 0)),
});
const blank = (n: number): Numbers => ({ shape: [n, 28, 28], data: new Float32Array(n * PIXELS) });
const SUPPORTS = ["A", "B"].map((name, row) => ({ name, row }));
const signs = (
  S: Numbers,
  query: Numbers,
  supports = SUPPORTS,
  change = () => {},
  compared?: Numbers,
) => (
  <DrawnSigns
    signs={S}
    supports={supports}
    columns={1}
    query={query}
    compared={compared}
    onInput={change}
    onCommit={change}
  />
);
const pressed = () => page.getByRole("button", { pressed: true });

test("other drawings from elsewhere bring what asks to be drawn: the query, or of none at all the first sign", async () => {
  const [S, query] = [inked(2), inked(1)];
  const { show } = mount(signs(S, query));
  await expect.element(pressed()).toHaveTextContent("query");
  await page.getByRole("button", { name: "B", exact: true }).click();
  // What is the same is nothing new.
  show(signs({ ...S, data: S.data.slice() }, query));
  await expect.element(pressed()).toHaveTextContent("B");
  const other = { ...S, data: S.data.slice().fill(0, 0, 9) };
  show(signs(other, query));
  await expect.element(pressed()).toHaveTextContent("query");
  show(signs(blank(2), blank(1)));
  await expect.element(pressed()).toHaveTextContent("A");
});

test("the reader's own strokes leave the pad where it is, and so do more examples", async () => {
  const [S, query] = [blank(2), blank(1)];
  const { show } = mount(signs(S, query));
  const drawn = { ...S, data: S.data.slice().fill(1, 0, 9) };
  show(signs(drawn, query));
  await expect.element(pressed()).toHaveTextContent("A");
  await page.getByRole("button", { name: "B, empty", exact: true }).click();
  show(
    signs(
      drawn,
      query,
      [0, 2, 1, 3].map((row) => ({ name: `row ${row}`, row })),
    ),
  );
  await expect.element(pressed()).toHaveTextContent("row 1");
});

test("an empty example says so, a single pixel is none", async () => {
  const S = blank(2);
  S.data[3] = 1;
  mount(signs(S, inked(1)));
  await expect.element(page.getByRole("button", { name: "A", exact: true })).toBeVisible();
  const empty = page.getByRole("button", { name: "B, empty" });
  await expect.element(empty).toBeVisible();
  expect(getComputedStyle(empty.element()).borderStyle).toBe("dashed");
});

test("a query that is compared otherwise than it was drawn is seen so, over the drawing, and no sign is", async () => {
  const ink = { shape: [28, 28], data: new Float32Array(PIXELS).fill(1, 0, 3) };
  const { place } = mount(signs(inked(2), inked(1), SUPPORTS, () => {}, ink));
  expect(place.querySelector(".lp-pad-seen path")!.getAttribute("d")).toBe("m0 0h3");
  await expect
    .element(page.getByRole("application"))
    .toHaveAccessibleName(/^Query.*; blue: as compared$/);
  await page.getByRole("button", { name: "A", exact: true }).click();
  await expect.element(page.getByRole("application")).toHaveAccessibleName(/^Sign A.*ink$/);
  expect(place.querySelector(".lp-pad-seen")).toBeNull();
});
