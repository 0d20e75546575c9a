/** The first page: a model at work, and what each note looks like. */
import { gzipSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { steps } from "./first-visit.ts";
import { inspect, overflow } from "./inspect.ts";
import { watchPage } from "./watch.ts";

/** What a thumbnail may add to the page, bytes (gzip). */
const THUMB = 6000;
const THEMES = ["light", "dark", "sepia"];
const state = (page: Page) => page.locator("#at-work .lp-phase");
const runs = (page: Page) => expect.poll(() => steps(page), { timeout: 60_000 });

test("a model begins by itself, and waits while it is out of sight", async ({ page }) => {
  const { complaints } = await watchPage(page);
  await page.goto("/");
  await runs(page).toBeGreaterThan(5);
  await expect(state(page)).toHaveText("Running in your browser.");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(1500);
  const stood = await steps(page);
  await page.waitForTimeout(1500);
  expect(await steps(page)).toBe(stood);
  await page.evaluate(() => scrollTo(0, 0));
  await runs(page).toBeGreaterThan(stood);
  expect(complaints).toEqual([]);
});

const still = {
  "who wants less motion": (page: Page) => page.emulateMedia({ reducedMotion: "reduce" }),
  "who saves data": (page: Page) =>
    page.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
    ),
};
for (const [who, ask] of Object.entries(still))
  test(`for a reader ${who} nothing moves before it is asked to`, async ({ page }) => {
    const { requests } = await watchPage(page);
    await ask(page);
    await page.goto("/", { waitUntil: "networkidle" });
    const run = page.locator("#at-work").getByRole("button", { name: "Run", exact: true });
    await expect(run).toBeEnabled();
    await page.waitForTimeout(5000);
    await expect(state(page)).toHaveText("Computed when this page was built.");
    expect(requests.filter((request) => /\/worker-/.test(request.url()))).toEqual([]);
    await run.click();
    await runs(page).toBeGreaterThan(0);
  });

test("a link's settings wait for their reader", async ({ page }) => {
  await watchPage(page);
  await page.goto("/?ring.seed=7&v=1", { waitUntil: "networkidle" });
  await page.waitForTimeout(5000);
  expect(await steps(page)).toBe(0);
});

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 390, height: 664 },
])
  test(`picture and bar are on the first screen at ${width} × ${height}, and nothing shifts`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await watchPage(page);
    await page.setViewportSize({ width, height });
    await page.goto("/");
    await runs(page).toBeGreaterThan(5);
    for (const part of [".lp-view-picture", ".lp-bar"]) {
      const box = (await page.locator(`#at-work ${part}`).boundingBox())!;
      expect(box.y, part).toBeGreaterThan(0);
      expect(box.y + box.height, part).toBeLessThanOrEqual(height);
    }
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
  });

test("each note has its picture in small and its length, and the picture is light to fetch", async ({
  page,
}) => {
  await page.goto("/");
  const notes = page.locator(".note-list > li");
  expect(await notes.count()).toBeGreaterThanOrEqual(5);
  for (const note of await notes.all()) {
    const title = await note.locator("h3").innerText();
    await expect(
      note.locator(".note-thumb svg :is(path, circle, rect)").first(),
      title,
    ).toBeAttached();
    const html = await note.locator(".note-thumb").innerHTML();
    expect(gzipSync(html).length, title).toBeLessThanOrEqual(THUMB);
    const facts = await note.locator(".note-facts").innerText();
    expect(facts, title).toMatch(
      /^(text only|1\sfigure|\d+\sfigures), \d+\smin · \S.*, \S+ 20\d\d$/,
    );
  }
});

test("home, come to from a note, is as it was served", async ({ page }) => {
  const { complaints } = await watchPage(page);
  await page.goto("/");
  const words = (): Promise<string[]> =>
    page.locator(".note-list :is(h3, .note-facts)").allInnerTexts();
  const served = await words();
  await page.goto("/draw/", { waitUntil: "networkidle" });
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "Live Paper Notes" }).click();
  await expect(page.locator(".note-list > li")).not.toHaveCount(0);
  expect(await words()).toEqual(served);
  const pictures = page.locator(".note-thumb :is(svg, canvas)");
  await expect.poll(() => pictures.count()).toBeGreaterThanOrEqual(5);
  await runs(page).toBeGreaterThan(5);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  expect(complaints).toEqual([]);
});

test("once its figure has run, a note in the list still opens in its place", async ({ page }) => {
  await watchPage(page);
  await page.goto("/");
  await page.locator("#at-work").getByRole("button", { name: "Run", exact: true }).click();
  await runs(page).toBeGreaterThan(5);
  await page.locator(".note-list").getByRole("link", { name: "DRAW" }).click();
  await expect(page).toHaveURL(/\/draw\/$/);
});

test("the figure leads to the whole one in its note, and its link does too", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await page
    .locator("#at-work")
    .getByRole("link", { name: /^The whole figure/ })
    .click();
  await expect(page).toHaveURL(/\/wgan\/#ring$/);
  await expect(page.locator("#ring").getByRole("button", { name: "Run" })).toBeVisible();
});

test("one button goes through the colours, by keys too, and says what comes next", async ({
  page,
}) => {
  await page.goto("/");
  const button = page.getByRole("button", { name: /colours/i });
  const names = ["System", "Light", "Dark", "Sepia"];
  await expect(button).toBeVisible();
  await button.focus();
  for (const [i, name] of names.entries()) {
    const next = names[(i + 1) % names.length]!;
    await expect(button).toHaveAccessibleName(`${name}: colours. Next: ${next}`);
    const theme = await page.evaluate(() => document.documentElement.dataset.theme ?? "system");
    expect(theme).toBe(name.toLowerCase());
    await page.keyboard.press("Enter");
  }
  await expect(button).toHaveAccessibleName(/^System/);
});

for (const theme of THEMES)
  for (const width of [1280, 360])
    test(`no accessibility violations, ${theme}, ${width} px`, async ({ page }) => {
      await page.addInitScript((name) => {
        localStorage.setItem("live-paper-notes", JSON.stringify({ theme: name }));
      }, theme);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 720 });
      await page.goto("/", { waitUntil: "networkidle" });
      expect((await inspect(page)).violations).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
