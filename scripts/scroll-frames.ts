/**
 * How smoothly a page of the built site scrolls in Chromium: `node scripts/run.mjs scroll-frames [/path/]`, after `npm run build`. A
 * frame of 60 a second has 16.7 ms; one that took longer than 17.5 ms came late. Measured with whatever trains on the
 * page by itself; run it with nothing else under way, before and after a change.
 */
import { loadavg } from "node:os";
import { chromium } from "playwright";
import { preview } from "vite";
import { chromium as options } from "./machine/chromium.mjs";
import { namesOf, UsageError } from "./machine/usage.ts";
import { framesWhileScrolling, summaryOf } from "./scroll/frames.ts";

const ROUNDS = 3;

export const USAGE = `Usage: node scripts/run.mjs scroll-frames [/path/]

  /path/   a page of the built site (default: /wgan/)`;

export async function main(args: string[]): Promise<void> {
  const [path = "/wgan/", other] = namesOf(args);
  if (other !== undefined) throw new UsageError(`One page, please: what is “${other}” for?`);
  const server = await preview({ logLevel: "warn", preview: { port: 0 } });
  const origin = server.resolvedUrls!.local[0]!.replace(/\/$/, "");
  const browser = await chromium.launch(options());
  const load = loadavg()[0]!;
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      serviceWorkers: "block",
    });
    const rows: Record<string, ReturnType<typeof summaryOf>> = {};
    for (let round = 1; round <= ROUNDS; round++) {
      await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
      rows[`${path} down, first time ${round}`] = summaryOf(
        await framesWhileScrolling(page, "down"),
      );
      rows[`${path} up again ${round}`] = summaryOf(await framesWhileScrolling(page, "up"));
    }
    console.table(rows);
    console.log(`Chromium ${browser.version()}, load average ${load.toFixed(2)} when it began.`);
  } finally {
    await browser.close();
    await server.close();
  }
}
