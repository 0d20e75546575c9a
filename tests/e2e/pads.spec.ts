/**
 * Pads under a finger, on a phone: one finger on the paper draws, since strokes go down as often as across; so beside the paper
 * there is room at its whole height from which a swipe scrolls the page and draws nothing.
 */
import { expect, test, type CDPSession, type Locator } from "@playwright/test";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 664 } });

/** Of the window's width, at the height of the paper. */
const LEAST_FREE = 0.25;
/** A thumb, px. */
const THUMB = 44;

async function swipeUp(cdp: CDPSession, x: number, y: number): Promise<void> {
  const at = (type: string, dy: number): Promise<unknown> =>
    cdp.send("Input.dispatchTouchEvent", {
      type: type as "touchMove",
      touchPoints: type === "touchEnd" ? [] : [{ x, y: y - dy }],
    });
  await at("touchStart", 0);
  for (let dy = 10; dy <= 100; dy += 10) await at("touchMove", dy);
  await at("touchEnd", 100);
}

const inkOf = (paper: Locator): Promise<string | null> => paper.getAttribute("aria-label");

for (const [link, id] of [
  ["/matching-networks/#draw", "draw"],
  ["/draw/#reconstruct", "reconstruct"],
  ["/draw/?filterbank.picture=drawing#filterbank", "filterbank"],
  ["/draw/?loop.picture=drawing#loop", "loop"],
] as const)
  test(`the pad of #${id}: a finger draws on it, and scrolls from beside it`, async ({ page }) => {
    await page.goto(link);
    const paper = page.locator(`#${id} .lp-pad-paper`);
    await expect(paper).toBeVisible();
    const tools = page.locator(`#${id} .lp-figure-tools:not([disabled])`);
    await expect(tools).toBeVisible({ timeout: 30_000 });
    await page.waitForLoadState("networkidle");
    const cdp = await page.context().newCDPSession(page);
    const placed = async () => (await paper.boundingBox())!;
    // What the link names is held in its place while the page comes together: a hand that scrolls takes over.
    await page.mouse.wheel(0, 1);
    await expect
      .poll(async () => {
        await paper.evaluate((element) => element.scrollIntoView({ block: "center" }));
        const before = await placed();
        await page.waitForTimeout(200);
        return (await placed()).y - before.y;
      })
      .toBe(0);
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);

    const { x, y, width, height } = await placed();
    const [left, right] = [x, 390 - x - width];
    expect(Math.max(left, right)).toBeGreaterThanOrEqual(THUMB);
    expect((left + right) / 390).toBeGreaterThanOrEqual(LEAST_FREE);

    const [ink, top] = [await inkOf(paper), await scrolled()];
    await swipeUp(cdp, x + 0.2 * width, y + height - 4);
    await expect.poll(() => inkOf(paper)).not.toBe(ink);
    expect(await scrolled()).toBe(top);
    await page.locator(`#${id}`).getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => inkOf(paper)).toBe(ink);

    await paper.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const now = await placed();
    const before = await scrolled();
    const beside = right > left ? now.x + now.width + right - THUMB / 2 : THUMB / 2;
    await swipeUp(cdp, beside, now.y + now.height - 4);
    await expect.poll(scrolled).toBeGreaterThan(before + 40);
    expect(await inkOf(paper)).toBe(ink);
  });
