/** The site in a folder of its host, as on a university's server: built for it, read, trained in, and read again offline. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { expect } from "@playwright/test";
import { firstVisit, run, test as base } from "./first-visit.ts";
import { ownSite } from "./own-site.ts";
import { watchPage } from "./watch.ts";

const FOLDER = "/notes/";
const BUILT = ".cache/folder";

// As a fixture of workers it would put this file off to the end, where one worker builds and the other has nothing to do.
const test = base.extend({
  site: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const env = { ...process.env, BASE_PATH: FOLDER };
      const node = (...args: string[]): unknown =>
        execFileSync(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
      node("node_modules/vite/bin/vite.js", "build", "--logLevel", "error", "--outDir", BUILT);
      node("scripts/run.mjs", "prerender", BUILT);
      const site = await ownSite(BUILT, FOLDER);
      rmSync(BUILT, { recursive: true });
      await use(site);
      await site.remove();
    },
    // Minutes, where other work is under way.
    { scope: "test", timeout: 600_000 },
  ],
});

test("in a folder of its host the site is styled, leads to its own pages, trains, and is kept", async ({
  page,
  site,
}) => {
  const { requests, complaints } = await watchPage(page);
  await firstVisit(page, `${FOLDER}wgan/`);
  // Unstyled, a formula stands there twice.
  await expect(page.locator(".katex-mathml").first()).toHaveCSS("position", "absolute");
  const fonts = await page.evaluate(() => [...document.fonts].map(({ status }) => status));
  expect(fonts).toContain("loaded");
  expect(fonts).not.toContain("error");
  await page.locator("#ring").scrollIntoViewIfNeeded();
  await run(page);

  // To the code that stands beside an equation, and back by the code's own link.
  await page.locator(".equation-code").first().click();
  await expect(page).toHaveURL(/\/notes\/(code\/)?wgan\//);
  await page.goto(`${FOLDER}code/wgan/ring/`);
  const places = await page.locator("#root a[href]").evaluateAll((links) =>
    links
      .map((link) => link as HTMLAnchorElement)
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname),
  );
  expect(places.filter((path) => !path.startsWith(FOLDER))).toEqual([]);
  await page.getByRole("link", { name: "Live Paper Notes" }).click();
  await expect(page).toHaveURL(`${site.origin}${FOLDER}`);
  await page.getByRole("link", { name: "How this site is made" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How these pages train");

  const manifest = await page.locator('link[rel="manifest"]').getAttribute("href");
  const app = (await (await page.request.get(manifest!)).json()) as {
    start_url: string;
    icons: { src: string }[];
  };
  const inApp = (path: string): string => new URL(path, site.origin + manifest).pathname;
  expect(inApp(app.start_url)).toBe(FOLDER);
  for (const { src } of app.icons) expect((await page.request.get(inApp(src))).status()).toBe(200);
  expect((await page.request.get(`${FOLDER}wgan`, { maxRedirects: 0 })).headers().location).toBe(
    `${FOLDER}wgan/`,
  );

  await site.goDown();
  await page.goto(`${FOLDER}wgan/s/two-parallel-lines/`);
  await expect(page).toHaveURL(`${site.origin}${FOLDER}wgan/#two-parallel-lines`);
  await page.locator("#ring").scrollIntoViewIfNeeded();
  await run(page);
  await page.goto(`${FOLDER}no-such-note/`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("there is no network");

  expect(complaints.filter((each) => !each.includes("net::ERR_"))).toEqual([]);
  const asked = requests.map((request) => request.url()).filter((url) => url.startsWith("http"));
  expect(asked.filter((url) => !url.startsWith(site.origin + FOLDER))).toEqual([]);
});
