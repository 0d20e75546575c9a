/** What holds of every figure, of the notes and of the sketches, also of those that are still to come: how high it is, and what is in view together. */
import { existsSync, readdirSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { serveSketches, type Served } from "../sketches/serve-sketches.ts";
import { colourFaults, inspect, overflow } from "./inspect.ts";

const LAPTOP = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 664 };
/** All of a figure with a play bar, on a laptop below the browser's own bars. */
const MOST_HIGH = 660;
const INSTANT = { least: 170, most: 280 };
/** Half a pixel is no overflow. */
const ROUNDING = 1;

let sketches: Served;
test.beforeAll(async () => {
  sketches = await serveSketches();
});
test.afterAll(() => sketches.close());

const notes = readdirSync("dist", { withFileTypes: true })
  .filter(({ name }) => existsSync(`dist/${name}/index.html`))
  .map(({ name }) => `/${name}/`);
const PAGES = [
  ["the sketches", () => `${sketches.origin}/`],
  ...notes.map((path) => [path, () => path] as const),
] as const;

/** The live figures of a page, each come alive. */
async function figuresOf(page: Page, address: string): Promise<Locator[]> {
  await page.goto(address);
  const places = await page.locator("figure[data-demo]").all();
  for (const place of places) {
    await place.scrollIntoViewIfNeeded();
    // What the page was served with has them disabled.
    await expect(place.locator(".lp-figure-tools:not([disabled])")).toBeVisible();
    await expect(place.locator("section")).toBeVisible();
  }
  return places.map((place) => place.locator("section"));
}

const formOf = (figure: Locator): Promise<string | null> => figure.getAttribute("data-form");
/** ms. */
const SETTLED_AFTER = 500;
/** Once they have been seen at the same heights for a while: served parts are exchanged for live ones, which come late. */
async function settledHeights(figures: readonly Locator[]): Promise<number[]> {
  let heights: number[] = [];
  await expect(async () => {
    const before = heights;
    heights = await Promise.all(
      figures.map(async (figure) => (await figure.boundingBox())?.height ?? 0),
    );
    expect(Math.min(1, ...heights)).toBeGreaterThan(0);
    expect(heights).toEqual(before);
  }).toPass({ intervals: [SETTLED_AFTER], timeout: 20_000 });
  return heights;
}
const nameOf = (figure: Locator): Promise<string> =>
  figure.locator(".lp-figure-question").innerText();

/** The reader sees all pictures while each of the main controls is moved, wherever on the screen that stands: here at the top. */
async function expectSeenTogether(figure: Locator, question: string): Promise<void> {
  for (const control of await figure.locator(".lp-main > .lp-control").all()) {
    const hand = control.locator("input, select, button:not(.lp-help)").first();
    // The first press fetches what moves the pictures, and counts.
    await hand.dispatchEvent("pointerdown");
    await expect.poll(() => control.evaluate(hiddenAtHand), { message: question }).toBe("");
    await hand.dispatchEvent("pointerup");
  }
}

/** Served charts give way to live ones when the focus comes to them, which stays where it is. */
async function expectFocusKept(figure: Locator): Promise<void> {
  const charts = figure.locator(".lp-charts-place");
  if ((await charts.locator(".lp-help").count()) === 0) return;
  await charts.evaluate((place) => place.firstElementChild!.classList.add("as-served"));
  const stop = charts.locator(".lp-help").first();
  const name = (await stop.getAttribute("aria-label"))!;
  await stop.focus();
  await expect(charts.locator(".as-served")).toHaveCount(0);
  await expect(charts.locator(":focus")).toHaveAttribute("aria-label", name);
}

/** A picture's label has one line; where it gives way to a mark, that is meant. */
const cutLabels = (heads: Element[]): (string | null)[] =>
  heads
    .filter((head) => head.querySelector(".lp-view-mark:empty"))
    .filter((head) => head.scrollHeight > head.clientHeight + 1)
    .map((head) => head.textContent);

/** What is not in view with a control, or is hidden by the other. */
function hiddenAtHand(control: Element): string {
  // Again and again: what comes late above it moves it.
  control.scrollIntoView({ block: "start", behavior: "instant" });
  const figure = control.closest(".lp-figure")!;
  const parts = [control, ...figure.querySelectorAll(".lp-view-picture")];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const [hand, ...pictures] = boxes as [DOMRect, ...DOMRect[]];
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const narrow = getComputedStyle(figure.querySelector(".lp-held")!).display !== "contents";
  // On a laptop they are where they are, and fit into the window.
  if (bottom - top > innerHeight + 1) return `${bottom - top} px from top to bottom`;
  if (narrow && (top < -1 || bottom > innerHeight + 1)) return `in view from ${top} to ${bottom}`;
  const covered = pictures.some(
    (picture) =>
      picture.top < hand.bottom &&
      picture.bottom > hand.top &&
      picture.left < hand.right &&
      picture.right > hand.left,
  );
  return covered ? "the picture lies over the control" : "";
}

for (const [name, address] of PAGES) {
  test(`${name}: figures are low enough, and picture and controls are in view together`, async ({
    page,
  }) => {
    for (const size of [LAPTOP, PHONE]) {
      await page.setViewportSize(size);
      const figures = await figuresOf(page, address());
      const heights = size === LAPTOP ? await settledHeights(figures) : [];
      for (const [i, figure] of figures.entries()) {
        const form = await formOf(figure);
        const question = `${await nameOf(figure)} (${form}, ${size.width} px)`;
        await expect(figure).toBeVisible();
        const instant = form === "instant";
        const most = instant ? INSTANT.most : MOST_HIGH;
        const height = heights[i];
        if (height !== undefined) {
          expect(height, question).toBeLessThanOrEqual(most);
          if (instant) expect(height, question).toBeGreaterThanOrEqual(INSTANT.least);
        }
        expect(await figure.locator(".lp-view-head").evaluateAll(cutLabels), question).toEqual([]);
        await expectSeenTogether(figure, question);
      }
      expect(await overflow(page)).toBeLessThanOrEqual(ROUNDING);
    }
  });

  test(`${name}: the focus stays in the figures, and axe finds nothing, light and dark`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const figures = await figuresOf(page, address());
    if (figures.length === 0) return;
    for (const figure of figures) await expectFocusKept(figure);
    expect((await inspect(page, ".lp-figure")).violations).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await colourFaults(page, ".lp-figure")).toEqual([]);
  });

  test(`${name}: nothing leaves the page at 320 px and with letters twice as large`, async ({
    page,
  }) => {
    let figures: Locator[] | undefined;
    for (const [width, letters] of [
      [320, "100%"],
      [390, "200%"],
      [1280, "200%"],
    ] as const) {
      await page.setViewportSize({ width, height: 720 });
      figures ??= await figuresOf(page, address());
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, letters);
      for (const figure of figures) {
        await figure.scrollIntoViewIfNeeded();
        const { beyond, says } = await figure.evaluate((section) => {
          const edge = section.getBoundingClientRect().right;
          const outside = [...section.querySelectorAll("*")].filter(
            (part) =>
              part.checkVisibility({ visibilityProperty: true }) &&
              !part.closest(".lp-hidden, [popover], .lp-presets-row, svg") &&
              part.getBoundingClientRect().right > edge + 1,
          );
          return { beyond: outside.length, says: outside.map(({ className }) => className).join() };
        });
        expect(beyond, `${await nameOf(figure)}: ${says} (${width} px, ${letters})`).toBe(0);
      }
      await expect
        .poll(() => overflow(page), { message: `${width} px, ${letters}` })
        .toBeLessThanOrEqual(ROUNDING);
    }
  });
}
