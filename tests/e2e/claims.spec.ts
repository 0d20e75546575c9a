/** Sentences that were checked by running them: the mark, what it unfolds, and the way to the demo. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { watchPage } from "./watch.ts";

const claim = (page: Page): Locator =>
  page.locator(".claim", { hasText: "ends with more modes than the GAN" });
const mark = (page: Page): Locator => claim(page).getByRole("button");
const card = (page: Page): Locator =>
  claim(page).getByRole("group", { name: "How this sentence was checked" });
const setting = (page: Page, name: string): Locator =>
  page.locator("#ring section").getByRole("radio", { name, exact: true });

test("the mark unfolds what was run, and leads to the demo in that state and back to the defaults", async ({
  page,
}) => {
  const { complaints } = await watchPage(page);
  await page.goto("/wgan/");
  await expect(card(page)).toBeHidden();
  await mark(page).click();
  await expect(card(page)).toBeVisible();
  for (const words of [
    /\d of 5 seeds agree/,
    "2,000 steps",
    "GAN, same settings",
    /commit [0-9a-f]{7}/,
  ])
    await expect(card(page)).toContainText(words);

  await card(page).getByRole("link", { name: "Set up b here" }).click();
  await expect(page).toHaveURL(/\?ring\.loss=gan&ring\.stop=2000&v=1#ring$/);
  await expect(setting(page, "GAN")).toBeChecked();
  await expect(page.locator("#ring")).toBeInViewport();

  await mark(page).click();
  await card(page).getByRole("link", { name: "Set up a here" }).click();
  await expect(page).toHaveURL(/\?ring\.stop=2000&v=1#ring$/);
  await expect(setting(page, "WGAN")).toBeChecked();
  expect(complaints).toEqual([]);
});

test("by keyboard: Enter opens, Tab goes in, Escape closes and gives the focus back", async ({
  page,
}) => {
  await page.goto("/wgan/");
  await mark(page).focus();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(card(page).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card(page)).toBeHidden();
  await expect(mark(page)).toBeFocused();
});

test("with JavaScript off it opens too, and on paper it stands in the text", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/wgan/");
  await mark(page).click();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.emulateMedia({ media: "print" });
  await expect(mark(page)).toBeHidden();
  await expect(claim(page)).toContainText("commit");
  await expect(card(page)).toBeVisible();
  await context.close();
});

for (const [scheme, width] of [
  ["light", 1280],
  ["dark", 360],
] as const) {
  test(`open, it has no accessibility violations and fits: ${scheme}, ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/wgan/");
    await mark(page).click();
    expect((await inspect(page, ".claim")).violations).toEqual([]);
    const box = (await card(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
  });
}
