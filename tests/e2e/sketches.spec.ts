/** Demos of every kind in a browser, by the site's figure and client: the sketches, built and served by themselves. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { serveSketches, type Served } from "../sketches/serve-sketches.ts";
import { watchPage } from "./watch.ts";

// One after the other, in one process, which builds their page once.
test.describe.configure({ mode: "default" });

let served: Served;
test.beforeAll(async () => {
  served = await serveSketches();
});
test.afterAll(() => served.close());

const figure = (page: Page, demo: string): Locator => page.locator(`figure[data-demo="${demo}"]`);
const finding = (of: Locator): Locator => of.locator(".lp-finding > p").first();
const press = (of: Locator, name: string): Promise<void> =>
  of.getByRole("button", { name, exact: true }).click();

/** The page of the sketches of a paper, and what it complains of. */
async function open(page: Page, path: string): Promise<readonly string[]> {
  const { complaints } = await watchPage(page);
  await page.goto(`${served.origin}${path}`);
  return complaints;
}

/** A drag from the middle of `on` by so many pixels. */
async function drag(page: Page, on: Locator, dx: number, dy: number): Promise<void> {
  await on.scrollIntoViewIfNeeded();
  const box = (await on.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(x + (dx * i) / 10, y + (dy * i) / 10);
  await page.mouse.up();
}

/** What stands in the figure after another reader opened the address as it is now, and touched nothing but `wake`. */
async function elsewhere(page: Page, demo: string, wake: (of: Locator) => Promise<void>) {
  const other = await page.context().newPage();
  await other.goto(page.url());
  const there = figure(other, demo);
  await wake(there);
  return there;
}

test("an instant figure answers a drag, and its link shows the same", async ({ page }) => {
  const complaints = await open(page, "/draw/");
  const here = figure(page, "draw/filterbank");
  await expect(finding(here)).toContainText("25 of 784 numbers");
  await expect(here.getByRole("button", { name: "Run", exact: true })).toHaveCount(0);
  const before = await finding(here).innerText();
  await drag(page, here.getByLabel("Window", { exact: true }), 60, 40);
  await expect(finding(here)).not.toHaveText(before);
  await expect(page).toHaveURL(/filterbank\.gX=2\d/);
  // A stroke on the picture itself.
  await drag(page, here.getByLabel("What it sees"), 0, 0);
  const pad = (await here.getByLabel("Picture", { exact: true }).last().boundingBox())!;
  await page.mouse.move(pad.x + 20, pad.y + 20);
  await page.mouse.down();
  await page.mouse.move(pad.x + 20, pad.y + 150, { steps: 12 });
  await page.mouse.up();
  await expect(page).toHaveURL(/filterbank\.ink=/);
  const answer = await finding(here).innerText();
  const there = await elsewhere(page, "draw/filterbank", async (of) => {
    const field = of.getByRole("textbox", { name: /Filters/ });
    await field.fill("6");
    await field.press("Enter");
    await expect(finding(of)).toContainText("36 of 784");
    await field.fill("5");
    await field.press("Enter");
  });
  await expect(finding(there)).toHaveText(answer);
  expect(complaints).toEqual([]);
});

test("shipped weights compare what is drawn, with either network", async ({ page }) => {
  const complaints = await open(page, "/matching-networks/");
  const here = figure(page, "matching-networks/draw");
  await expect(finding(here)).toContainText("like sign 2");
  const shares = here.getByLabel("Attention").getByRole("listitem");
  const first = await shares.allInnerTexts();
  await drag(page, here.getByLabel("Query", { exact: true }), 30, 60);
  await expect.poll(() => shares.allInnerTexts()).not.toEqual(first);
  await expect(page).toHaveURL(/draw\.query=/);
  await here.getByRole("radio", { name: "with FCE" }).check();
  await expect(here.locator(".lp-pictures")).toHaveAttribute("data-stale", "false");
  await expect(page).toHaveURL(/draw\.net=fce/);
  const drawn = await shares.allInnerTexts();
  const there = await elsewhere(page, "matching-networks/draw", async (of) => {
    await of.getByRole("radio", { name: "−distance²" }).check();
    await of.getByRole("radio", { name: "cosine" }).check();
  });
  await expect
    .poll(() => there.getByLabel("Attention").getByRole("listitem").allInnerTexts())
    .toEqual(drawn);
  expect(complaints).toEqual([]);
});

test("a run in branches on data: a live change, and its receipt is reproduced elsewhere", async ({
  page,
  browser,
}) => {
  const complaints = await open(page, "/supcon/?in-or-out.seed=4#in-or-out");
  const here = figure(page, "supcon/in-or-out");
  await press(here, "Run");
  await expect(finding(here)).toContainText(/Probe: \d+\s% with L_out, \d+\s% with L_in/);
  const tau = here.getByRole("textbox", { name: /Temperature/ });
  await tau.fill("0.2");
  await tau.press("Enter");
  await expect(here).toContainText(/Done: 200 steps/, { timeout: 60_000 });
  await press(here, "Reproduce");
  const link = await here.getByLabel("This very run").inputValue();

  const profile = await browser.newContext();
  const other = await profile.newPage();
  await other.goto(link);
  const there = figure(other, "supcon/in-or-out");
  await expect(there).toContainText("This link carries a run");
  await press(there, "Replay and verify");
  await expect(there.locator(".lp-receipt")).toContainText("Reproduced: every number", {
    timeout: 60_000,
  });
  // A view setting acts on what is shown, and changes no number.
  const picked = there.getByLabel("The picture picked").first();
  const before = await picked.screenshot();
  await press(there, "Another Picture");
  await expect.poll(async () => (await picked.screenshot()).equals(before)).toBe(false);
  await expect(there.locator(".lp-receipt")).toContainText("Reproduced");
  await profile.close();
  expect(complaints).toEqual([]);
});

test("a grid of runs and a removal go to their ends", async ({ page }) => {
  const complaints = await open(page, "/");
  for (const [demo, done] of [
    ["wgan/stability", /The best so far has alpha/],
    ["neural-statistician/spatial-mnist", /^3 points are left/],
  ] as const) {
    const here = figure(page, demo);
    await here.scrollIntoViewIfNeeded();
    await press(here, "Run");
    await expect(here).toContainText(/Done: \d+/, { timeout: 90_000 });
    await expect(finding(here)).toHaveText(done);
  }
  // A point moved by hand begins the work anew; it had ended, so it waits to be told.
  const set = figure(page, "neural-statistician/spatial-mnist");
  await drag(page, set.getByLabel("Points", { exact: true }), 40, -30);
  await expect(page).toHaveURL(/spatial-mnist\.D=/);
  await expect(set).toContainText("0 / 47");
  await press(set, "Run");
  await expect(set).toContainText(/Done: 47/, { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test("of eight figures one trains at a time, and the others say so", async ({ page }) => {
  const complaints = await open(page, "/eight/");
  await expect(page.locator("figure[data-demo]")).toHaveCount(8);
  const [first, second] = [
    figure(page, "supcon/in-or-out").first(),
    figure(page, "wgan/stability").first(),
  ];
  await first.scrollIntoViewIfNeeded();
  await first.getByLabel("Speed", { exact: true }).selectOption("10 steps/s");
  await press(first, "Run");
  await expect(first.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await second.scrollIntoViewIfNeeded();
  await press(second, "Run");
  await expect(first).toContainText("Paused: another figure is training.");
  await expect(second).toContainText(/Done: \d+/, { timeout: 90_000 });
  await first.scrollIntoViewIfNeeded();
  await press(first, "Run");
  await expect(first).not.toContainText("another figure is training");
  expect(complaints).toEqual([]);
});
