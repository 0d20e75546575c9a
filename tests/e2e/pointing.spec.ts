/** Text and figure point at each other: numbers that set a figure, symbols that light up in it, references, old addresses. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { colourFaults, inspect } from "./inspect.ts";
import { comeAlive } from "./live.ts";
import { elsewhere, watchPage } from "./watch.ts";

const card = (page: Page): Locator => page.locator(".card");
const words = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
const bound = (page: Page, settings: string): Locator =>
  page.locator(`.bound[data-settings="${settings}"]`).first();
const field = (page: Page, name: RegExp): Locator =>
  page.locator("#ring").getByRole("textbox", { name });
const said = (page: Page): Locator => page.locator("#said");

test("a number is pressed: the figure is set, the address follows, and the card says where", async ({
  page,
}) => {
  const { requests, complaints } = await watchPage(page);
  await page.goto("/wgan/");
  await comeAlive(page);
  const number = bound(page, "c=0.01");
  await number.scrollIntoViewIfNeeded();
  // Far enough for the figure to be out of view.
  await number.evaluate((node) => node.scrollIntoView({ block: "start" }));
  const before = await page.evaluate(() => scrollY);
  await number.click();
  await expect(said(page)).toHaveText("Fig.\u00a02: clipping bound 0.01");
  await expect(card(page)).toContainText("Fig.\u00a02 is set");
  await expect(card(page).locator("svg").first()).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(field(page, /Clipping bound/)).toHaveValue("0.01");
  await expect(page).toHaveURL(/ring\.c=0\.01/);
  await card(page).getByRole("link", { name: "Go to Fig.\u00a02" }).click();
  await expect(page.locator("#ring")).toBeInViewport();
  expect(complaints).toEqual([]);
  expect(elsewhere(page, requests)).toEqual([]);
});

test("by keyboard, with the figure in view: nothing opens, the control is pointed at", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto("/wgan/");
  await comeAlive(page);
  const rate = bound(page, "alpha=0.00005");
  await page.locator("#ring").evaluate((node) => node.scrollIntoView({ block: "end" }));
  await page.evaluate(() => scrollBy(0, 300));
  await rate.focus();
  await page.keyboard.press("Space");
  await expect(said(page)).toHaveText("Fig.\u00a02: learning rate 0.00005");
  await expect(page.locator('#ring .lp-parts [data-param="alpha"]')).toHaveAttribute(
    "data-pointed",
    "",
  );
  await expect(field(page, /Learning rate/)).toHaveValue("0.00005");
  await expect(rate).toBeFocused();
  await words(page, "starve the critic").focus();
  await page.keyboard.press("Enter");
  await expect(
    page.locator("#ring").getByRole("button", { name: "WGAN, starved critic" }),
  ).toHaveAttribute("aria-pressed", "true");
  await expect(said(page)).toHaveText("Fig.\u00a02: “WGAN, starved critic”");
});

test("pressed before any figure is live, it is done when one is", async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/DemoMount-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/wgan/#what-clipping-costs");
  await bound(page, "c=0.0557").click();
  await expect(card(page)).toContainText("is set");
  await expect(said(page)).toHaveText("");
  release();
  await expect(said(page)).toHaveText("Fig.\u00a02: clipping bound 0.0557");
  await page.locator("#ring").scrollIntoViewIfNeeded();
  await expect(field(page, /Clipping bound/)).toHaveValue("0.0557");
});

test("a symbol in the text lights its control in the figure, and a control its symbol in the text", async ({
  page,
}) => {
  await page.goto("/wgan/#the-algorithm");
  await comeAlive(page);
  const control = page.locator('#ring .lp-parts [data-param="c"]');
  await page.locator('.note-body li [data-symbol="clipping-bound"]:visible').first().hover();
  await expect(card(page)).toContainText("clipping bound");
  await expect(control).toHaveClass(/\blit\b/);
  await page.keyboard.press("Escape");
  await expect(control).not.toHaveClass(/\blit\b/);

  // The keyboard's way: a field of the control has the focus.
  await control.getByRole("textbox").focus();
  await expect(control).toHaveClass(/\blit\b/);
  const lit = page.locator('.note-body li [data-symbol="clipping-bound"].lit');
  expect(await lit.count()).toBeGreaterThan(0);
  await expect(card(page)).toHaveCount(0);

  // Its letter is explained as those of the text are.
  await control.locator("[data-symbol]").hover();
  await expect(card(page)).toContainText("every weight is forced into");
  await page.keyboard.press("Escape");

  await page.locator('#ring .lp-end [data-symbol="earth-mover-distance"]').hover();
  await expect(page.locator('#ring .lp-curve[data-symbols="earth-mover-distance"]')).toHaveClass(
    /\blit\b/,
  );
});

test("a reference to a figure shows it in a card", async ({ page }) => {
  await page.goto("/wgan/#what-our-runs-show");
  await comeAlive(page);
  const link = page.locator('.note-body p a.figure-link[href="#ring"]').last();
  await link.hover();
  await expect(card(page)).toContainText("Does the generator find every mode");
  await expect(card(page).locator(".card-picture svg")).toBeVisible();
});

test("an old link lands at the figure, and the head links to the note's own equations", async ({
  page,
}) => {
  await page.goto("/wgan/#try-it");
  await expect(page.locator("#ring")).toBeInViewport();
  const head = page.locator("#ring .lp-figure-head");
  await expect(head).toContainText("(5), (6)");
  await head.locator('a[href="#eq-critic"]').click();
  await expect(page.locator("#eq-critic")).toBeInViewport();
});

test("the outline says which sections have a figure", async ({ page }) => {
  await page.goto("/wgan/");
  const outline = page.getByRole("navigation", { name: "Contents" }).first();
  await expect(outline.getByRole("link", { name: "The algorithm (with a figure)" })).toBeVisible();
  await expect(outline.getByText(/with a figure/)).toHaveCount(2);
});

test("hero and figure are one run", async ({ page }) => {
  await watchPage(page);
  await page.goto("/wgan/");
  const hero = page.locator("#hero-ring");
  await hero.getByRole("button", { name: "Run", exact: true }).click();
  await expect(hero.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.locator("#ring").scrollIntoViewIfNeeded();
  await expect(page.locator("#ring").getByRole("button", { name: "Pause" })).toBeVisible();
  const frames = await page.evaluate(() => window.seen.frames.length);
  await expect.poll(() => page.evaluate(() => window.seen.frames.length)).toBeGreaterThan(frames);
  await page.locator("#ring").getByRole("button", { name: "Pause" }).click();
  await expect(hero.getByRole("button", { name: "Run", exact: true })).toBeVisible();
});

test("without scripts bound numbers are words", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/wgan/");
  await expect(page.getByText("starve the critic")).toBeVisible();
  await expect(words(page, "starve the critic")).toHaveCount(0);
  await context.close();
});

test("no accessibility violations with a card of a figure, light and dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("/wgan/");
  await comeAlive(page);
  await bound(page, "c=0.01").click();
  await expect(card(page)).toBeVisible();
  expect((await inspect(page, ".card", ":has(> .card)")).violations).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 800 });
  await bound(page, "c=0.01").scrollIntoViewIfNeeded();
  await expect(card(page)).toBeVisible();
  expect(await colourFaults(page, ":has(> .card)")).toEqual([]);
});
