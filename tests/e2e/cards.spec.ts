/** Citations, equations and symbols open in place: by mouse, keyboard and finger, and leave no trace when they close. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { comeAlive } from "./live.ts";
import { elsewhere, watchPage } from "./watch.ts";

const card = (page: Page): Locator => page.locator(".card");
const citation = (page: Page): Locator =>
  page.locator('.note-body p a[href="#ref-goodfellow2014"]').first();
const equation = (page: Page): Locator => page.locator('.note-body p a[href="#eq-dual"]').first();
const symbol = (page: Page, name: string): Locator =>
  page.locator(`.note-body .katex-display [data-symbol="${name}"]:visible`).first();

async function open(page: Page): Promise<void> {
  await page.goto("/wgan/");
  await comeAlive(page);
}

/** Tabs until the focus is on it, from the focusable thing before it: a formula between them is a stop once cards have come. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.evaluate((node) => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], [tabindex='0'], button")];
    const before = all.filter(
      (each) =>
        each.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING &&
        !each.contains(node) &&
        each.getClientRects().length > 0,
    );
    before.at(-1)!.focus();
  });
  for (let stops = 0; stops < 3; stops++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((node) => node === document.activeElement)) return;
  }
}

test("a citation under the mouse: the card opens, can be entered, closes on leaving; nothing is fetched from elsewhere", async ({
  page,
}) => {
  const { requests, complaints } = await watchPage(page);
  await open(page);
  await expect(card(page)).toHaveCount(0);
  await citation(page).hover();
  await expect(card(page)).toContainText("Generative Adversarial Nets");
  await expect(card(page)).toContainText("Ian Goodfellow");
  await expect(card(page)).toContainText("NeurIPS 2014; arXiv:1406.2661");
  await expect(card(page).getByRole("link", { name: /Generative/ })).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/1406.2661",
  );
  await expect(citation(page)).toHaveAttribute("aria-expanded", "true");
  await expect(citation(page)).toHaveAttribute("aria-details", "open-card");

  await card(page).hover();
  await page.waitForTimeout(600);
  await expect(card(page)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(card(page)).toHaveCount(0);
  await expect(citation(page)).toHaveAttribute("aria-expanded", "false");

  // A click of a mouse goes where the link says.
  await citation(page).click();
  await expect(page).toHaveURL(/#ref-goodfellow2014$/);
  await expect(card(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
  expect(elsewhere(page, requests)).toEqual([]);
});

test("an equation by keyboard: opens on focus, is next in the tab order, Escape closes and gives the focus back", async ({
  page,
}) => {
  await open(page);
  await tabTo(page, equation(page));
  await expect(equation(page)).toBeFocused();
  await expect(card(page)).toContainText("v3 Eq. (2)");
  await expect(card(page).locator("math")).toHaveCount(1);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Tab");
  const go = card(page).getByRole("link", { name: "Go to equation 5" });
  await expect(go).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(equation(page)).toBeFocused();

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(card(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#eq-dual$/);
  await expect(card(page)).toHaveCount(0);
});

test("a symbol under the mouse: its meaning, and all equal ones light up until Escape", async ({
  page,
}) => {
  await open(page);
  await symbol(page, "critic").hover();
  await expect(card(page)).toContainText("critic");
  await expect(card(page)).toContainText("[m, 1]");
  await expect(card(page)).toContainText("gives each point a real number");
  const lit = await page.locator(".lit").count();
  expect(lit).toBeGreaterThan(5);
  expect(await page.locator('.note-body [data-symbol="critic"]').count()).toBe(lit);
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator(".lit")).toHaveCount(0);
  // One at a time.
  await symbol(page, "critic").click();
  await symbol(page, "noise").hover();
  await expect(card(page)).toHaveCount(1);
  await expect(card(page)).toContainText("What the generator turns into a sample.");
});

test("symbols by keyboard: few tab stops, the arrows walk through them", async ({ page }) => {
  await open(page);
  const formula = page.locator("#eq-critic .katex-display");
  await tabTo(page, formula);
  await expect(formula).toBeFocused();
  await expect(card(page)).toHaveAttribute("aria-label", /^Symbol: /);
  const first = await card(page).getAttribute("aria-label");
  await page.keyboard.press("ArrowRight");
  await expect(card(page)).not.toHaveAttribute("aria-label", first!);
  const second = await card(page).getAttribute("aria-label");
  await expect(page.locator("#said")).toContainText(second!.replace("Symbol: ", ""));
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(formula).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card(page)).toHaveAttribute("aria-label", second!);
  // Out of the formula into the next of the section.
  await page.keyboard.press("ArrowDown");
  await expect(formula).not.toBeFocused();
  const next = page.locator(".katex:focus");
  await expect(next).toHaveAttribute("aria-label", /^Formula \S/);
  await expect(card(page)).toHaveCount(1);
  const stops = await page.evaluate(() => {
    const shown = (selector: string): number =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (each) => each.tabIndex === 0 && each.getClientRects().length > 0,
      ).length;
    const body = ".note-body";
    return { inline: shown(`${body} .katex`), sections: shown(`${body} .anchor`) };
  });
  expect(stops.inline).toBeGreaterThan(3);
  expect(stops.inline).toBeLessThan(25);
});

test("a pointer that rests while the page scrolls under it does not keep back the card of what has the focus", async ({
  page,
}) => {
  await open(page);
  const formula = page.locator("#eq-critic .katex-display");
  await tabTo(page, formula);
  await expect(formula).toBeFocused();
  // As when another part of the page comes under it.
  await page.locator("#eq-critic").evaluate((node) => {
    const paragraph = node.closest(".note-body")!.querySelector("p")!;
    const over = (): boolean =>
      paragraph.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    for (const ms of [0, 50, 100, 150, 200]) setTimeout(over, ms);
  });
  await expect(card(page)).toHaveAttribute("aria-label", /^Symbol: /);
});

test("a symbol that is a setting leads to its control", async ({ page }) => {
  await open(page);
  const clip = page.locator('.note-body p [data-symbol="clipping-bound"]:visible').first();
  await clip.click();
  await card(page).getByRole("link", { name: "Set it in the demo." }).click();
  await expect(card(page)).toHaveCount(0);
  const control = page.locator('#ring .lp-parts [data-param="c"]');
  await expect(control).toBeInViewport();
  await expect(control.locator("input:focus")).toHaveCount(1);
});

test("a setting that stands among all of them is made and gone to", async ({ page }) => {
  await open(page);
  // Asked for where its figure may still sleep: the row of the table stands far below it.
  await page.locator('#symbol-batch-size a[data-control="ring.m"]').click();
  const control = page.locator('#ring .lp-disclosed [data-param="m"]');
  await expect(control.locator("input:focus")).toHaveCount(1);
  await expect(control).toBeInViewport();
});

test("BibTeX is copied and saved, the paper first", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { complaints } = await watchPage(page);
  await open(page);
  await page.getByRole("button", { name: "Copy BibTeX of Goodfellow et al., 2014" }).click();
  await expect(page.locator("#said")).toHaveText("BibTeX copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^@inproceedings\{goodfellow2014,\n {2}title = \{Generative Adversarial Nets\}/,
  );

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download all as BibTeX of this note" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("wgan.bib");
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(await download.path(), "utf8");
  const entries = text.match(/^@\w+\{[^,]+/gm)!;
  expect(entries[0]).toContain("arjovsky2017wasserstein");
  expect(entries).toHaveLength(await page.locator(".references li").count());
  expect(complaints).toEqual([]);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("the first tap opens, a tap elsewhere closes, the card has the link", async ({ page }) => {
    await open(page);
    await citation(page).tap();
    await expect(card(page)).toContainText("Generative Adversarial Nets");
    await expect(page).not.toHaveURL(/#ref/);
    const box = (await card(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    await page.getByRole("heading", { name: "The problem" }).tap({ position: { x: 5, y: 5 } });
    await expect(card(page)).toHaveCount(0);

    const letter = page.locator('.note-body p [data-symbol="noise"]:visible').first();
    await letter.tap();
    await expect(card(page)).toContainText("noise");
    await citation(page).tap();
    await expect(card(page)).toHaveCount(1);
    await card(page).getByRole("link", { name: "In the list of sources" }).tap();
    await expect(page).toHaveURL(/#ref-goodfellow2014$/);
  });
});

test("without JavaScript citations are links, and no button promises what it cannot do", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/wgan/");
  await citation(page).click();
  await expect(page).toHaveURL(/#ref-goodfellow2014$/);
  await expect(page.locator("[data-bib]").first()).toBeHidden();
  await context.close();
});

for (const [theme, width] of [
  ["light", 1280],
  ["dark", 360],
  ["sepia", 1280],
] as const) {
  test(`no accessibility violations with a card open: ${theme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    await citation(page).hover();
    await expect(card(page)).toBeVisible();
    await checkCard(page);
    await page.keyboard.press("Escape");
    await tabTo(page, page.locator("#eq-critic .katex-display"));
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(".katex:focus")).toHaveCount(1);
    await checkCard(page);
  });
}

/** The card, what opened it, and the lit symbols. */
async function checkCard(page: Page): Promise<void> {
  const { violations, kept } = await inspect(page, ".card", ":has(> .card)");
  expect(violations).toEqual([]);
  expect(kept).toContain("color-contrast");
}
