/** Tests of reading offline: each has a copy of the site of its own, and service workers are allowed. */
import { expect, test as base, type Page } from "@playwright/test";
import { ownSite, type OwnSite } from "./own-site.ts";

export const test = base.extend<{ site: OwnSite }>({
  // oxlint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await ownSite();
    await use(site);
    await site.remove();
  },
  serviceWorkers: "allow",
  baseURL: async ({ site }, use) => use(site.origin),
});

/** Opens a page for the first time and waits until the site is kept. */
export async function firstVisit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 60_000 })
    .toBe("activated");
}

/** Steps that the run has taken; `watchPage` sees them. */
export const steps = (page: Page): Promise<number> =>
  page.evaluate(() => window.seen.frames.at(-1)?.step ?? 0);

export async function run(page: Page): Promise<void> {
  const button = page.locator("#ring").getByRole("button", { name: "Run", exact: true });
  await expect(button).toBeEnabled();
  await button.click();
  await expect.poll(() => steps(page), { timeout: 60_000 }).toBeGreaterThan(20);
}
