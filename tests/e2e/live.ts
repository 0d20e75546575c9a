import { expect, type Page } from "@playwright/test";

/** Waits until the scripts and the figure of a note work, as for a reader who has been to the figure, and returns to the top. */
export async function comeAlive(page: Page): Promise<void> {
  await page.locator("#ring").scrollIntoViewIfNeeded();
  const run = page.locator("#ring").getByRole("button", { name: "Run", exact: true });
  await expect(run).toBeEnabled();
  await page.evaluate(() => scrollTo(0, 0));
}
