/** A run in a link: taken in one browser profile, computed again in another and in Node, and refused when it was edited. */
import { spawnSync } from "node:child_process";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { watchPage } from "./watch.ts";

const figure = (page: Page): Locator => page.locator("#ring section");
const button = (page: Page, name: string): Locator =>
  figure(page).getByRole("button", { name, exact: true });

async function setting(page: Page, name: RegExp, value: string): Promise<void> {
  const field = figure(page).getByRole("textbox", { name });
  await field.fill(value);
  await field.press("Enter");
}

/** Waits until what was set before has acted: a frame on its way may be some steps behind the worker. */
async function stepsOn(page: Page): Promise<void> {
  const step = async (): Promise<number> => {
    const count = await figure(page).locator(".lp-count").innerText();
    return Number(count.split("/")[0]!.replaceAll(/\D/g, ""));
  };
  const before = await step();
  await expect.poll(step).toBeGreaterThan(before + 100);
}

test("a run with live changes is reproduced bit for bit elsewhere, and an edited link is refused", async ({
  page,
  browser,
}) => {
  await page.goto("/wgan/?ring.seed=7#ring");
  await expect(button(page, "Run")).toBeEnabled();
  await button(page, "Run").click();
  await expect(figure(page).locator(".lp-finding")).toContainText(/step/i, { timeout: 60_000 });
  await setting(page, /Clipping bound/, "0.08");
  await stepsOn(page);
  await setting(page, /Learning rate/, "0.002");
  await stepsOn(page);
  await button(page, "Pause").click();
  await expect(figure(page)).toContainText(/Paused after/);
  await page.waitForTimeout(500);
  await button(page, "Reproduce").click();
  const link = await figure(page).getByLabel("This very run").inputValue();
  expect(link.length).toBeLessThanOrEqual(512);
  const [, changes, digest] = /(\d+) live changes, digest ([0-9a-f]{16})/.exec(
    await figure(page).locator(".lp-foot").innerText(),
  )!;
  expect(changes).toBe("2");
  expect((await inspect(page, "#ring .lp-foot")).violations).toEqual([]);

  const profile = await browser.newContext({ colorScheme: "dark", locale: "de-DE" });
  const other = await profile.newPage();
  const { complaints } = await watchPage(other);
  await other.goto(link);
  await expect(figure(other)).toContainText("This link carries a run");
  await button(other, "Replay and verify").click();
  const verdict = figure(other).locator(".lp-receipt");
  await expect(verdict).toContainText("Reproduced: every number", { timeout: 120_000 });
  await expect(verdict).toContainText(digest!);
  // The settings that the run came to are what the figure now shows.
  await expect(figure(other).getByRole("textbox", { name: /Clipping bound/ })).toHaveValue(
    /0[.,]08/,
  );
  expect(complaints).toEqual([]);
  expect((await inspect(other, "figure")).violations).toEqual([]);

  const { status, stdout } = spawnSync(process.execPath, ["scripts/run.mjs", "repro", link], {
    encoding: "utf8",
  });
  expect(stdout).toContain(`digest ${digest}`);
  expect(status).toBe(0);

  await other.goto(link.replace("seed=7", "seed=8"));
  await expect(verdict).toContainText("the link was changed after it was made");
  await expect(button(other, "Run")).toBeEnabled();
  await profile.close();
});
