/** The reader's place on the built site: what is in view stays in view while figures come alive and when the window gets another width. */
import { expect, test, type Page } from "@playwright/test";

const top = (page: Page, id: string): Promise<number> =>
  page.locator(`#${id}`).evaluate((place) => place.getBoundingClientRect().top);

const isLive = (page: Page, id: string) =>
  expect(page.locator(`#${id} .lp-figure-tools:not([disabled])`)).toBeVisible({ timeout: 30_000 });

for (const id of ["memory", "attention"])
  test(`a reload at #${id} lands where the reader was`, async ({ page }) => {
    await page.goto(`/draw/#${id}`, { waitUntil: "networkidle" });
    await isLive(page, id);
    // What holds the place that a link names gives way to a hand.
    await page.mouse.wheel(0, 1);
    await page.waitForTimeout(300);
    const before = await top(page, id);
    await page.reload({ waitUntil: "networkidle" });
    await isLive(page, id);
    await expect.poll(() => top(page, id)).toBeCloseTo(before, -1);
    await page.waitForTimeout(500);
    expect(Math.abs((await top(page, id)) - before)).toBeLessThan(5);
  });

for (const id of ["generate", "train"])
  test(`a link to #${id} lands at it, and stays there`, async ({ page }) => {
    await page.goto(`/draw/#${id}`, { waitUntil: "networkidle" });
    await isLive(page, id);
    // What would move it away does so within a frame or two of its coming alive.
    await page.waitForTimeout(1000);
    expect(Math.abs((await top(page, id)) - 24)).toBeLessThan(5);
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 664 }, isMobile: true, hasTouch: true });

  for (const [note, id] of [
    ["draw", "memory"],
    ["supcon", "pairs"],
  ] as const)
    test(`a link to #${id} lands at it, and so does a press as soon as the text is there`, async ({
      page,
    }) => {
      const staysThere = async (): Promise<void> => {
        await isLive(page, id);
        await page.waitForTimeout(1000);
        expect(Math.abs((await top(page, id)) - 24)).toBeLessThan(5);
      };
      await page.goto(`/${note}/#${id}`);
      await staysThere();
      await page.goto("/colophon/");
      await page.goto(`/${note}/`, { waitUntil: "domcontentloaded" });
      // As a name in the text leads there.
      await page.evaluate((place) => {
        const link = Object.assign(document.createElement("a"), { href: `#${place}` });
        document.querySelector(".note-body")!.prepend(link);
        link.click();
        link.remove();
      }, id);
      await staysThere();
    });

  test("who has read on from the top is brought back to the same words, by a reload and by the way back", async ({
    page,
  }) => {
    await page.goto("/draw/", { waitUntil: "networkidle" });
    const words = page.locator(".note-body > p").nth(19);
    const there = (): Promise<number> => words.evaluate((p) => p.getBoundingClientRect().top);
    while ((await there()) > 300) {
      await page.evaluate(() => scrollBy({ top: 400, behavior: "instant" }));
      await page.waitForTimeout(150);
    }
    await page.waitForTimeout(1000);
    const before = await there();
    await page.reload({ waitUntil: "networkidle" });
    await expect.poll(there).toBeCloseTo(before, -2);
    await page.goto("/colophon/");
    await page.goBack({ waitUntil: "networkidle" });
    await expect.poll(there).toBeCloseTo(before, -2);
  });
});

for (const note of ["wgan", "draw"])
  test(`who steps back from /${note}/ and forward again is at the same words`, async ({ page }) => {
    await page.goto("/", { waitUntil: "networkidle" });
    const toNote = page.locator(`a[href="/${note}/"]:visible`).first();
    await toNote.click();
    const words = page.locator(".note-body > p").nth(19);
    await words.evaluate((place) => place.scrollIntoView({ block: "start", behavior: "instant" }));
    await page.mouse.wheel(0, 1);
    await page.waitForTimeout(1500);
    const there = (): Promise<number> => words.evaluate((p) => p.getBoundingClientRect().top);
    const before = await there();
    await page.goBack();
    await expect(toNote).toBeVisible();
    await page.goForward();
    await expect.poll(there).toBeCloseTo(before, -1);
    await page.waitForTimeout(1500);
    expect(Math.abs((await there()) - before)).toBeLessThan(5);
  });

test("another width leaves what is read in view, and a run of it goes on", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("/wgan/#ring");
  const ring = page.locator("#ring");
  await ring.getByRole("button", { name: "Run", exact: true }).click();
  await expect(ring.getByText("Running in your browser.")).toBeVisible();
  await page.waitForTimeout(500);
  for (const width of [390, 1280, 700]) {
    await page.setViewportSize({ width, height: 664 });
    await page.waitForTimeout(1000);
    await expect(ring.locator(".lp-view-picture").first()).toBeInViewport();
    await expect(ring.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  }
  const words = page.locator(".note-body > p").nth(30);
  await words.evaluate((place) => place.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.mouse.wheel(0, 1);
  await ring.getByRole("button", { name: "Pause", exact: true }).evaluate((pause) => pause.blur());
  await page.waitForTimeout(500);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 664 });
    await page.waitForTimeout(1000);
    await expect(words).toBeInViewport();
  }
});
