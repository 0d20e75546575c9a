/** How smoothly a page of eight figures scrolls. */
import type { Browser } from "playwright";
import { quantile } from "./numbers.ts";

declare global {
  interface Window {
    /** Between two frames, ms. */
    frameTimes?: number[];
  }
}

/** A frame that took longer than this was late: a 60th of a second and half of the next. */
const LATE_MS = 25;
const LENGTH_PX = 6000;
const SPEED = 1200;

/** Times between frames while the page scrolls down, with a figure training above, or with none. */
export async function scrolled(
  browser: Browser,
  origin: string,
  trains: boolean,
): Promise<Record<string, number>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}/eight/`);
  await page.locator("figure[data-demo]").first().waitFor();
  if (trains) {
    const figure = page.locator('figure[data-demo="supcon/in-or-out"]').first();
    await figure.scrollIntoViewIfNeeded();
    await figure.getByLabel("Speed").selectOption("50 steps/s");
    await figure.getByRole("button", { name: "Run", exact: true }).click();
  }
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const frames: number[] = (window.frameTimes = []);
    let before = performance.now();
    const next = (): void => {
      const now = performance.now();
      frames.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.synthesizeScrollGesture", {
    x: 640,
    y: 400,
    yDistance: -LENGTH_PX,
    speed: SPEED,
    gestureSourceType: "mouse",
  });
  const frames = await page.evaluate(() => window.frameTimes!);
  await page.close();
  const late = frames.filter((ms) => ms > LATE_MS).length;
  return {
    frames: frames.length,
    median: Number(quantile(frames, 0.5).toFixed(1)),
    "95th": Number(quantile(frames, 0.95).toFixed(1)),
    worst: Number(quantile(frames, 1).toFixed(1)),
    "late, %": Number(((100 * late) / frames.length).toFixed(1)),
  };
}
