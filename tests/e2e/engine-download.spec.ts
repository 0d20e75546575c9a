/** The engine on its way over a slow line, on the built site. */
import { expect, test } from "@playwright/test";

const figure = "#ring";

test("on a slow line the figure says how much of the engine is here, and then trains", async ({
  page,
}) => {
  // As for one who saves data: nothing is fetched before Run.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await page.goto(`/wgan/${figure}`);
  const run = page.locator(figure).getByRole("button", { name: "Run", exact: true });
  await expect(run).toBeEnabled();
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 100,
    downloadThroughput: 80_000,
    uploadThroughput: 80_000,
  });
  await run.click();
  await expect(page.locator(figure)).toContainText(
    // The server packs scripts and does not say how long they are: the build does.
    /Fetching the engine, 0\.[1-9] of 0\.9 MB\./,
    { timeout: 60_000 },
  );
  await expect(page.locator(figure)).toContainText("Running in your browser.", {
    timeout: 120_000,
  });
});

for (const part of ["engine", "program"])
  test(`an engine whose ${part} cannot be had is a fault that says so, and one press tries again`, async ({
    page,
  }) => {
    let failing = true;
    await page.route(new RegExp(`assets/${part}-.*\\.js`), (route) =>
      failing ? route.abort() : route.continue(),
    );
    await page.goto(`/wgan/${figure}`);
    const run = page.locator(figure).getByRole("button", { name: "Run", exact: true });
    await expect(run).toBeEnabled();
    await run.click();
    const alert = page.locator(`${figure} [role=alert]`);
    await expect(alert).toContainText("The engine’s script could not be fetched");
    failing = false;
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(figure)).toContainText("Running in your browser.", {
      timeout: 60_000,
    });
  });
