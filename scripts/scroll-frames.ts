/**
 * How smoothly a page of the built site scrolls in Chromium: `node scripts/run.mjs scroll-frames [/path/]`, after `npm run build`. A
 * frame of 60 a second has 16.7 ms; one that took longer than 17.5 ms came late. Measured with whatever trains on the
 * page by itself; run it with nothing else under way, before and after a change.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright";
import { preview } from "vite";
import { chromium as options } from "./chromium.mjs";

/** Pixels a frame: a page of the screen in half a second, which is a brisk wheel. */
const PACE = 24;
const LATE_MS = 17.5;
const ROUNDS = 3;

export async function main(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const path = positionals[0] ?? "/wgan/";
  const server = await preview({ logLevel: "warn", preview: { port: 0 } });
  const origin = server.resolvedUrls!.local[0]!.replace(/\/$/, "");
  const browser = await chromium.launch(options());
  const load = loadavg()[0]!;
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      serviceWorkers: "block",
    });
    const rows: Record<string, ReturnType<typeof summary>> = {};
    for (let round = 1; round <= ROUNDS; round++) {
      await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
      rows[`${path} down, first time ${round}`] = summary(await scroll(page, PACE));
      rows[`${path} up again ${round}`] = summary(await scroll(page, -PACE));
    }
    console.table(rows);
    console.log(`Chromium ${browser.version()}, load average ${load.toFixed(2)} when it began.`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Milliseconds between frames while the page scrolls from where it is to its end, or back to its top. */
const scroll = (page: Page, pace: number): Promise<number[]> =>
  page.evaluate(
    (pixels) =>
      new Promise((resolve) => {
        const times: number[] = [];
        let last: number | undefined;
        let before = -1;
        const frame = (now: number): void => {
          if (last !== undefined) times.push(now - last);
          last = now;
          if (scrollY === before) return resolve(times);
          before = scrollY;
          scrollBy({ top: pixels, behavior: "instant" });
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    pace,
  );

function summary(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)]! * 10) / 10;
  const late = times.filter((ms) => ms > LATE_MS).length / times.length;
  return {
    frames: times.length,
    "median, ms": at(0.5),
    "95th, ms": at(0.95),
    "longest, ms": at(1),
    "late, %": Math.round(late * 1000) / 10,
  };
}
