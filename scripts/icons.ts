/** Icons for home screens, drawn from public/icon.svg by Chromium: `npm run icons`. Writes public/icons/. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright";
import { chromium as options } from "./machine/chromium.mjs";

const FOLDER = "public/icons";

interface Icon {
  readonly name: string;
  readonly side: number;
  /** Systems cut their own shape: the mark then stays within the middle four fifths, on a full square. */
  readonly full?: boolean;
}

const ICONS: readonly Icon[] = [
  { name: "192", side: 192 },
  { name: "512", side: 512 },
  { name: "maskable-512", side: 512, full: true },
  { name: "apple-touch", side: 180, full: true },
];

export const USAGE = `Usage: npm run icons`;

export async function main(): Promise<void> {
  const svg = readFileSync("public/icon.svg", "utf8");
  const colour = /<rect [^>]*fill="([^"]+)"/.exec(svg)![1]!;
  const browser = await chromium.launch(options());
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const { name, side, full } of ICONS) {
      const page = await browser.newPage({ viewport: { width: side, height: side } });
      const inner = full ? "80%" : "100%";
      await page.setContent(
        `<style>html,body{margin:0;height:100%}body{display:grid;place-items:center;background:${full ? colour : "none"}}svg{width:${inner};height:${inner}}</style>${svg}`,
      );
      writeFileSync(`${FOLDER}/${name}.png`, await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
