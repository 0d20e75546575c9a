/** Notes on paper: what is printed, whatever the reader's colours and the paper's width. */
import { expect, test, type Page } from "@playwright/test";
import { overflow } from "./inspect.ts";
import { comeAlive } from "./live.ts";

/** Widths of paper in CSS pixels, within its margins. */
const PAPERS = { "A4 upright": 658, "A3 across": 1451 };

const shown = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length);

for (const theme of ["dark", "sepia"]) {
  for (const [way, width] of Object.entries(PAPERS)) {
    test(`the note prints whole from the ${theme} theme, ${way}`, async ({ page }) => {
      await page.addInitScript((name) => {
        localStorage.setItem("live-paper-notes", JSON.stringify({ theme: name }));
      }, theme);
      await page.setViewportSize({ width, height: 1000 });
      await page.goto("/wgan/");
      await comeAlive(page);
      await page.emulateMedia({ media: "print" });

      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper).toBe("rgb(255, 254, 251)");
      for (const selector of ["header.site-header", "footer", ".outline", ".lp-bar", ".lp-help"])
        expect(await shown(page, selector), selector).toBe(0);
      expect(await shown(page, ".lp-controls, .anchor, .margin-label, .neighbours")).toBe(0);

      // Remarks unfolded, below their paragraph.
      const remarks = page.locator(".margin-note");
      expect(await shown(page, ".margin-body")).toBe(await remarks.count());
      const floats = await remarks.evaluateAll((all) =>
        all.filter((remark) => getComputedStyle(remark).float !== "none"),
      );
      expect(floats).toEqual([]);

      // A still figure with all its pictures, and with what it shows.
      const figure = page.locator("#ring");
      await expect(figure).toContainText("Computed when this page was built");
      expect(await shown(page, "#ring .lp-view-picture")).toBeGreaterThan(0);
      expect(await shown(page, "#ring .lp-charts > *")).toBe(4);
      expect(await shown(page, "#ring .lp-preset")).toBe(1);
      // What it was set to, and what came out.
      expect(await shown(page, "#ring .lp-main, .lp-part-switch")).toBe(0);
      expect(await shown(page, "#ring .lp-finding")).toBe(1);
      await expect(figure.locator(".lp-printed")).toContainText("Clipping bound: 0.1");
      // On one sheet.
      expect((await figure.boundingBox())!.height).toBeLessThan(1000);

      const address = await page
        .locator('.references a[href^="http"]')
        .first()
        .evaluate((link) => getComputedStyle(link, "::after").content);
      expect(address).toContain("https://");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
}
