/** DRAW's figures on the built site: digits drawn by the shipped weights, and two models that train side by side. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { watchPage } from "./watch.ts";

const figure = (page: Page, id: string): Locator => page.locator(`#${id} section`);
const strip = (here: Locator): Locator => here.getByRole("grid", { name: /after each step/ });
/** The step whose tile is marked in the strip. */
const marked = (here: Locator): Locator =>
  strip(here).getByRole("gridcell", { selected: true }).locator(".lp-tile-name");

test("five digits: played, scrubbed by keys, drawn anew from other codes, which the address keeps", async ({
  page,
}) => {
  const { complaints } = await watchPage(page);
  await page.goto("/draw/#generate");
  const here = figure(page, "generate");
  const press = here.getByRole("button", { name: "Draw", exact: true });
  await expect(press).toBeEnabled();
  await expect(marked(here)).toHaveText("10");

  await press.click();
  await expect(here.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(press).toBeVisible({ timeout: 30_000 });
  await expect(marked(here)).toHaveText("10");

  await here.getByRole("slider", { name: "step shown" }).focus();
  await page.keyboard.press("Home");
  await expect(marked(here)).toHaveText("0");
  await page.keyboard.press("ArrowRight");
  await expect(marked(here)).toHaveText("1");
  await expect(page).toHaveURL(/generate\.shown=1/);

  const digits = here
    .getByRole("grid", { name: /Five digits/ })
    .locator("canvas")
    .first();
  const before = await digits.screenshot();
  await here.getByRole("button", { name: "Other five" }).click();
  await expect(page).toHaveURL(/generate\.codes=1/);
  await expect(marked(here)).toHaveText("10");
  await expect(here.locator(".lp-pictures")).toHaveAttribute("data-stale", "false", {
    timeout: 30_000,
  });
  expect(await digits.screenshot()).not.toEqual(before);
  expect(complaints).toEqual([]);
});

test("with reduced motion nothing plays: a press is one step", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/draw/#generate");
  const here = figure(page, "generate");
  // It stands at its end, and says what a press does.
  await here.getByRole("button", { name: "Begin again", exact: true }).click();
  await expect(marked(here)).toHaveText("0");
  await here.getByRole("button", { name: "Draw one step", exact: true }).click();
  await expect(marked(here)).toHaveText("1");
});

test("two models train from a press of Run, windows on one of them", async ({ page }) => {
  test.setTimeout(120_000);
  const { complaints } = await watchPage(page);
  await page.goto("/draw/#train");
  const here = figure(page, "train");
  await here.getByRole("button", { name: "Run", exact: true }).click();
  await expect(here.locator(".lp-finding")).toContainText(/After 50 steps .* nats with windows/, {
    timeout: 90_000,
  });
  await expect(here.locator(".lp-view").nth(0).locator(".lp-window-frame").first()).toBeAttached();
  await expect(here.locator(".lp-view").nth(1).locator(".lp-window-frame")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a link to a figure far down lands at it, though the figures above change the page's length", async ({
  page,
}) => {
  await page.goto("/draw/#train", { waitUntil: "networkidle" });
  const place = page.locator("#train");
  await expect(place.locator(".lp-figure-tools:not([disabled])")).toBeVisible();
  await expect.poll(async () => (await place.boundingBox())!.y).toBeLessThan(60);
});

test("a link to a figure without a play bar shows what was shared, untouched", async ({ page }) => {
  await page.goto("/draw/?memory.codes=644&v=1#memory");
  const pictures = page.locator("#memory .lp-pictures");
  await expect(pictures).toHaveAttribute("data-stale", "true");
  await expect(pictures).toHaveAttribute("data-stale", "false", { timeout: 60_000 });
});

test("a link that asks a built run for another picture says that it is none of its own", async ({
  page,
}) => {
  await page.goto("/matching-networks/?context.order=12&v=1#context");
  const here = figure(page, "context");
  await expect(here.locator(".lp-view-mark").first()).toHaveText("before your change");
  // Numbers stand under the supports that they were computed with.
  await expect(here.locator("svg text", { hasText: /^[A-E]( ✓)?$/ }).first()).toHaveText(/^A/);
});

test("what plays is not written into the address; what a hand has set is", async ({ page }) => {
  await page.goto("/draw/#generate");
  const here = page.locator("#generate");
  await expect(here.locator(".lp-figure-tools:not([disabled])")).toBeVisible();
  await here.getByRole("button", { name: "Other five", exact: true }).click();
  await here.getByRole("button", { name: "Draw", exact: true }).click();
  await expect(page).toHaveURL(/generate\.codes=1/);
  // The last step, to which the press led, is the default; none that plays since stands there.
  expect(page.url()).not.toContain("generate.shown");
  await here.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page).toHaveURL(/generate\.shown=\d&/);
});
