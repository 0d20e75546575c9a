/** Every route in every theme, as axe sees it; the note with the demo has tests of its own for light and dark. */
import { expect, test } from "@playwright/test";
import { inspect } from "./inspect.ts";

const ROUTES = [
  "/",
  "/draw/",
  "/matching-networks/",
  "/neural-statistician/",
  "/supcon/",
  "/colophon/",
  "/code/wgan/ring/",
  "/no-such-note/",
];

for (const theme of ["light", "dark", "sepia"])
  for (const route of theme === "sepia" ? [...ROUTES, "/wgan/"] : ROUTES)
    test(`no accessibility violations: ${route}, ${theme}`, async ({ page }) => {
      await page.addInitScript((name) => {
        localStorage.setItem("live-paper-notes", JSON.stringify({ theme: name }));
      }, theme);
      await page.goto(route, { waitUntil: "networkidle" });
      expect((await inspect(page)).violations).toEqual([]);
    });
