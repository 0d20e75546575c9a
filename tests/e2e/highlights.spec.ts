/** The reader's own highlights and notes, on the built site. */
import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { colourFaults, inspect } from "./inspect.ts";
import { comeAlive } from "./live.ts";
import { elsewhere, watchPage } from "./watch.ts";

const PASSAGE = "traces both faults to the notion of distance";
const WITH_FORMULA = "the discriminator";

async function open(page: Page, address = "/wgan/"): Promise<void> {
  await page.goto(address);
  await comeAlive(page);
}

/** Selects words of one text node of the note, and `more` text nodes after it, as a mouse would leave them selected. */
async function select(page: Page, phrase: string, more = 0): Promise<void> {
  await page.evaluate(
    ([wanted, further]) => {
      const body = document.querySelector(".note-body")!;
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (!node.parentElement!.closest(".katex, figure.demo")) nodes.push(node);
      }
      const first = nodes.findIndex(({ data }) => data.replaceAll(/\s/g, " ").includes(wanted));
      const from = nodes[first]!;
      const start = from.data.replaceAll(/\s/g, " ").indexOf(wanted);
      const to = nodes[first + further]!;
      from.parentElement!.scrollIntoView({ block: "center", behavior: "instant" });
      getSelection()!.setBaseAndExtent(
        from,
        start,
        to,
        further ? Math.min(12, to.length) : start + wanted.length,
      );
    },
    [phrase, more] as const,
  );
}

const toolbar = (page: Page): Locator =>
  page.getByRole("group", { name: "Mark the selected passage" });
const card = (page: Page): Locator => page.getByRole("dialog", { name: "Your highlight" });
const panel = (page: Page): Locator => page.getByRole("dialog", { name: "Your notes" });
const painted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((layer) => [...(CSS.highlights.get(layer) ?? [])].map(String), `mark-${name}`);

async function highlight(page: Page, phrase: string, colour = "yellow"): Promise<void> {
  await select(page, phrase);
  await toolbar(page)
    .getByRole("button", { name: `Highlight in ${colour}` })
    .click();
  await expect(toolbar(page)).toBeHidden();
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Your notes" }).click();
  await expect(panel(page)).toBeVisible();
}

/** Clicks in the middle of the first line of a painted passage. */
async function pressPassage(page: Page, layer: string): Promise<void> {
  const point = await page.evaluate((name) => {
    const [range] = [...CSS.highlights.get(name)!] as Range[];
    range!.startContainer.parentElement!.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = range!.getClientRects()[0]!;
    return { x: x + width / 2, y: y + height / 2 };
  }, `mark-${layer}`);
  await page.mouse.click(point.x, point.y);
}

test("nothing of it is fetched before it is needed", async ({ page }) => {
  const { requests } = await watchPage(page);
  await open(page);
  await page.waitForLoadState("networkidle");
  const before = requests.length;
  await select(page, PASSAGE);
  await expect(toolbar(page)).toBeVisible();
  const fetched = requests.slice(before).map((request) => new URL(request.url()).pathname);
  expect(fetched.filter((path) => /\/start-.*\.js$/.test(path))).toHaveLength(1);
});

test("highlight, write, reload: it is still there; recolour, delete, take back", async ({
  page,
}) => {
  const { complaints, requests } = await watchPage(page);
  await open(page);
  await select(page, PASSAGE);
  await toolbar(page).getByRole("button", { name: "Add a note" }).click();
  await expect(card(page).getByRole("textbox")).toBeFocused();
  await page.keyboard.type(
    "So **two** faults. ![a](https://example.org/a.png) <b onclick=alert(1)>x</b>",
  );
  await page.keyboard.press("Escape");
  await expect(card(page)).toBeHidden();
  expect(await painted(page, "yellow-commented")).toEqual([PASSAGE]);

  await page.reload();
  await expect.poll(() => painted(page, "yellow-commented")).toEqual([PASSAGE]);
  await pressPassage(page, "yellow-commented");
  await expect(card(page).locator("strong")).toHaveText("two");
  await expect(card(page)).toContainText("<b onclick=alert(1)>x</b>");
  await expect(card(page).locator("img, b")).toHaveCount(0);
  await expect(card(page).getByRole("link", { name: "a" })).toHaveAttribute(
    "rel",
    /noopener.*nofollow/,
  );

  await card(page).getByLabel("Green").check({ force: true });
  await expect.poll(() => painted(page, "green-commented")).toEqual([PASSAGE]);
  await card(page).getByRole("button", { name: "Delete" }).click();
  await expect(card(page)).toBeHidden();
  await expect.poll(() => painted(page, "green-commented")).toEqual([]);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => painted(page, "green-commented")).toEqual([PASSAGE]);

  expect(complaints).toEqual([]);
  expect(elsewhere(page, requests)).toEqual([]);
});

test("a thousand stored notes hold nothing up: they are painted few times and listed some at a time", async ({
  page,
}) => {
  await open(page);
  await page.evaluate(async () => {
    const words = [...document.querySelectorAll(".note-body > p")].flatMap(({ firstChild }) =>
      firstChild instanceof Text && firstChild.length > 60 ? [firstChild.data] : [],
    );
    const request = indexedDB.open("live-paper-notes");
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore("marks"));
    await new Promise((done) => request.addEventListener("success", done));
    const writing = request.result.transaction("marks", "readwrite");
    const time = new Date().toISOString();
    for (let i = 0; i < 1000; i++) {
      const exact = words[i % words.length]!.slice(0, 30 + (i % 20)).replaceAll(/\s+/g, " ");
      const side = (sign: string) => `${sign}${i} `.repeat(400);
      const passage = { exact, prefix: side("a"), suffix: side("b"), start: 0, end: 1 };
      const mark = { id: `urn:x:${i}`, note: "wgan", colour: "yellow", comment: "" };
      const stored = { ...mark, created: time, modified: time, passage };
      writing.objectStore("marks").put(stored, stored.id);
    }
    await new Promise((done) => writing.addEventListener("complete", done));
    localStorage.setItem("live-paper-notes:marked", "wgan");
  });
  await page.addInitScript(() => {
    const own = HighlightRegistry.prototype;
    const { set } = own;
    Object.assign(globalThis, { painted: 0 });
    own.set = function (...how) {
      (globalThis as unknown as { painted: number }).painted += 1;
      return set.apply(this, how);
    };
  });
  await page.reload();
  await openPanel(page);
  await expect(panel(page).locator(".mark-item")).toHaveCount(100);
  await expect(panel(page).getByRole("heading", { name: "Passage not found" })).toBeVisible({
    timeout: 60_000,
  });
  // Six layers each time: once a doubling of what is found, and a few times around it.
  expect(
    await page.evaluate(() => (globalThis as unknown as { painted: number }).painted),
  ).toBeLessThan(6 * 16);
  await panel(page)
    .getByRole("button", { name: /^Show 100 more of \d+$/ })
    .click();
  await expect(panel(page).locator(".mark-item")).toHaveCount(200);
});

test("a passage with formulas is painted whole and shown with them", async ({ page }) => {
  await open(page);
  await select(page, WITH_FORMULA, 1);
  await toolbar(page).getByRole("button", { name: "Highlight in rose" }).click();
  await expect(page.locator('.katex[data-mark="rose"]')).toHaveCount(1);
  await openPanel(page);
  await expect(panel(page).locator("blockquote .katex")).toHaveCount(1);
  await expect(panel(page).locator("blockquote [data-mark]")).toHaveCount(0);
});

/** Serves the note with other words in it, as after an edit of its author. */
async function edit(page: Page, from: string, to: string): Promise<void> {
  await page.route("**/wgan/", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    expect(text).toContain(from);
    await route.fulfill({ response, body: text.replace(from, to) });
  });
  await page.reload();
}

test("edited text: elsewhere it is found again, changed a little it says so, gone it is listed as lost", async ({
  page,
}) => {
  await open(page);
  await highlight(page, PASSAGE);
  await edit(
    page,
    "A generator is a network",
    "Here is one more sentence. A generator is a network",
  );
  await expect.poll(() => painted(page, "yellow")).toEqual([PASSAGE]);

  await page.unrouteAll();
  await edit(page, PASSAGE, "traces both faults to a notion of distance");
  await expect
    .poll(() => painted(page, "yellow"))
    .toEqual(["traces both faults to a notion of distance"]);
  await pressPassage(page, "yellow");
  await expect(card(page)).toContainText("have changed since you marked it");
  await page.keyboard.press("Escape");

  await page.unrouteAll();
  await edit(page, PASSAGE, "asks something else altogether");
  await openPanel(page);
  await expect(panel(page).getByRole("heading", { name: "Passage not found" })).toBeVisible();
  await expect(panel(page)).toContainText(PASSAGE);
  expect(await painted(page, "yellow")).toEqual([]);
});

test("export, delete all, take back, import; a broken file is answered with sentences", async ({
  page,
}) => {
  await open(page);
  await highlight(page, PASSAGE, "green");
  await highlight(page, "gradient of that number", "yellow");
  await openPanel(page);
  const items = panel(page).locator(".mark-item");
  // In the order of the text, not of their making.
  await expect(items.first()).toContainText("gradient of that number");

  const coming = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "JSON", exact: true }).click();
  const file = await (await coming).path();
  const collection = JSON.parse(readFileSync(file, "utf8"));
  expect(collection).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    total: 2,
    first: { type: "AnnotationPage" },
  });
  expect(collection.first.items[1].target.selector[0].exact).toBe(PASSAGE);

  await panel(page).getByRole("button", { name: "Delete all …" }).click();
  await panel(page).getByRole("button", { name: "Delete 2 highlights" }).click();
  await expect(items).toHaveCount(0);
  await panel(page).getByRole("button", { name: "Undo" }).click();
  await expect(items).toHaveCount(2);
  await panel(page).getByRole("button", { name: "Delete all …" }).click();
  await panel(page).getByRole("button", { name: "Delete 2 highlights" }).click();
  await expect(panel(page)).toContainText("Nothing marked yet.");

  const input = panel(page).locator("input[type=file]");
  await input.setInputFiles(file);
  await expect(panel(page)).toContainText("2 added");
  await expect(items).toHaveCount(2);
  await input.setInputFiles(file);
  await expect(panel(page)).toContainText("2 here already");
  await expect(items).toHaveCount(2);

  const broken = [
    collection.first.items[0],
    { type: "Annotation", id: "<img src=x onerror=alert(1)>" },
  ];
  await input.setInputFiles({
    name: "broken.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(broken)),
  });
  await expect(panel(page).getByRole("alert")).toContainText(
    /Item 2 has the id .+, which is no IRI/,
  );
  await expect(panel(page).locator("img")).toHaveCount(0);
  await input.setInputFiles({
    name: "no.json",
    mimeType: "application/json",
    buffer: Buffer.from("{"),
  });
  await expect(panel(page).getByRole("alert")).toContainText("The file is not JSON");
  await expect(items).toHaveCount(2);

  await panel(page).getByRole("searchbox").fill("gradient");
  await expect(items).toHaveCount(1);
  await items.getByRole("link").click();
  await expect(panel(page)).toBeHidden();
  await expect.poll(() => painted(page, "flash")).toEqual(["gradient of that number"]);
});

for (const [refusal, sentence] of [
  ["SecurityError", "lets the page store nothing"],
  ["QuotaExceededError", "storage for the site is full"],
] as const) {
  test(`storage that refuses (${refusal}): the marks stay on the page, and it says so`, async ({
    page,
  }) => {
    await page.addInitScript((name) => {
      const refuse = (): never => {
        throw new DOMException("refused", name);
      };
      if (name === "SecurityError") IDBFactory.prototype.open = refuse;
      else IDBObjectStore.prototype.put = refuse;
    }, refusal);
    await open(page);
    await select(page, PASSAGE);
    await toolbar(page).getByRole("button", { name: "Add a note" }).click();
    await page.keyboard.type("kept while open");
    await expect(card(page).getByRole("alert")).toContainText(sentence);
    await page.keyboard.press("Escape");
    expect(await painted(page, "yellow-commented")).toEqual([PASSAGE]);
    await openPanel(page);
    await expect(panel(page)).toContainText("kept while open");
    await expect(panel(page).getByRole("alert")).toContainText("export them to keep them");
    await expect(panel(page).getByRole("button", { name: "JSON", exact: true })).toBeVisible();
  });
}

test("from the list of all notes on another page to the passage", async ({ page }) => {
  await open(page);
  await highlight(page, PASSAGE);
  await page.getByRole("link", { name: "How this site is made" }).click();
  await expect(page).toHaveURL(/colophon/);
  await openPanel(page);
  await expect(panel(page)).toContainText("Nothing marked in this note yet.");
  await panel(page).getByLabel("All notes").check({ force: true });
  await panel(page).getByRole("link", { name: PASSAGE }).click();
  await expect(page).toHaveURL(/\/wgan\//);
  await expect.poll(() => painted(page, "flash")).toEqual([PASSAGE]);
  await page.waitForTimeout(500);
  await expect(page.locator(":focus")).toContainText(PASSAGE);
  await expect(page.locator(":focus")).toBeInViewport();
});

test("two tabs stay in step", async ({ page, context }) => {
  await open(page);
  await highlight(page, PASSAGE);
  const other = await context.newPage();
  await open(other);
  await expect.poll(() => painted(other, "yellow")).toEqual([PASSAGE]);
  await highlight(other, "gradient of that number", "rose");
  await expect.poll(() => painted(page, "rose")).toEqual(["gradient of that number"]);
  await pressPassage(page, "yellow");
  await card(page).getByRole("button", { name: "Delete" }).click();
  await expect.poll(() => painted(other, "yellow")).toEqual([]);
});

test("by keyboard alone: mark, write, list, go to", async ({ page }) => {
  await open(page);
  await select(page, PASSAGE);
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press("Alt+Shift+KeyH");
  await expect(toolbar(page).getByRole("button").first()).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Tab");
  await expect(toolbar(page).getByRole("button", { name: "Add a note" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("by keys");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+Shift+KeyN");
  await expect(panel(page)).toContainText("by keys");
  await panel(page).getByRole("link", { name: PASSAGE }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
  // Reading goes on at the paragraph.
  await expect
    .poll(() => page.evaluate(() => document.activeElement!.textContent))
    .toContain(PASSAGE);
  await expect(page.locator(":focus")).toBeInViewport();
});

test("before the code for it has come, the browser copies each formula once", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.route(/start-highlights/, (route) => route.abort());
  await page.goto("/wgan/");
  const passage = page.locator(".note-body p").filter({ hasText: "relative to a common measure" });
  await passage.evaluate((element) => getSelection()!.selectAllChildren(element));
  await page.keyboard.press("ControlOrMeta+c");
  const copied = async (): Promise<string> =>
    (await page.evaluate(() => navigator.clipboard.readText())).replaceAll(/[\s\u200b]+/g, " ");
  await expect
    .poll(copied)
    .toContain("With densities P r and P θ relative to a common measure μ it");
});

test("a copied link leads a browser to the passage", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const phrase = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll(".note-body p")].filter(
      (p) => !p.querySelector(".katex"),
    );
    return paragraphs.at(-3)!.firstChild!.textContent!.split(" ").slice(0, 6).join(" ");
  });
  await select(page, phrase);
  await toolbar(page).getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link to the passage copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("/wgan/#:~:text=");
  const other = await context.newPage();
  await other.goto(link);
  await expect.poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(2000);
});

for (const scheme of ["light", "dark"] as const) {
  test(`no accessibility violations with bar, card and panel: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await open(page);
    // The note itself, with its thousands of boxes of formulas, is looked at among the pages.
    const check = async (): Promise<void> => {
      const parts = [".mark-layer", ".site-header"];
      const faults =
        scheme === "light"
          ? (await inspect(page, ...parts)).violations
          : await colourFaults(page, ...parts);
      expect(faults).toEqual([]);
    };
    await openPanel(page);
    await check();
    await page.keyboard.press("Escape");
    await select(page, PASSAGE);
    await expect(toolbar(page)).toBeVisible();
    await check();
    await toolbar(page).getByRole("button", { name: "Add a note" }).click();
    await page.keyboard.type("A [link](https://example.org)");
    await check();
    await page.keyboard.press("Escape");
    await pressPassage(page, "yellow-commented");
    await expect(card(page).getByRole("link")).toBeVisible();
    await check();
    await page.keyboard.press("Escape");
    await openPanel(page);
    await expect(panel(page).getByRole("link", { name: "link" })).toBeVisible();
    await check();
    const lost = {
      id: "urn:x:1",
      type: "Annotation",
      target: {
        source: "https://a.example/wgan/",
        selector: { type: "TextQuoteSelector", exact: "no such words" },
      },
    };
    await panel(page)
      .locator("input[type=file]")
      .setInputFiles({
        name: "a.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify([lost, 0])),
      });
    await expect(panel(page).getByRole("heading", { name: "Passage not found" })).toBeVisible();
    await check();
  });
}
