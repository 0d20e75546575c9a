/** The site around the demos: reading without scripts, deep links, sizes, errors. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { watchPage } from "./watch.ts";

/** Keeps the site's scripts, or those that are named, back until the function it returns is called. */
async function holdScripts(page: Page, scripts = "index-*"): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/assets/${scripts}.js`, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("with JavaScript off the note reads whole, with formulas and a still figure", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/wgan/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wasserstein GAN");
  expect(await page.locator("article h2").count()).toBeGreaterThan(6);
  expect(await page.locator(".katex").count()).toBeGreaterThan(100);
  const still = page.locator("#ring");
  await expect(still).toContainText("Computed when this page was built");
  expect(await still.locator("svg path").count()).toBeGreaterThan(5);
  await context.close();
});

test("a deep link lands on its section and stays there while the demo loads", async ({ page }) => {
  await page.goto("/wgan/#ring");
  const place = page.locator("#ring");
  await expect(place.locator("section")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect
    .poll(async () =>
      Math.abs(await place.evaluate((element) => element.getBoundingClientRect().top)),
    )
    .toBeLessThan(120);
  await page.goto("/wgan/#sources");
  await expect
    .poll(() => page.locator("#sources").evaluate((element) => element.getBoundingClientRect().top))
    .toBeLessThan(800);
});

for (const when of ["domcontentloaded", "load"] as const)
  test(`what scrolls away from a deep link's section is not taken back: ${when}`, async ({
    page,
  }) => {
    await page.goto("/wgan/#two-parallel-lines", { waitUntil: when });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    const ring = page.locator("#ring");
    await ring.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
    await expect(ring.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
    await page.waitForLoadState("networkidle");
    await expect(ring).toBeInViewport();
  });

/** As for a reader who asked the browser to save data. */
const saveData = (page: Page): Promise<unknown> =>
  page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );

test("before Run the page needs no tensor code and at most 100 kB of JavaScript, gzipped", async ({
  page,
}) => {
  const { requests } = await watchPage(page);
  await saveData(page);
  await page.goto("/wgan/#ring");
  await expect(
    page.locator("#ring").getByRole("button", { name: "Run", exact: true }),
  ).toBeEnabled();
  await page.waitForLoadState("networkidle");
  let total = 0;
  for (const request of requests) {
    expect(request.url()).not.toMatch(/\.wasm|worker/);
    if (!/\.js($|\?)/.test(request.url())) continue;
    const response = await request.response();
    const body = await response!.body();
    expect(body.includes("Tensor")).toBe(false);
    const { gzipSync } = await import("node:zlib");
    total += gzipSync(body, { level: 9 }).length;
  }
  console.log(`JavaScript before Run: ${(total / 1000).toFixed(1)} kB gz`);
  expect(total).toBeGreaterThan(20_000);
  expect(total).toBeLessThanOrEqual(100_000);
});

test("a figure that comes near readies the worker, and starts nothing", async ({ page }) => {
  await watchPage(page);
  await page.goto("/wgan/");
  await page.waitForLoadState("networkidle");
  expect(page.workers()).toHaveLength(0);
  const wasm = page.waitForRequest(/\.wasm/);
  const figure = page.locator("#ring");
  await figure.evaluate((element) =>
    scrollTo(0, element.getBoundingClientRect().top - 1.5 * innerHeight),
  );
  await wasm;
  // The page fetches what the worker is made of before it starts it.
  await expect.poll(() => page.workers()).toHaveLength(1);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  await expect(figure).toContainText("Computed when this page was built");
  expect(page.workers()).toHaveLength(1);
  expect(await page.evaluate(() => window.seen.frames)).toEqual([]);
});

test("text comes first: one style sheet, scripts after the first paint, a figure's code when it is near", async ({
  page,
}) => {
  const { requests } = await watchPage(page);
  const fetched = (name: RegExp): number => requests.filter((each) => name.test(each.url())).length;
  // Far from the hero, too.
  await page.goto("/wgan/#sources");
  await expect.poll(() => fetched(/assets\/index-.*\.js/)).toBe(1);
  await page.waitForLoadState("networkidle");
  expect(requests.filter((each) => each.resourceType() === "stylesheet")).toHaveLength(1);
  expect(fetched(/DemoMount|poster/)).toBe(0);
  const late = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const scripts = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"));
    return scripts.length > 0 && scripts.every(({ startTime }) => startTime >= paint!.startTime);
  });
  expect(late).toBe(true);
  const figure = page.locator("#ring");
  const height = (): Promise<number> => figure.evaluate((element) => element.clientHeight);
  const still = await height();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  expect(fetched(/DemoMount/)).toBe(1);
  expect(Math.abs((await height()) - still)).toBeLessThanOrEqual(1);
});

test("what is pressed before the scripts have come is done when they come, once", async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto("/wgan/");
  const dialog = page.getByRole("dialog", { name: "Search all notes" });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(dialog).toHaveCount(0);
  release();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("words that set a figure, pressed before the scripts have come, set it when they come", async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto("/wgan/#what-clipping-costs");
  await page.locator('[data-set][data-settings="c=0.0557"]').first().click();
  release();
  await expect(page).toHaveURL(/ring\.c=0\.0557/);
});

for (const held of ["index-*", "DemoMount-*"])
  test(`a preset pressed before its figure is live is taken when it lives: ${held}`, async ({
    page,
  }) => {
    const release = await holdScripts(page, held);
    await page.goto("/draw/");
    const preset = page.locator("#hero-generate").getByRole("button", { name: "Same start" });
    // It is disabled, and takes a hand's press only.
    await preset.click({ force: true });
    await expect(preset).toHaveAttribute("aria-pressed", "false");
    release();
    await expect(preset).toHaveAttribute("aria-pressed", "true");
  });

test("what opens without scripts stays open when they come", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto("/wgan/");
  await page.locator(".claim button").first().click();
  const card = page.locator(".claim-card").first();
  await expect(card).toBeVisible();
  release();
  await expect(page.getByRole("button", { name: "Search" })).toBeEnabled();
  await page.waitForLoadState("networkidle");
  await expect(card).toBeVisible();
});

test("home leads to the note and back, without a reload", async ({ page }) => {
  const { complaints } = await watchPage(page);
  // Before the scripts have come, a link loads a page, as links do.
  await page.goto("/", { waitUntil: "networkidle" });
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page
    .getByRole("link", { name: /Wasserstein GAN/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wasserstein GAN");
  await expect(
    page.locator("#ring").getByRole("button", { name: "Run", exact: true }),
  ).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  expect(complaints).toEqual([]);
});

test("a link pressed while the code of the served page is on its way leads on without a fault", async ({
  page,
}) => {
  const { complaints } = await watchPage(page);
  const release = await holdScripts(page, "CodePage-*");
  await page.goto("/code/wgan/ring/");
  // The frame of the page is alive, what it holds is not.
  await expect(page.getByRole("button", { name: /colours/i })).toBeEnabled();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "Live Paper Notes" }).click();
  await expect(page).toHaveURL(/\/$/);
  release();
  await expect(page.locator("#at-work")).toBeVisible();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  expect(complaints).toEqual([]);
});

test("an address that does not exist answers 404 with a page that helps", async ({ page }) => {
  const response = await page.goto("/no-such-note/");
  expect(response!.status()).toBe(404);
  await expect(page.getByRole("link", { name: /home|notes/i }).first()).toBeVisible();
});

test("nothing imports the file that the worker starts with, which WebKit would run twice", () => {
  const scripts = readdirSync("dist/assets").filter((name) => name.endsWith(".js"));
  const [entry, ...others] = scripts.filter((name) => name.startsWith("worker-"));
  expect(others).toEqual([]);
  const importers = scripts.filter((name) =>
    new RegExp(`(?:from|import\\(?)\\s*["'\`]\\./${entry}`).test(
      readFileSync(`dist/assets/${name}`, "utf8"),
    ),
  );
  expect(importers).toEqual([]);
});
