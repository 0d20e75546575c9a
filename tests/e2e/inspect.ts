/** What is wrong with a page that no reader should have to find. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

// No frame is of another origin: asking in the page itself, for what is wrong alone, takes half as long.
function axeOf(page: Page, parts: readonly string[]): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  for (const part of parts) axe.include(part);
  return axe;
}

const named = (violations: Violations): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);

/** Asks axe about a page, or some parts of it: what it has against them and where, and the rules that they keep. */
export async function inspect(
  page: Page,
  ...parts: readonly string[]
): Promise<{ violations: string[]; kept: string[] }> {
  const axe = axeOf(page, parts).options({ resultTypes: ["violations"] });
  const { violations, passes } = await axe.analyze();
  return { violations: named(violations), kept: passes.map(({ id }) => id) };
}

/** The rules about colours alone: all that the theme of a page can break that another theme of it keeps. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What those rules have against a page that `inspect` has found good in another theme. */
export async function colourFaults(page: Page, ...parts: readonly string[]): Promise<string[]> {
  const runOnly = { type: "rule" as const, values: OF_COLOURS };
  const axe = axeOf(page, parts).options({ resultTypes: ["violations"], runOnly });
  return named((await axe.analyze()).violations);
}

/** How far a page can be scrolled sideways, px. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
