/** A link with settings, on the built site: until its figure is alive, the page as served claims nothing about them. */
import { expect, test, type Page } from "@playwright/test";

const LINK = "/wgan/?ring.loss=gan&v=1";

/** Opens the page with the figures' own code held back until the returned function is called. */
async function openSlowly(page: Page, address: string): Promise<() => void> {
  let come = (): void => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route(/assets\/views-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address);
  return come;
}

const saidOver = (page: Page, id: string): Promise<string> =>
  page
    .locator(`#${id} .lp-pictures`)
    .evaluate((pictures) => getComputedStyle(pictures, "::after").content);

for (const id of ["ring", "hero-ring"])
  test(`#${id} waits for the link's settings, and is then where it was`, async ({ page }) => {
    const come = await openSlowly(page, `${LINK}#${id}`);
    const figure = page.locator(`#${id}`);
    expect(await saidOver(page, id)).toContain("With the link’s settings");
    await expect(figure.locator(".lp-preset").first()).toBeHidden();
    await expect(figure.locator(".lp-answer")).toBeHidden();
    const { height } = (await figure.boundingBox())!;
    come();
    await expect(figure.getByRole("button", { name: "GAN, same settings" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    expect(await saidOver(page, id)).toBe("none");
    expect((await figure.boundingBox())!.height).toBe(height);
  });

test("it is said before any script of ours has come", async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(`${LINK}#ring`);
  expect(await saidOver(page, "ring")).toContain("With the link’s settings");
  // Of another figure the link says nothing.
  expect(await saidOver(page, "distances")).toBe("none");
});

test("a link without settings shows what was computed when the page was built", async ({
  page,
}) => {
  await openSlowly(page, "/wgan/?utm_source=mail&v=1#ring");
  expect(await saidOver(page, "ring")).toBe("none");
  await expect(page.locator("#ring .lp-preset").first()).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("#ring .lp-answer")).toBeVisible();
});

for (const [note, slug] of [
  ["wgan", "distances"],
  ["neural-statistician", "how-sure"],
  ["draw", "filterbank"],
])
  test(`a run's record for ${slug}, which has no run, is left out in so many words`, async ({
    page,
  }) => {
    await page.goto(`/${note}/?${slug}.receipt=AQEj#${slug}`);
    await expect(page.locator(`#${slug}`)).toContainText(
      "this figure computes at once and has no run, so the record was left out.",
    );
  });

test("where the figure cannot be had, the page does not go on promising it", async ({ page }) => {
  await page.route(/assets\/views-.*\.js/, (route) => route.abort());
  await page.goto(`${LINK}#ring`);
  await expect(page.locator("#ring").getByText("This figure could not be shown.")).toBeVisible();
  expect(await saidOver(page, "ring")).toContain("Not yet with the link’s settings");
});

test("back at the note by another address, what was served shows its own settings again", async ({
  page,
}) => {
  await page.goto(`${LINK}#ring`);
  await expect(page.locator("#ring .demo-live section")).toBeVisible();
  await page.getByRole("link", { name: "Live Paper Notes" }).first().click();
  await page.getByRole("link", { name: "Wasserstein GAN", exact: true }).first().click();
  await expect(page).toHaveURL(/\/wgan\/$/);
  await expect(page.locator("#hero-ring .demo-live section")).toBeVisible();
  expect(await page.locator("figure[data-linked]").count()).toBe(0);
});
