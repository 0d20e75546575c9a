/** The reader's own Omniglot, on the built site: dropped, dealt, kept over a reload, forgotten; and what is said where that fails. */
import { rmSync, writeFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { crosses, pathOf, zip } from "../fixtures/omniglot-zip.ts";
import { watchPage } from "./watch.ts";

const ZIP = zip([...crosses("Angelic", 20, 4), ...crosses("Atlantean", 26, 4)]);
const NAME = "images_evaluation.zip";
const KEPT = "On this device: 184 drawings of 46 characters";

const figure = (page: Page): Locator => page.locator("#draw");
const press = (page: Page, name: string): Promise<void> =>
  figure(page).getByRole("button", { name, exact: true }).click();

async function open(page: Page): Promise<void> {
  await page.goto("/matching-networks/#draw");
  await press(page, "Omniglot");
  await expect(figure(page).getByRole("button", { name: "Choose zip files …" })).toBeVisible();
}

const choose = (page: Page, buffer: Buffer, name = NAME): Promise<void> =>
  page
    .getByLabel("Zip files of Omniglot")
    .setInputFiles({ name, mimeType: "application/zip", buffer });

/** A file of 65 MB, which only the page itself can make so quickly. */
const chooseHuge = (page: Page): Promise<void> =>
  page.getByLabel("Zip files of Omniglot").evaluate((chooser: HTMLInputElement) => {
    const { items, files } = new DataTransfer();
    items.add(new File([new Uint8Array(65_000_000)], "huge.zip"));
    chooser.files = files;
    chooser.dispatchEvent(new Event("change", { bubbles: true }));
  });

/** One step of dragging the file over the figure, or its drop. */
const drag = (page: Page, type: string): Promise<void> =>
  figure(page).evaluate(
    (target, { bytes, name, event }) => {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      const how = { bubbles: true, cancelable: true, dataTransfer };
      target.querySelector(".lp-figure")!.dispatchEvent(new DragEvent(event, how));
    },
    { bytes: ZIP.toString("base64"), name: NAME, event: type },
  );

test("a dropped file is kept on the device and dealt from, without a request, until it is forgotten", async ({
  page,
}) => {
  const { requests, complaints } = await watchPage(page);
  await page.goto("/matching-networks/#draw");
  await expect(figure(page).getByRole("button", { name: "Omniglot", exact: true })).toBeEnabled();
  // Dragged over the figure, the file opens the place for it.
  await drag(page, "dragenter");
  await expect(figure(page).getByText("sent nowhere")).toBeVisible();
  await expect(figure(page).getByText("anywhere here")).toBeHidden();
  await drag(page, "dragover");
  await expect(figure(page).getByText("anywhere here")).toBeVisible();
  await drag(page, "drop");
  await expect(figure(page)).toContainText(KEPT);
  await expect(figure(page)).toContainText(`${NAME} was read.`);
  await expect(figure(page).getByText("anywhere here")).toBeHidden();

  await press(page, "Deal five characters");
  await expect(figure(page)).toContainText(
    /Dealt: A is (Angelic|Atlantean) \d+, .*The query is [A-E], by another hand/,
  );
  await expect(figure(page).locator(".lp-finding")).toContainText(/Called/);
  await expect(page).toHaveURL(/draw\.S=/);
  const dealt = page.url();
  await press(page, "The same by others");
  await expect(page).not.toHaveURL(dealt);
  expect((await new AxeBuilder({ page }).include("#draw").analyze()).violations).toEqual([]);

  // The link alone brings the drawings along.
  await page.goto(dealt);
  await page.reload();
  await press(page, "Omniglot");
  await expect(figure(page)).toContainText(KEPT);
  await expect(page).toHaveURL(dealt);
  await press(page, "Forget these drawings");
  await expect(figure(page)).toContainText("The drawings are forgotten");
  await page.reload();
  await press(page, "Omniglot");
  await expect(figure(page).getByText("sent nowhere")).toBeVisible();

  const { origin } = new URL(page.url());
  const sent = requests.filter(
    (each) => each.method() !== "GET" || new URL(each.url()).origin !== origin,
  );
  expect(sent.map((each) => each.url())).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a file that is none gets a sentence, and what was there stays", async ({ page }) => {
  await open(page);
  await choose(page, ZIP);
  await expect(figure(page)).toContainText(KEPT);
  await choose(page, Buffer.from("my notes"), "notes.txt");
  await expect(figure(page)).toContainText("notes.txt is no zip file.");
  await choose(page, ZIP.subarray(0, ZIP.length / 2));
  await expect(figure(page)).toContainText(`${NAME} is cut off`);
  const bomb = { path: pathOf("Angelic", 1, 1), content: Buffer.alloc(20_000_000) };
  await choose(page, zip([bomb]), "bomb.zip");
  await expect(figure(page)).toContainText(
    /bomb\.zip cannot be used: .* in it would unpack to more/,
  );
  await chooseHuge(page);
  await expect(figure(page)).toContainText("huge.zip has 65 MB");
  await expect(figure(page)).toContainText(KEPT);
});

/** No file is read before what it returns is called. */
async function holdReading(page: Page): Promise<() => void> {
  let goOn = (): void => {};
  const later = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(/decode-worker/, async (route) => {
    await later;
    await route.continue();
  });
  return () => goOn();
}

test("what the browser does not read, as a folder or a file that is gone, gets a sentence", async ({
  page,
}, info) => {
  const path = info.outputPath(NAME);
  writeFileSync(path, ZIP);
  const goOn = await holdReading(page);
  await open(page);
  await page.getByLabel("Zip files of Omniglot").setInputFiles(path);
  await expect(figure(page)).toContainText("reading its list");
  rmSync(path);
  goOn();
  await expect(figure(page)).toContainText(`${NAME} could not be read. If it is a folder`);
});

test("files that come while one is read are read after it", async ({ page }) => {
  const goOn = await holdReading(page);
  await open(page);
  await choose(page, ZIP);
  await expect(figure(page)).toContainText("reading its list");
  await choose(page, Buffer.from("my notes"), "notes.txt");
  goOn();
  await expect(figure(page)).toContainText(`${NAME} was read. notes.txt is no zip file.`);
});

test("with too few drawings it is said what is missing", async ({ page }) => {
  await open(page);
  await choose(page, zip(crosses("Angelic", 20, 2)));
  await press(page, "Deal five characters");
  await expect(figure(page)).toContainText("There are too few drawings for that");
});

test("where storage is full the drawings are there for the visit", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await choose(page, ZIP);
  await expect(figure(page)).toContainText(
    "storage for the site is full: the drawings are here until",
  );
  await press(page, "Five of one alphabet");
  await expect(figure(page)).toContainText("Dealt: A is");
});

test("where storage is blocked the drawings are there for the visit", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  await open(page);
  await choose(page, ZIP);
  await expect(figure(page)).toContainText("lets the page store nothing");
  await expect(figure(page)).toContainText(KEPT);
});

test("without workers it is said, and reading can be ended", async ({ page }) => {
  await page.route(/decode-worker/, () => {});
  await open(page);
  await choose(page, ZIP);
  await expect(figure(page)).toContainText(`${NAME}: reading its list`);
  await choose(page, ZIP, "second.zip");
  await press(page, "Cancel");
  await expect(figure(page)).toContainText(`Ended: nothing is kept of ${NAME}, second.zip.`);
  // The button is gone, the focus is not: the next stop is the first here.
  await page.keyboard.press("Tab");
  await expect(figure(page).getByRole("link", { name: /brendenlake/ })).toBeFocused();
  await page.evaluate(() => {
    Object.defineProperty(window, "Worker", { value: undefined });
  });
  await choose(page, ZIP);
  await expect(figure(page)).toContainText("lets the page start no worker");
});
