/**
 * Draws the cards that other sites show with links to ours, with Chromium: `npm run cards`. Only those whose content has
 * changed; `hashes.json` beside them says what they were drawn of.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chromium, type Browser } from "playwright";
import { chromium as options } from "./machine/chromium.mjs";
import { noteSources } from "./checkout/note-sources.ts";
import { cardsOf, type Card } from "./site/link-card.ts";
import { CARD } from "./site/head.ts";
import { noteFiles } from "./checkout/note-files.ts";

const FOLDER = "public/cards";
const HASHES = `${FOLDER}/hashes.json`;
/** Of JPEG, in percent: letters are clean even at twice their size, and PNG would take 1.6 times the bytes. */
const QUALITY = 60;
const ORIGIN = "http://cards.invalid";

export const USAGE = `Usage: npm run cards`;

export async function main(): Promise<void> {
  const cards = cardsOf(noteFiles(), await noteSources(process.cwd()));
  mkdirSync(FOLDER, { recursive: true });
  const drawn = existsSync(HASHES)
    ? (JSON.parse(readFileSync(HASHES, "utf8")) as Record<string, string>)
    : {};
  const browser = await chromium.launch(options());
  try {
    for (const card of cards) {
      const file = `${FOLDER}/${card.name}.jpg`;
      if (drawn[card.name] === card.hash && existsSync(file)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await draw(browser, card));
      console.log(file);
    }
  } finally {
    await browser.close();
  }
  for (const file of readdirSync(FOLDER, { encoding: "utf8", recursive: true }))
    if (file.endsWith(".jpg") && !cards.some(({ name }) => file === `${name}.jpg`))
      rmSync(`${FOLDER}/${file}`);
  const hashes = Object.fromEntries(cards.map(({ name, hash }) => [name, hash]));
  writeFileSync(HASHES, `${JSON.stringify(hashes, null, 2)}\n`);
}

async function draw(browser: Browser, { html }: Card): Promise<Buffer> {
  const page = await browser.newPage({ viewport: CARD });
  // Styles and fonts come from the checkout.
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname === "/"
      ? route.fulfill({ body: html, contentType: "text/html" })
      : route.fulfill({ path: `.${pathname}` });
  });
  await page.goto(ORIGIN, { waitUntil: "networkidle" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A long formula is set smaller, a short one larger.
    const place = document.querySelector("figure")!;
    const formula = place.firstElementChild as HTMLElement;
    const [room, size] = [place, formula].map((element) => element.getBoundingClientRect());
    const scale = Math.min(1.4, room!.width / size!.width, (room!.height - 40) / size!.height);
    formula.style.transform = `scale(${scale})`;
  });
  const picture = await page.screenshot({ type: "jpeg", quality: QUALITY });
  await page.close();
  return picture;
}
