/** Addresses that nobody of ours wrote, on the built site. */
import { expect, test, type Page } from "@playwright/test";
import { watchPage } from "./watch.ts";

/** Waits until buttons work: colours are offered from then on. */
const comeAlive = (page: Page): Promise<void> =>
  expect(page.getByRole("button", { name: /colours/i })).toBeVisible();

for (const [address, heading] of [
  ["/#%", /papers, read closely/],
  ["/wgan/#100%", "Wasserstein GAN"],
  ["/code/wgan/ring/#50%", "The code of a demo"],
  ["/wgan/#%E0%A4%A", "Wasserstein GAN"],
] as const) {
  test(`${address} reads, and all of the page starts`, async ({ page }) => {
    const { complaints } = await watchPage(page);
    await page.goto(address);
    await comeAlive(page);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    // The last step of the start listens for keys.
    await page.keyboard.press("Alt+Shift+N");
    await expect(page.getByRole("dialog", { name: "Your notes" })).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

for (const address of ["/wgan/index.html?ring.c=0.1#ring", "//wgan/?ring.c=0.1#ring"]) {
  test(`${address} is the page of the note, and its address says so`, async ({ page, baseURL }) => {
    await page.goto(baseURL + address);
    await comeAlive(page);
    await expect(page.getByRole("heading", { level: 1, name: "Wasserstein GAN" })).toBeVisible();
    await expect(page).toHaveURL(`${baseURL}/wgan/?ring.c=0.1#ring`);
  });
}

test("a letter typed with Alt and Shift in a comment opens nothing", async ({ page }) => {
  await page.goto("/wgan/");
  await comeAlive(page);
  await page.keyboard.press("/");
  const search = page.getByRole("dialog", { name: "Search all notes" });
  await expect(search.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Alt+Shift+N");
  await page.keyboard.type("critic");
  await expect(search.getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Your notes" })).toHaveCount(0);
});
