/** Every route in every theme, as axe sees it; the note with the demo has tests of its own for light and dark. */
import { expect, test } from "@playwright/test";
import { colourFaults, inspect } from "./inspect.ts";

const ROUTES = [
  "/",
  "/draw/",
  "/matching-networks/",
  "/neural-statistician/",
  "/supcon/",
  "/wgan/",
  "/colophon/",
  "/code/wgan/ring/",
  "/no-such-note/",
];

for (const route of ROUTES)
  test(`no accessibility violations: ${route}, light, dark and sepia`, async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem("live-paper-notes", JSON.stringify({ theme: "light" }));
    });
    await page.goto(route, { waitUntil: "networkidle" });
    expect((await inspect(page)).violations, "light").toEqual([]);
    for (const theme of ["dark", "sepia"]) {
      await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
      expect(await colourFaults(page), theme).toEqual([]);
    }
  });
