/** What is chosen, where the reader's own colours replace ours: it differs in form. */
import { expect, test, type Locator, type Page } from "@playwright/test";

test.use({ contextOptions: { forcedColors: "active" } });

/** How an element and what stands right in or behind it are drawn. */
const looksOf = (element: Locator): Promise<string> =>
  element.evaluate((each) => {
    const parts = [each, each.nextElementSibling ?? each];
    return JSON.stringify(
      parts.map((part) => {
        const { borderBlockEnd, borderInlineStart, outline, backgroundColor } =
          getComputedStyle(part);
        return [borderBlockEnd, borderInlineStart, outline, backgroundColor];
      }),
    );
  });

async function differ(chosen: Locator, other: Locator): Promise<void> {
  await expect(chosen.first()).toBeVisible();
  expect(await looksOf(chosen.first())).not.toBe(await looksOf(other.first()));
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("button", { name: /colours/i })).toBeVisible();
}

test("presets, choices, sections and colours of marks", async ({ page }) => {
  await open(page, "/wgan/#ring");
  const figure = page.locator("#ring");
  await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await differ(
    figure.locator('.lp-preset[aria-pressed="true"]'),
    figure.locator('.lp-preset[aria-pressed="false"]'),
  );
  await differ(
    figure.locator(".lp-segment:has(:checked)"),
    figure.locator(".lp-segment:not(:has(:checked))"),
  );
  await expect(page.locator(".outline-beside [aria-current]")).toBeVisible();
  await differ(
    page.locator(".outline-beside [aria-current]"),
    page.locator(".outline-beside a:not([aria-current])"),
  );
});

test("files of code", async ({ page }) => {
  await open(page, "/code/wgan/ring/");
  await differ(
    page.getByRole("tab", { selected: true }),
    page.getByRole("tab", { selected: false }),
  );
});

test("the colour theme is named in words", async ({ page }) => {
  await open(page, "/colophon/");
  const theme = page.getByRole("button", { name: /colours/i });
  const before = await theme.textContent();
  await theme.click();
  await expect(theme).not.toHaveText(before!);
});
