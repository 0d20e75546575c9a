/** A reload in the middle of a run, on the built site: what was lost is said, and one press comes to the same step. */
import { expect, test, type Page } from "@playwright/test";

const button = (page: Page, name: string) =>
  page.locator("#ring").getByRole("button", { name, exact: true });

async function runAndPause(page: Page): Promise<number> {
  await page.goto("/wgan/#ring");
  await expect(button(page, "Run")).toBeEnabled();
  await button(page, "Run").click();
  const count = page.locator("#ring .lp-count");
  await expect(count).toHaveText(/^([3-9]\d\d|1\d{3}) /, { timeout: 60_000 });
  await button(page, "Pause").click();
  await page.waitForTimeout(700);
  return Number((await count.innerText()).split(" ")[0]);
}

test("a reload says how far the run had come, and one press runs to there again", async ({
  page,
}) => {
  const step = await runAndPause(page);
  await page.reload();
  await expect(page.locator("#ring")).toContainText(`Your run had come to step ${step}`);
  await button(page, "Run to there again").click();
  await expect(page.locator("#ring")).toContainText(
    `Paused after ${step} generator steps.`.replace("Paused after", "Done:"),
    {
      timeout: 60_000,
    },
  );
  await expect(button(page, "Run to there again")).toHaveCount(0);
});

test("of a few steps it is said, too", async ({ page }) => {
  await page.goto("/wgan/#ring");
  await expect(button(page, "Step")).toBeEnabled();
  for (let i = 0; i < 3; i++) await button(page, "Step").click();
  await expect(page.locator("#ring .lp-count")).toHaveText(/^3 /, { timeout: 60_000 });
  await page.reload();
  await expect(page.locator("#ring")).toContainText("Your run had come to step 3");
});

test("another note and back is no end of it either; a run that is done is not offered", async ({
  page,
}) => {
  const step = await runAndPause(page);
  await page.getByRole("link", { name: "Live Paper Notes" }).first().click();
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await expect(page.locator("#ring")).toContainText(`Your run had come to step ${step}`);
  await button(page, "Run").click();
  await expect(page.locator("#ring")).toContainText("Done:", { timeout: 60_000 });
  await page.reload();
  await expect(button(page, "Run")).toBeEnabled();
  await expect(button(page, "Run to there again")).toHaveCount(0);
});

test("a browser that keeps nothing runs all the same", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, "sessionStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    }),
  );
  await runAndPause(page);
  await page.reload();
  await expect(button(page, "Run")).toBeEnabled();
  expect(errors).toEqual([]);
});
