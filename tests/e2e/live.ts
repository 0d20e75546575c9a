import { expect, type Page } from "@playwright/test";

/** Waits until the scripts and the figure of a note work, as for a reader who has been to the figure, and returns to the top. */
export async function comeAlive(page: Page): Promise<void> {
  await page.locator("figure[data-demo]").first().scrollIntoViewIfNeeded();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await page.evaluate(() => scrollTo(0, 0));
}
