/** What is wrong with a page that no reader should have to find. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Asks axe about a page, or some parts of it: what it has against them and where, and the rules that they keep. */
export async function inspect(
  page: Page,
  ...parts: readonly string[]
): Promise<{ violations: string[]; kept: string[] }> {
  // No frame is of another origin: asking in the page itself, for what is wrong alone, takes half as long.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  for (const part of parts) axe.include(part);
  const { violations, passes } = await axe.analyze();
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`,
    ),
    kept: passes.map(({ id }) => id),
  };
}

/** How far a page can be scrolled sideways, px. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
