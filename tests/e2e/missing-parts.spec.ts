/** Scripts that do not come, on the built site: each says so in its place, is asked for again, and takes nothing with it. */
import { writeFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";

/** Has files of the build fail until the returned function is called; `asked` counts what was asked for. */
async function without(page: Page, files: RegExp) {
  let failing = true;
  const asked: string[] = [];
  await page.route(files, (route) => {
    asked.push(route.request().url());
    return failing ? route.abort() : route.continue();
  });
  return { asked, comeBack: () => (failing = false) };
}
const failures = (page: Page): string[] => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
};
const header = (page: Page) => page.getByRole("button", { name: /colours/i });

test("the first page reads without its code, which comes when it can be had", async ({ page }) => {
  const errors = failures(page);
  const { asked, comeBack } = await without(page, /assets\/HomePage-.*\.js/);
  await page.goto("/");
  await expect(header(page)).toBeVisible();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "DRAW", exact: true })).toBeVisible();
  comeBack();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.locator("#at-work").getByRole("button", { name: "Run" })).toBeEnabled();
  expect(errors).toEqual([]);
});

test("a page that is here without its scripts has them once they can be had", async ({ page }) => {
  const { asked, comeBack } = await without(page, /assets\/index-.*\.js/);
  await page.goto("/wgan/#ring");
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const said = page.getByRole("status").filter({ hasText: "scripts of this page" });
  await expect(said).toHaveText(/could not be fetched.*loaded anew in ten seconds/);
  // The second time it is left to the reader.
  await expect(said).toHaveText(/Load the page anew/, { timeout: 30_000 });
  comeBack();
  await said.getByRole("link", { name: "Load the page anew" }).click();
  const run = page.locator("#ring").getByRole("button", { name: "Run", exact: true });
  await expect(run).toBeEnabled({ timeout: 30_000 });
  await expect(said).toHaveCount(0);
});

test("a figure whose code fails keeps its picture, and comes when it is tried again", async ({
  page,
}) => {
  const errors = failures(page);
  const { asked, comeBack } = await without(page, /assets\/views-.*\.js/);
  await page.goto("/wgan/#ring");
  const figure = page.locator("#ring");
  await expect(figure.getByText("This figure could not be shown.")).toBeVisible();
  await expect(figure.locator(".lp-view-picture").first()).toBeVisible();
  const before = asked.length;
  await page.waitForTimeout(500);
  expect(asked.length).toBe(before);
  comeBack();
  await figure.getByRole("button", { name: "Try again" }).click();
  await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await expect(figure.getByText("could not be shown")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("where the parts of a paper's demos are found is asked for again, too", async ({ page }) => {
  const errors = failures(page);
  const { comeBack } = await without(page, /assets\/paper-.*\.js/);
  await page.goto("/wgan/#ring");
  const figure = page.locator("#ring");
  await expect(figure.getByText("This figure could not be shown.")).toBeVisible();
  await expect(page.locator("#distances").locator(".lp-view-picture").first()).toBeVisible();
  comeBack();
  await figure.getByRole("button", { name: "Try again" }).click();
  await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  expect(errors).toEqual([]);
});

test("Share without its dialog leaves the figure alone", async ({ page }) => {
  const errors = failures(page);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", { value: undefined }),
  );
  const { comeBack } = await without(page, /assets\/LinkByHand-.*\.js/);
  await page.goto("/wgan/#ring");
  const figure = page.locator("#ring");
  await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await figure.getByRole("button", { name: "Share" }).click();
  await expect(figure.getByText("The link could not be shown.")).toBeVisible();
  await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  comeBack();
  await figure.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("dialog", { name: /Here is the link/ })).toBeVisible();
  expect(errors).toEqual([]);
});

test("the code of a figure that does not come leaves the figure alone", async ({ page }) => {
  const errors = failures(page);
  const { comeBack } = await without(page, /assets\/program-.*\.js/);
  await page.goto("/wgan/#ring");
  const figure = page.locator("#ring");
  const code = figure.getByRole("button", { name: "Code", exact: true });
  await expect(code).toBeEnabled();
  await code.click();
  await expect(figure.getByText("The code could not be shown.")).toBeVisible();
  comeBack();
  await figure.getByRole("button", { name: "Try again" }).click();
  await expect(figure.getByRole("tablist", { name: "Files" })).toBeVisible();
  expect(errors).toEqual([]);
});

test("a press on Run is kept where the charts cannot be had: they say so, and the run goes on", async ({
  page,
}) => {
  await page.route(/\/assets\/Charts-.*\.js/, (route) => route.abort());
  await page.goto("/wgan/#ring");
  const run = page.locator("#ring .lp-run");
  await expect(run).toBeEnabled();
  await run.click();
  await expect(page.locator("#ring")).toContainText("The charts could not be shown.");
  await expect(page.locator("#ring .lp-phase")).toHaveAttribute("data-phase", "training");
  await run.click();
  await expect(page.locator("#ring .lp-phase")).toHaveAttribute("data-phase", "paused");
});

test("of a build that has been replaced, the address of a note is loaded", async ({ page }) => {
  await without(page, /assets\/draw-.*\.js/);
  await page.goto("/wgan/");
  await expect(header(page)).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { same: true }));
  await page
    .getByRole("link", { name: /Previous note|Next note/ })
    .first()
    .scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/draw/";
    link.textContent = "to DRAW";
    document.querySelector(".note-body")!.append(link);
    link.click();
  });
  await expect(page.getByRole("heading", { level: 1, name: "DRAW" })).toBeVisible();
  expect(await page.evaluate(() => "same" in globalThis)).toBe(false);
});

/** Whether the browser is kept from opening a file that is let go here: one without a window would not. */
const refused = (target: Element): boolean => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "x.txt"));
  const how = { bubbles: true, cancelable: true, dataTransfer };
  return ["dragover", "drop"].every((type) => !target.dispatchEvent(new DragEvent(type, how)));
};

test("a file let go beside what takes it is not opened instead of the page, with scripts or before", async ({
  page,
}, testInfo) => {
  const file = testInfo.outputPath("list.txt");
  await writeFile(file, "no drawings");
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const drag = async (to: Locator, ...types: ("dragEnter" | "dragOver" | "drop")[]) => {
    const { x, y } = (await to.boundingBox())!;
    for (const type of types)
      await cdp.send("Input.dispatchDragEvent", { type, x: x + 10, y: y + 10, data });
  };
  const heading = page.getByRole("heading", { level: 1 });
  const { comeBack } = await without(page, /assets\/index-.*\.js/);
  await page.goto("/matching-networks/");
  expect(await heading.evaluate(refused)).toBe(true);
  comeBack();
  await page.reload();
  await expect(header(page)).toBeVisible();
  expect(await heading.evaluate(refused)).toBe(true);
  // Dragged over the figure that deals drawings it opens the place for them, which takes it anywhere on the page.
  const figure = page.locator("#draw .lp-figure");
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole("button", { name: "Omniglot", exact: true })).toBeEnabled();
  await drag(figure, "dragEnter");
  await expect(figure.getByText("sent nowhere")).toBeVisible();
  await drag(figure, "dragOver", "drop");
  await expect(figure.getByText("list.txt")).toBeVisible();
});
