/**
 * `npm run latency`: from pointer to picture, in Chromium, with the sketches' worker warm. Drags the window of an instant figure
 * and draws a stroke beside shipped weights by real pointer moves, and says what share of the answers came within 50 ms; then
 * scrolls a page of eight figures, one of which trains, and says how many frames were late. Measures; asserts nothing.
 * On a busy machine it measures the others: there, as root on Linux, `chrt -r 1 npm run latency` goes before them.
 */
import { loadavg } from "node:os";
import { chromium, type Browser, type Page } from "playwright";
import { serveSketches } from "../tests/sketches/serve-sketches.ts";
import { chromium as options } from "./machine/chromium.mjs";
import { gesturesOf, type Gesture } from "./latency/gestures.ts";
import { quantile, rowOf } from "./latency/quantiles.ts";
import { framesWhileScrolling, summaryOf } from "./scroll/frames.ts";

/** Aim of the 95th percentile, ms. */
const AIM_MS = 50;
const MOVES = 300;

export const USAGE = `Usage: npm run latency`;

export async function main(): Promise<void> {
  const { origin, close } = await serveSketches();
  const browser = await chromium.launch(options());
  const load = loadavg()[0]!;
  try {
    const rows: Record<string, Record<string, number | string>> = {};
    for (const gesture of gesturesOf(MOVES)) {
      const answers = await measured(browser, origin, gesture);
      rows[gesture.name] = { ...rowOf(answers), within: verdict(answers) };
    }
    console.log("From pointer event to the painted picture of exactly its settings, ms");
    console.table(rows);
    console.log("Scrolling a page of eight figures, one of which trains, ms a frame");
    console.table(await scrolled(browser, origin));
  } finally {
    await browser.close();
    await close();
  }
  console.log(`Load of the machine: ${load.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after.`);
}

type Answers = NonNullable<Window["answered"]>;

const verdict = (answers: Answers): string => {
  const shown = answers.flatMap(({ ms }) => ms ?? []);
  return quantile(shown, 0.95) <= AIM_MS ? `yes (${AIM_MS})` : `no (${AIM_MS})`;
};

async function measured(browser: Browser, origin: string, gesture: Gesture): Promise<Answers> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${origin}${gesture.path}`);
  await warm(page, gesture);
  await page.evaluate(() => (window.answered!.length = 0));
  await gesture.move(page);
  // The last answer is on its way.
  await page.waitForTimeout(500);
  const answers = await page.evaluate(() => window.answered!);
  await page.close();
  return answers;
}

/** A short gesture first: the worker has loaded, and the code is compiled. */
async function warm(page: Page, gesture: Gesture): Promise<void> {
  await gesture.begin(page);
  await page.waitForFunction(() => (window.answered ?? []).some(({ ms }) => ms !== null));
  await page.waitForTimeout(1000);
}

/** A page of eight figures, all at rest, and with one that trains as long as it is near. */
async function scrolled(browser: Browser, origin: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const rows: Record<string, ReturnType<typeof summaryOf>> = {};
  for (const trains of [false, true]) {
    await page.goto(`${origin}/eight/`, { waitUntil: "networkidle" });
    if (trains) {
      const figure = page.locator('figure[data-demo="supcon/in-or-out"]').first();
      await figure.scrollIntoViewIfNeeded();
      await figure.getByLabel("Speed", { exact: true }).selectOption("50 steps/s");
      await figure.getByRole("button", { name: "Run", exact: true }).click();
      await page.waitForTimeout(1000);
    }
    rows[trains ? "one trains" : "at rest"] = summaryOf(await framesWhileScrolling(page, "down"));
  }
  await page.close();
  return rows;
}
