/** The main job, on the built site: a reader opens the note, presses Run, and a WGAN trains in the browser. */
import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { bitsOf } from "../fixtures/bits.ts";
import { colourFaults, inspect, overflow } from "./inspect.ts";
import { elsewhere, watchPage } from "./watch.ts";

const figure = (page: Page): Locator => page.locator("#ring section");
const button = (page: Page, name: string | RegExp): Locator =>
  figure(page).getByRole("button", { name, exact: true });
const step = async (page: Page): Promise<number> =>
  Number(
    (await figure(page).locator(".lp-count").innerText()).replace(/\s| /g, "").match(/^(\d+)/)![1],
  );
const reach = (page: Page, wanted: number): Promise<void> =>
  expect
    .poll(() => step(page), { timeout: 120_000, intervals: [250] })
    .toBeGreaterThanOrEqual(wanted);

async function open(page: Page, address = "/wgan/#ring"): Promise<void> {
  await page.goto(address);
  // Disabled in the still that the page is served with.
  await expect(button(page, "Run")).toBeEnabled();
}

test("training from a press of Run: all modes, a live change, pause, share, and the same bits again", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { requests, complaints } = await watchPage(page);
  await open(page);
  await expect(figure(page)).toContainText("Computed when this page was built");

  await button(page, "Run").click();
  await reach(page, 200);
  await expect(figure(page).locator(".lp-finding")).toContainText(/covers 8 of 8 modes/, {
    timeout: 60_000,
  });

  const rate = figure(page).getByRole("textbox", { name: /Learning rate/ });
  await rate.fill("0.0005");
  await rate.press("Enter");
  const before = await step(page);
  await reach(page, before + 20);
  await expect(page).toHaveURL(/ring\.alpha=0\.0005/);
  await button(page, "Pause").click();
  await expect(button(page, "Run")).toBeVisible();
  await expect(figure(page)).toContainText(/Paused after/);
  // The frame with the steps that the worker had taken when the command came may still be on its way.
  await page.waitForTimeout(500);
  const paused = await step(page);
  await page.waitForTimeout(500);
  expect(await step(page)).toBe(paused);

  await button(page, "Share").click();
  await expect(button(page, "Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("/wgan/?ring.alpha=0.0005&v=1#ring");

  const other = await context.newPage();
  const watched = await watchPage(other);
  await open(other, link);
  await expect(figure(other).getByRole("textbox", { name: /Learning rate/ })).toHaveValue(
    /0[.,]0005/,
  );
  await button(other, "Run").click();
  await reach(other, 60);
  // The first steps of both pages differ in one setting only; reset, and they must not differ at all.
  await button(page, "Reset").click();
  await expect.poll(() => step(page)).toBe(0);
  await page.evaluate(() => (window.seen.losses = []));
  await button(page, "Run").click();
  await reach(page, 60);
  const [a, b] = await Promise.all(
    [page, other].map((each) => each.evaluate(() => window.seen.losses.slice(0, 50))),
  );
  expect(a).toHaveLength(50);
  expect(a).toEqual(b);

  expect([...complaints, ...watched.complaints]).toEqual([]);
  expect(elsewhere(page, requests)).toEqual([]);
});

for (const engine of ["", "?engine=eager"]) {
  test(`the browser computes the very bits that Node computes ${engine}`, async ({ page }) => {
    await watchPage(page);
    await open(page, `/wgan/${engine}#ring`);
    await button(page, "Run").click();
    await reach(page, 50);
    const losses = await page.evaluate(() => window.seen.losses.slice(0, 50));
    const text = bitsOf(
      Float32Array.from(losses, ([a]) => a!),
      Float32Array.from(losses, ([, b]) => b!),
    );
    expect(text).toBe(readFileSync("tests/fixtures/ring-losses.txt", "utf8"));
  });
}

test("memory is flat to step 2,000, and the main thread stays free", async ({ page }) => {
  await watchPage(page);
  await open(page);
  await button(page, "Run").click();
  await reach(page, 20);
  await page.evaluate(() => (window.seen.longTasks = []));
  await expect(figure(page)).toContainText(/Done:/, { timeout: 170_000 });
  const { frames, longTasks } = await page.evaluate(() => window.seen);
  const late = frames.at(-1)!;
  const early = frames.find((frame) => frame.step >= 100)!;
  expect(late.step).toBe(2000);
  expect(late.tensors).toBe(early.tensors);
  const seconds = (late.at - early.at) / 1000;
  console.log(
    `in Chromium: ${((late.step - early.step) / seconds).toFixed(0)} generator steps/s; ${late.tensors} tensors; long tasks on the main thread while training: ${longTasks.length}, longest ${Math.max(0, ...longTasks).toFixed(0)} ms`,
  );
});

test("a worker that dies mid-run is replaced, and the page says so", async ({ page }) => {
  await watchPage(page);
  await open(page);
  await button(page, "Run").click();
  await reach(page, 100);
  await page.workers()[0]!.evaluate(() => self.close());
  await expect(figure(page)).toContainText(/stopped answering at step \d+ and was replaced/, {
    timeout: 30_000,
  });
  await reach(page, 200);
  const losses = await page.evaluate(() => window.seen.losses);
  // The second life repeats the first from its beginning.
  const again = losses.findIndex(
    (row, i) => i > 0 && row[0] === losses[0]![0] && row[1] === losses[0]![1],
  );
  expect(again).toBeGreaterThan(0);
  expect(losses.slice(again, again + 100)).toEqual(losses.slice(0, 100));
});

test("a link with bad settings opens with good ones and says what it corrected", async ({
  page,
}) => {
  await open(page, "/wgan/?ring.c=99&ring.alpha=banana&ring.what=1#ring");
  await expect(figure(page)).toContainText("Clipping bound: 99 is outside 0.001 to 1, so it is 1.");
  await expect(figure(page)).toContainText("“banana” is not a number");
  await expect(figure(page)).toContainText("no setting “what”");
  await expect(figure(page).getByRole("textbox", { name: /Clipping bound/ })).toHaveValue("1");
});

test("by keyboard alone: to the figure, run, pause", async ({ page }) => {
  await open(page);
  await button(page, "Run").focus();
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeFocused();
  await reach(page, 10);
  await page.keyboard.press("Space");
  await expect(figure(page)).toContainText(/Paused after/);
  await page.keyboard.press("Tab");
  await expect(button(page, "Step")).toBeFocused();
  await page.waitForTimeout(500);
  const before = await step(page);
  await page.keyboard.press("Enter");
  await expect.poll(() => step(page)).toBe(before + 1);
});

test("no accessibility violations on a phone with the figure alive, light and dark", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  expect((await inspect(page)).violations).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colourFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("beside a run, links in the note's head and in its text open in tabs of their own", async ({
  page,
  context,
}) => {
  await context.route("https://arxiv.org/**", (route) => route.fulfill({ body: "A paper." }));
  await page.goto("/wgan/");
  const ring = page.locator("#ring");
  await ring.scrollIntoViewIfNeeded();
  await ring.getByRole("button", { name: "Step", exact: true }).click();
  await expect(ring.locator(".lp-count").first()).toHaveText(/^1 \//);
  for (const link of [".note-facts a", ".note-body p a[href^=http]"]) {
    const opened = page.waitForEvent("popup");
    await page.locator(link).first().click();
    await (await opened).close();
  }
  await expect(ring.locator(".lp-count").first()).toHaveText(/^1 \//);
});
