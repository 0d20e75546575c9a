/** Reading and training without a network after the first visit, and new versions that wait to be asked. */
import { expect, type BrowserContext, type Page } from "@playwright/test";
import { firstVisit, run, steps, test } from "./first-visit.ts";
import type { OwnSite } from "./own-site.ts";
import { watchPage } from "./watch.ts";

test("one visit, then no server: another note opens, its link's settings hold, and its demo trains", async ({
  page,
  site,
}) => {
  const { requests, complaints } = await watchPage(page);
  await firstVisit(page, "/");
  await site.goDown();
  await page.goto("/wgan/?ring.alpha=0.0005&v=1#ring");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wasserstein GAN");
  await expect(page.getByRole("textbox", { name: /Learning rate/ })).toHaveValue(/0[.,]0005/);
  await run(page);
  await page.getByRole("link", { name: "How this site is made" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How these pages train");
  // As a reader types it.
  await page.goto("/wgan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wasserstein GAN");
  await expect(page.locator("#ring")).toContainText("Computed when this page was built");
  // The file of the picture, in colours and to be changed, is kept once used: here it was not.
  expect(complaints.filter((each) => !each.includes("net::ERR_"))).toEqual([]);
  expect(new Set(requests.map((request) => new URL(request.url()).origin))).toEqual(
    new Set([site.origin]),
  );
});

test("the page of the first visit itself goes on working", async ({ page, site }) => {
  await watchPage(page);
  await firstVisit(page, "/wgan/#ring");
  await site.goDown();
  await run(page);
});

test("offline, an address that is not kept says so and leads on", async ({ page, site }) => {
  await firstVisit(page, "/");
  await site.goDown();
  await page.goto("/no-such-note/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("there is no network");
  await page.locator("main").getByRole("link", { name: "Wasserstein GAN" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wasserstein GAN");
  // The pages of sections are not kept, but what they lead to is.
  await page.goto("/wgan/s/two-parallel-lines/");
  await expect(page).toHaveURL(/\/wgan\/#two-parallel-lines$/);
});

/** Publishes a build whose home page has another title. */
function publish(site: OwnSite, title: string): void {
  site.edit("index.html", (html) => html.replace(/<title>[^<]*/, `<title>${title}`));
  site.edit("sw.js", (script) =>
    script.replace(/(url:.\/.,revision:.)\w+/, `$1${title.replaceAll(" ", "")}`),
  );
}

const bar = (page: Page) => page.getByRole("complementary", { name: "New version" });

async function twoTabs(context: BrowserContext, page: Page): Promise<Page> {
  await watchPage(page);
  // Its run must not end before the test does.
  await firstVisit(page, "/wgan/?ring.stop=50000&v=1#ring");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await run(page);
  const other = await context.newPage();
  await other.goto("/");
  await expect(other).toHaveTitle("Live Paper Notes");
  return other;
}

test("a new version waits for consent, interrupts no run, and then all tabs use it", async ({
  page,
  context,
  site,
}) => {
  const other = await twoTabs(context, page);
  publish(site, "Second version");
  await other.reload();
  await expect(bar(other)).toBeVisible();
  await expect(bar(page)).toBeVisible();
  // Until then the old version, and whole.
  await other.reload();
  await expect(other).toHaveTitle("Live Paper Notes");
  await page.bringToFront();
  const before = await steps(page);
  await expect.poll(() => steps(page)).toBeGreaterThan(before);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);

  await bar(other).getByRole("button", { name: "Use it" }).click();
  await expect(other).toHaveTitle("Second version");
  await expect.poll(() => page.evaluate(() => "sameDocument" in window)).toBe(false);
  await expect(bar(page)).toHaveCount(0);
  await site.goDown();
  await other.reload();
  await expect(other).toHaveTitle("Second version");
});

test("a new version can wait", async ({ page, site }) => {
  await firstVisit(page, "/");
  publish(site, "Second version");
  await page.reload();
  await bar(page).getByRole("button", { name: "Later" }).click();
  await expect(bar(page)).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveTitle("Live Paper Notes");
  await expect(bar(page)).toBeVisible();
});

test("a new version that is asked for in vain is offered again, by the page loaded anew", async ({
  page,
  site,
}) => {
  await firstVisit(page, "/");
  publish(site, "Second version");
  await page.addInitScript(() => {
    ServiceWorker.prototype.postMessage = () => undefined;
  });
  await page.reload();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const use = bar(page).getByRole("button", { name: "Use it" });
  await use.click();
  await expect(use).toBeDisabled();
  // Unlike a poll of `evaluate`, this outlives the document that it begins in.
  await page.waitForFunction(() => !("sameDocument" in window));
  await expect(use).toBeEnabled();
  await expect(page).toHaveTitle("Live Paper Notes");
});

test("where nothing can be kept the page works as ever", async ({ page }) => {
  const { complaints } = await watchPage(page);
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException("Storage is full.", "QuotaExceededError"));
  });
  await page.goto("/wgan/#ring");
  await run(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(complaints).toEqual([]);
});
