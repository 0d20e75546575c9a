/** The code beside a demo, on the built site. */
import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { colourFaults, inspect, overflow } from "./inspect.ts";
import { elsewhere, watchPage } from "./watch.ts";

const figure = (page: Page): Locator => page.locator("#ring section");
const shown = (page: Page): Locator => page.getByRole("tabpanel").locator("code");
const onDisk = (name: string): string => readFileSync(`src/papers/wgan/${name}`, "utf8");

test("shows the files that run, as they are, and moves nothing above", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { requests, complaints } = await watchPage(page);
  await page.goto("/wgan/#ring");
  const run = figure(page).getByRole("button", { name: "Run", exact: true });
  await expect(run).toBeEnabled();
  const show = figure(page).getByRole("button", { name: "Code", exact: true });
  await show.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  const before = await run.boundingBox();
  await show.click();
  await expect(shown(page)).toBeVisible();
  expect(await run.boundingBox()).toEqual(before);
  expect(await shown(page).textContent()).toBe(onDisk("ring/program.ts"));

  await page.getByRole("tab", { name: "ring/program.ts" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "coverage.ts" })).toBeFocused();
  expect(await shown(page).textContent()).toBe(onDisk("coverage.ts"));
  await page.getByRole("button", { name: "Copy file" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(onDisk("coverage.ts"));

  await figure(page).getByRole("button", { name: "Code", exact: true }).click();
  await expect(page.getByRole("tabpanel")).toHaveCount(0);
  expect(complaints).toEqual([]);
  expect(elsewhere(page, requests)).toEqual([]);
});

test("from an equation to its line, back to the equation, and the settings stay", async ({
  page,
}) => {
  await page.goto("/wgan/?ring.c=0.2&v=1#eq-critic");
  // Until the page's scripts work, the link leads to the page of the code.
  await expect(page.getByRole("button", { name: /colours/i })).toBeVisible();
  await page
    .locator("#eq-critic")
    .getByRole("link", { name: /in the code/ })
    .click();
  await expect(page).toHaveURL(/\?ring\.c=0\.2&v=1#ring-code-losses-\d+$/);
  await expect(page.getByRole("tab", { name: "losses.ts" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  const line = page.locator(".line[data-current]");
  await expect(line).toContainText("What the critic maximises");
  await expect(line).toBeInViewport();
  await line.getByRole("link").click();
  await expect(page).toHaveURL(/\?ring\.c=0\.2&v=1#eq-critic$/);
  await expect(page.locator("#eq-critic")).toBeInViewport();
  await page.goBack();
  await expect(line).toBeInViewport();
});

test("a link to a line opens the code there", async ({ page }) => {
  await page.goto("/wgan/#ring-code-losses-10");
  await expect(page.locator("#ring-code-losses-10")).toContainText("criticObjective");
  await expect(page.locator("#ring-code-losses-10")).toBeInViewport();
});

test("without scripts the figure leads to a page with all files", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/wgan/");
  await page.locator("#ring").getByRole("link", { name: "Code", exact: true }).click();
  await expect(page).toHaveURL(/\/code\/wgan\/ring\/$/);
  for (const name of ["ring/program.ts", "losses.ts", "ring/demo.ts"]) {
    const file = page.locator(`[data-file="${name}"] code`);
    await expect(file).toBeVisible();
    expect(await file.textContent()).toBe(onDisk(name));
  }
  await context.close();
});

for (const width of [1280, 360])
  test(`code has no accessibility violations, light and dark: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ["/wgan/#ring-code-losses-7", "/code/wgan/ring/"]) {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.goto(address);
      await expect(shown(page)).toBeVisible();
      expect((await inspect(page, ".code")).violations).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await colourFaults(page, ".code")).toEqual([]);
    }
  });
