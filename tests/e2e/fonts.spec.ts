/** The built fonts hold only what the site needs: nothing that is set in them may fall back on another. */
import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { noteFiles } from "../../scripts/checkout/note-files.ts";

interface Drawn {
  readonly familyName: string;
  readonly isCustomFont: boolean;
  readonly glyphCount: number;
}

async function inspector(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  return session;
}

/** The fonts that Chromium drew the text of the elements with: one entry for each element and font. */
async function fontsOf(session: CDPSession, selector: string): Promise<Drawn[]> {
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const fonts = await Promise.all(
    nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })),
  );
  return fonts.flatMap((each) => each.fonts);
}

const withFormulas = Object.keys(noteFiles()).filter((slug) => slug !== "colophon");

for (const slug of withFormulas) {
  test(`${slug}: every sign of a formula is drawn with a font of KaTeX's`, async ({ page }) => {
    const session = await inspector(page);
    await page.goto(`/${slug}/`, { waitUntil: "networkidle" });
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (const element of document.querySelectorAll<HTMLElement>(".katex-html, .katex-html *"))
        if ([...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
          element.dataset.holdsText = "";
    });
    const fonts = await fontsOf(session, "[data-holds-text]");
    expect(fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0)).toBeGreaterThan(1000);
    for (const { familyName, isCustomFont } of fonts) {
      expect(familyName).toMatch(/^KaTeX_/);
      expect(isCustomFont).toBe(true);
    }
  });
}

test("names with accents, quotation marks, dashes and bold text keep their font", async ({
  page,
}) => {
  const session = await inspector(page);
  await page.goto("/colophon/", { waitUntil: "networkidle" });
  await page.evaluate(async () => {
    for (const name of ["b", "em"]) {
      const tried = document.createElement(name);
      tried.dataset.tried = "";
      tried.textContent = "Léon Øster – “naïve” ‘ß’ … 5 × 10 ½ €";
      document.querySelector("main p")!.append(tried);
    }
    await document.fonts.ready;
  });
  const fonts = await fontsOf(session, "[data-tried]");
  expect(fonts).toHaveLength(2);
  for (const { familyName, isCustomFont } of fonts) {
    expect(familyName).toContain("Source Serif 4");
    expect(isCustomFont).toBe(true);
  }
});
