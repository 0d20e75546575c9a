/** The search, on the built site: opened and used by keyboard alone, and where it leads. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { colourFaults, inspect, overflow } from "./inspect.ts";
import { elsewhere, watchPage } from "./watch.ts";

const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Search all notes" });
const field = (page: Page): Locator => dialog(page).getByRole("combobox");
const options = (page: Page): Locator => dialog(page).getByRole("option");
const chosen = (page: Page): Locator => dialog(page).getByRole("option", { selected: true });

/** Goes to a page whose buttons work: colours are offered from then on. */
async function arrive(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("button", { name: /colours/i })).toBeVisible();
}

/** Ready once what can be searched is on the screen. */
async function open(page: Page, address = "/wgan/"): Promise<void> {
  await arrive(page, address);
  await page.keyboard.press("/");
  await expect(dialog(page).getByRole("list", { name: "Searches to try" })).toBeVisible();
}

test("by keyboard alone: open, type, choose, land, and nothing leaves the site", async ({
  page,
}) => {
  const { requests, complaints } = await watchPage(page);
  await open(page);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("clipping bound");
  await expect(chosen(page)).toContainText("clipping bound");
  await expect(chosen(page).getByText("Symbol", { exact: true })).toBeVisible();
  const [first, second] = [options(page).first(), options(page).nth(1)];
  await page.keyboard.press("ArrowDown");
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute(
    "aria-activedescendant",
    (await second.getAttribute("id"))!,
  );
  await page.keyboard.press("ArrowUp");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");

  await expect(dialog(page)).toHaveCount(0);
  const place = page.locator("[data-found]");
  await expect(place).toContainText("clipping bound");
  await expect(place).toBeInViewport();
  await expect(place).toBeFocused();
  expect(new URL(page.url()).search).toBe("");
  expect(complaints).toEqual([]);
  expect(elsewhere(page, requests)).toEqual([]);
});

test("results are counted aloud, marked and named by kind; Escape gives the focus back", async ({
  page,
}) => {
  await page.goto("/wgan/");
  const button = page.getByRole("button", { name: "Search" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("critic");
  await expect(dialog(page).getByRole("status")).toHaveText(/^\d+ results/);
  await expect(dialog(page).locator("mark").first()).toContainText("critic");
  await expect(dialog(page).getByRole("group", { name: "Wasserstein GAN" })).toBeVisible();
  await field(page).fill("xyzzyq");
  await expect(dialog(page)).toContainText("Nothing was found for xyzzyq");
  await expect(dialog(page).getByRole("status")).toHaveText("No results");
  // What is offered instead can be found.
  await dialog(page).getByRole("list").getByRole("button").first().click();
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("what is typed before the index is here is found as soon as it is", async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*passages*.js", async (route) => {
    await released;
    await route.continue();
  });
  await arrive(page, "/colophon/");
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("critic");
  await expect(dialog(page).getByRole("status")).toHaveText("The index is being prepared …");
  release();
  await expect(chosen(page)).toBeVisible();
  await expect(field(page)).toHaveValue("critic");
  await expect(dialog(page).getByRole("status")).toHaveText(/^\d+ results/);
});

test("an index that cannot be had is said to be missing, also to those who type, and comes later", async ({
  page,
}) => {
  await page.route("**/*passages*.js", (route) => route.abort());
  await arrive(page, "/colophon/");
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("critic");
  await expect(dialog(page).getByRole("alert")).toContainText("could not be fetched");
  await page.unroute("**/*passages*.js");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("critic");
  await expect(chosen(page)).toBeVisible();
});

test("a result in another note opens it at the paragraph, and the place stays while the demo loads", async ({
  page,
}) => {
  await open(page, "/colophon/");
  await page.keyboard.type("exact earth mover optimal matching");
  await expect(chosen(page)).toContainText("The algorithm");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/wgan\/#the-algorithm$/);
  const place = page.locator("[data-found]");
  await expect(place).toContainText("optimal matching");
  await expect(
    page.locator("#ring").getByRole("button", { name: "Run", exact: true }),
  ).toBeEnabled();
  await page.waitForLoadState("networkidle");
  await expect(place).toBeInViewport();
  expect(await place.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(250);
});

test("a letter typed into a field is a letter; Ctrl+K opens elsewhere", async ({ page }) => {
  await page.goto("/wgan/#ring");
  const rate = page.getByRole("textbox", { name: /Learning rate/ });
  await expect(rate).toBeEnabled();
  await rate.focus();
  await page.keyboard.press("/");
  await page.keyboard.press("Control+k");
  await expect(rate).toHaveValue(/\//);
  await expect(dialog(page)).toHaveCount(0);
  await page.locator("h1").click();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
});

test("on a phone the search is the whole window, and a folded remark opens on arrival", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  const box = await dialog(page).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, height: 740 });
  await page.keyboard.type("height not a probability");
  await expect(chosen(page)).toContainText("No sigmoid");
  await chosen(page).click();
  await expect(page.getByText("The critic returns a height, not a probability")).toBeInViewport();
});

for (const width of [1280, 360])
  test(`the search has no accessibility violations, light and dark: ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    expect((await inspect(page, "dialog")).violations).toEqual([]);
    await page.keyboard.type("critic");
    await expect(chosen(page)).toBeVisible();
    expect((await inspect(page, "dialog")).violations).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await colourFaults(page, "dialog")).toEqual([]);
  });
