/** What figures need besides code: kept once used or at the reader's wish, renewed with a new version, and never lost. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { firstVisit, run, test } from "./first-visit.ts";
import type { OwnSite } from "./own-site.ts";
import { inspect } from "./inspect.ts";
import { watchPage } from "./watch.ts";

const WEIGHTS = "weights/wgan-ring.safetensors";
const TRAINED = "/wgan/?ring.start=trained&v=1#ring";
const figure = (page: Page): Locator => page.locator("#ring");
const place = (page: Page): Locator => page.locator(".keep-everything");
const button = (page: Page): Locator => place(page).getByRole("button");

/** Addresses of what is kept besides pages and code. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const keys = await (await caches.open("used-files")).keys();
    return keys
      .map(({ url }) => new URL(url).pathname.replace(/-[\w-]{8}\.json$/, ".json"))
      .toSorted();
  });
const POSTER = "/assets/poster-wgan-ring.json";
/** What every figure of the site needs: pictures, data, weights. */
const POSTERS = readdirSync("src/papers", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/poster.json"))
  .map((path) => `/assets/poster-${path.split("/").slice(0, 2).join("-")}.json`)
  .toSorted();
/** Of `public`, what no demo names; all else has to be shipped. */
const LEFT_OUT = new Set(["/data/fashion.bin"]);
const shipped = (folder: string): string[] =>
  readdirSync(`public/${folder}`)
    .map((name) => `/${folder}/${name}`)
    .filter((path) => !LEFT_OUT.has(path))
    .toSorted();
const BUT_WEIGHTS = [...POSTERS, ...shipped("data")];
const EVERYTHING = [...BUT_WEIGHTS, ...shipped("weights")];

test("weights that were used once begin a run offline, and a figure's picture is there", async ({
  page,
  site,
}) => {
  await watchPage(page);
  await firstVisit(page, TRAINED);
  await run(page);
  // The picture came before there was a service worker.
  await expect.poll(() => kept(page)).toEqual([POSTER, `/${WEIGHTS}`]);
  await site.goDown();
  await page.reload();
  await expect(figure(page)).toContainText("Computed when this page was built");
  await run(page);
});

test("weights that were fetched before the service worker was there are kept too", async ({
  page,
}) => {
  await watchPage(page);
  await page.addInitScript(() => {
    const register = ServiceWorkerContainer.prototype.register;
    ServiceWorkerContainer.prototype.register = async function (...args) {
      while (!window.seen.frames.some(({ step }) => step > 0))
        await new Promise((resolve) => setTimeout(resolve, 50));
      return register.apply(this, args);
    };
  });
  await page.goto(TRAINED);
  await run(page);
  await expect.poll(() => kept(page), { timeout: 60_000 }).toEqual([POSTER, `/${WEIGHTS}`]);
});

test("offline, a figure says that a file is missing; after the button it works", async ({
  page,
  site,
}) => {
  await watchPage(page);
  await firstVisit(page, "/");
  // Of the figure that is at work there.
  await expect.poll(() => kept(page)).toEqual([POSTER]);
  await site.pause();
  await page.goto(TRAINED);
  await figure(page).getByRole("button", { name: "Run", exact: true }).click();
  await expect(figure(page)).toContainText("A file that this figure needs could not be loaded.");

  await site.resume();
  await page.goto("/#offline");
  const bytes = await page.evaluate(async () => {
    const files = (await (await fetch("/used-files.json")).json()) as {
      url: string;
      bytes: number;
    }[];
    const cache = await caches.open("used-files");
    const here = await Promise.all(
      files.map(({ url }) => cache.match(url, { ignoreSearch: true })),
    );
    return files.reduce((sum, { bytes: own }, i) => sum + (here[i] ? 0 : own), 0);
  });
  const megabytes = (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
  await expect(button(page)).toHaveText(`Keep everything offline (${megabytes} MB)`);
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(place(page)).toContainText("Everything is kept on this device");
  await expect(page.locator("#said")).toContainText("Everything is kept on this device");
  await expect(button(page)).toBeFocused();
  await expect(button(page)).toHaveText("Everything is kept offline");
  expect(await kept(page)).toEqual(EVERYTHING);
  for (const theme of ["light", "dark"]) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    const { violations } = await inspect(page, ".keep-everything");
    expect(violations).toEqual([]);
  }
  await site.goDown();
  await page.goto(TRAINED);
  await run(page);
  await page.goto("/");
  await expect(place(page)).toContainText("Everything is kept on this device");
});

test("a download that breaks off, or finds no room, says so, keeps what it has, and goes on when asked again", async ({
  page,
  site,
}) => {
  await firstVisit(page, "/");
  await page.evaluate(() => {
    const put = Cache.prototype.put;
    Object.assign(window, { full: true });
    Cache.prototype.put = function (request, response) {
      const weights = typeof request === "string" && request.includes("weights");
      const full = weights && "full" in window && window.full;
      return full
        ? Promise.reject(new DOMException("Quota exceeded.", "QuotaExceededError"))
        : put.call(this, request, response);
    };
  });
  await button(page).click();
  await expect(place(page)).toContainText("There is no more room");
  expect(await kept(page)).toEqual(BUT_WEIGHTS);
  await page.evaluate(() => Object.assign(window, { full: false }));

  await site.pause();
  await button(page).click();
  await expect(place(page)).toContainText("The download broke off.");
  expect(await kept(page)).toEqual(BUT_WEIGHTS);

  await site.resume();
  await button(page).click();
  await expect(place(page)).toContainText("Everything is kept on this device");
  expect(await kept(page)).toEqual(EVERYTHING);
});

/** Publishes a build with other weights; returns the digits of their content. */
function publishWeights(site: OwnSite): string {
  let [before, after] = ["", ""];
  const hash = (bytes: string): string =>
    createHash("sha256").update(Buffer.from(bytes, "latin1")).digest("hex").slice(0, 16);
  site.edit(
    WEIGHTS,
    (bytes) => {
      before = hash(bytes);
      after = hash(`${bytes}x`);
      return `${bytes}x`;
    },
    "latin1",
  );
  for (const file of ["sw.js", "used-files.json"])
    site.edit(file, (text) => text.replaceAll(before, after));
  return after;
}

test("a new version brings its own of what is kept, and the old one serves until it is used", async ({
  page,
  site,
}) => {
  await watchPage(page);
  await firstVisit(page, TRAINED);
  await run(page);
  await expect.poll(() => kept(page)).toContain(`/${WEIGHTS}`);
  const size = (): Promise<number> =>
    page.evaluate(
      async (url) => (await (await fetch(url)).arrayBuffer()).byteLength,
      `/${WEIGHTS}`,
    );
  const old = await size();
  const hash = publishWeights(site);
  await page.reload();
  await expect(page.getByRole("complementary", { name: "New version" })).toBeVisible();
  const fresh = await page.evaluate(
    async (url) => (await (await caches.match(url))?.arrayBuffer())?.byteLength,
    `/${WEIGHTS}?v=${hash}`,
  );
  expect(fresh).toBe(old + 1);
  await site.goDown();
  expect(await size()).toBe(old);
});
