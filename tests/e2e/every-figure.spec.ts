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
const WITHOUT_FIGURES = "/colophon/";
/** Half a pixel is no overflow. */
const ROUNDING = 1;

/** The live figures of a page, each come alive. */
async function figuresOf(page: Page, address: string): Promise<Locator[]> {
  // Scripts draw the page of the sketches.
  await page.goto(address, { waitUntil: address.startsWith("http") ? "networkidle" : "load" });
  const places = await page.locator("figure[data-demo]").all();
  expect(places.length > 0, address).toBe(address !== WITHOUT_FIGURES);
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

/** Where a control may stand on the screen; in the middle there is least room beside it. */
const STANDS = ["start", "center"] as const;

/** The reader sees all pictures while each of the main controls is moved, wherever on the screen that stands. */
async function expectSeenTogether(figure: Locator, question: string): Promise<void> {
  for (const control of await figure.locator(".lp-main > .lp-control").all()) {
    const hand = control.locator("input, select, button:not(.lp-help)").first();
    // The first press fetches what moves the pictures, and counts.
    await hand.dispatchEvent("pointerdown");
    for (const stands of STANDS)
      await expect
        .poll(() => control.evaluate(hiddenAtHand, stands), { message: `${question} (${stands})` })
        .toBe("");
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

/** On a phone, of a figure with one picture: it stays at the top while the reader goes through its controls. */
async function expectStuck(figure: Locator): Promise<void> {
  if ((await figure.locator('.lp-screen[data-views="one"]').count()) === 0) return;
  // So far up that by itself it would have left the window in part; a page that is short does not go there.
  const short = await figure.locator(".lp-main").evaluate((controls) => {
    const above = (): number => controls.getBoundingClientRect().top - 250;
    scrollBy({ top: above(), behavior: "instant" });
    return above() > 1;
  });
  if (short) return;
  const held = figure.locator(".lp-held");
  expect(await held.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(0, 0);
}

/** A picture's label has one line; where it gives way to a mark, that is meant. */
const cutLabels = (heads: Element[]): (string | null)[] =>
  heads
    .filter((head) => head.querySelector(".lp-view-mark:empty"))
    .filter((head) => head.scrollHeight > head.clientHeight + 1)
    .map((head) => head.textContent);

/** What is not in view with a control, or is hidden by the other. */
function hiddenAtHand(control: Element, stands: ScrollLogicalPosition): string {
  // Again and again: what comes late above it moves it.
  control.scrollIntoView({ block: stands, behavior: "instant" });
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

/** As wide as a phone, and wider with the letters of readers who see badly. */
const WIDTHS = [
  [320, "100%"],
  [390, "200%"],
  [1280, "200%"],
] as const;

async function expectLow(figures: readonly Locator[]): Promise<void> {
  for (const [i, height] of (await settledHeights(figures)).entries()) {
    const form = await formOf(figures[i]!);
    const question = `${await nameOf(figures[i]!)} (${form})`;
    const instant = form === "instant";
    expect(height, question).toBeLessThanOrEqual(instant ? INSTANT.most : MOST_HIGH);
    if (instant) expect(height, question).toBeGreaterThanOrEqual(INSTANT.least);
  }
}

async function expectInView(page: Page, figures: readonly Locator[]): Promise<void> {
  for (const figure of figures) {
    const question = await nameOf(figure);
    await expect(figure).toBeVisible();
    expect(await figure.locator(".lp-view-head").evaluateAll(cutLabels), question).toEqual([]);
    await expectSeenTogether(figure, question);
  }
  expect(await overflow(page)).toBeLessThanOrEqual(ROUNDING);
}

/** The engine, which does not come here: a preset shows the picture that was built for it, and heights are the page's own doing. */
const ENGINE = /\/assets\/(spawn-client|worker|engine)[^/]*\.js/;

/** Presets that change how high their figure is: they would move the text below it. */
async function movedByPresets(figure: Element): Promise<string[]> {
  const frame = (): Promise<unknown> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const high = (): number => figure.getBoundingClientRect().height;
  const before = high();
  const moved: string[] = [];
  for (const preset of figure.querySelectorAll<HTMLElement>(".lp-preset")) {
    preset.click();
    await frame();
    if (Math.abs(high() - before) > 1)
      moved.push(`${preset.textContent}: ${Math.round(high() - before)} px`);
  }
  return moved;
}

/** Parts of a figure that stand beyond its right edge, but for those that move sideways under the finger. */
function partsBeyond(section: Element): string[] {
  const edge = section.getBoundingClientRect().right;
  return [...section.querySelectorAll("*")]
    .filter(
      (part) =>
        part.checkVisibility({ visibilityProperty: true }) &&
        !part.closest(
          ".lp-hidden, [popover], .lp-presets-row, .lp-stage[data-fixed=true]:has(.lp-flow), svg",
        ) &&
        part.getBoundingClientRect().right > edge + 1,
    )
    .map(({ className }) => className);
}

function figuresHold(name: string, address: () => string): void {
  test(`${name} on a laptop: figures are low enough, the focus stays in them, axe finds nothing, light and dark, and picture and controls are in view together`, async ({
    page,
  }) => {
    await page.setViewportSize(LAPTOP);
    await page.emulateMedia({ colorScheme: "light" });
    const figures = await figuresOf(page, address());
    if (figures.length > 0) await expectLow(figures);
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const figure of figures) await expectFocusKept(figure);
    if (figures.length > 0) {
      expect((await inspect(page, ".lp-figure")).violations).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await colourFaults(page, ".lp-figure")).toEqual([]);
    }
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await expectInView(page, figures);
  });

  test(`${name} on a phone: picture and controls are in view together, and nothing leaves the page at 320 px and with letters twice as large`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    const figures = await figuresOf(page, address());
    for (const figure of figures) if ((await formOf(figure)) === "full") await expectStuck(figure);
    await expectInView(page, figures);
    for (const [width, letters] of WIDTHS) {
      await page.setViewportSize({ width, height: 720 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, letters);
      for (const figure of figures) {
        await figure.scrollIntoViewIfNeeded();
        const where = `${await nameOf(figure)} (${width} px, ${letters})`;
        expect(await figure.evaluate(partsBeyond), where).toEqual([]);
      }
      await expect
        .poll(() => overflow(page), { message: `${width} px, ${letters}` })
        .toBeLessThanOrEqual(ROUNDING);
    }
  });
}

function presetsHold(address: string): void {
  test(`${address}: no preset moves the text below its figure, on a laptop and on a phone`, async ({
    page,
  }) => {
    await page.route(ENGINE, () => new Promise<void>(() => {}));
    await page.setViewportSize(LAPTOP);
    const figures = await figuresOf(page, address);
    // What some presets alone show is fetched when they are first pressed.
    for (const figure of figures) await figure.evaluate(movedByPresets);
    for (const viewport of [LAPTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(SETTLED_AFTER);
      for (const figure of figures)
        expect
          .soft(
            await figure.evaluate(movedByPresets),
            `${await nameOf(figure)}, ${viewport.width} px`,
          )
          .toEqual([]);
    }
  });
}

for (const { name } of readdirSync("dist", { withFileTypes: true }))
  if (existsSync(`dist/${name}/index.html`)) {
    figuresHold(`/${name}/`, () => `/${name}/`);
    if (`/${name}/` !== WITHOUT_FIGURES) presetsHold(`/${name}/`);
  }

test.describe("those still to come", () => {
  // One after the other, in one process, which builds their page once.
  test.describe.configure({ mode: "default" });
  let sketches: Served;
  test.beforeAll(async () => {
    sketches = await serveSketches();
  });
  test.afterAll(() => sketches.close());
  figuresHold("the sketches", () => `${sketches.origin}/`);
});
