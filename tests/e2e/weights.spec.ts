/** Runs that begin from trained weights, on the built site: the preset, its card, a missing file, and saving. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { readWeights, writeWeights } from "../../src/weights/weights-file.ts";
import { inspect } from "./inspect.ts";
import { watchPage } from "./watch.ts";

const FILE = "**/weights/wgan-ring.safetensors";
const figure = (page: Page): Locator => page.locator("#ring section");
const button = (page: Page, name: string): Locator =>
  figure(page).getByRole("button", { name, exact: true });

const choose = (page: Page, file: { name: string; bytes: Buffer }): Promise<void> =>
  page
    .getByLabel("File of weights")
    .setInputFiles({ name: file.name, mimeType: "application/octet-stream", buffer: file.bytes });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(button(page, "Run")).toBeEnabled();
}

test("a press of the preset starts at the solution, shows its card, and the weights can be saved", async ({
  page,
}) => {
  const { requests, complaints } = await watchPage(page);
  const asked = (): number => requests.filter((each) => each.url().includes("/weights/")).length;
  await open(page, "/wgan/?ring.stop=300#ring");
  await button(page, "Run").click();
  await expect(figure(page).locator(".lp-finding")).toContainText(/After .* steps the WGAN/);
  expect(asked()).toBe(0);
  await button(page, "Reset").click();

  await button(page, "More").click();
  // At rest a preset runs at once.
  await button(page, "Start at the solution").click();
  await expect(page).toHaveURL(/ring\.start=trained/);
  await button(page, "Reproduce").click();
  const card = figure(page).locator("details.lp-weights");
  await card.locator("summary").click();
  await expect(card).toContainText("npm run train -- wgan-ring");
  await expect(card).toContainText(/earth-mover distance.*95 % interval/);
  expect((await inspect(page, "figure")).violations).toEqual([]);

  await expect(figure(page).locator(".lp-finding")).toContainText(
    /steps from trained weights the WGAN covers/,
  );
  const { origin } = new URL(page.url());
  expect(asked()).toBeGreaterThan(0);
  expect(requests.filter((each) => new URL(each.url()).origin !== origin)).toEqual([]);

  const download = page.waitForEvent("download");
  await button(page, "Save weights").click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^wgan-ring-1-\d+\.safetensors$/);
  const bytes = new Uint8Array(readFileSync(await saved.path()));
  const { card: own, tensors } = await readWeights(bytes.buffer);
  expect(own).toMatchObject({ demo: "wgan/ring", seed: 1, settings: "start=trained" });
  expect(own.script).toContain("npm run repro -- 'wgan/ring?receipt=");
  expect(own.digest).toMatch(/^[0-9a-f]{16}$/);
  expect(Object.keys(own.scores)).toEqual(["em", "floor", "modes"]);
  expect(tensors["critic.2.W"]!.shape).toEqual([64, 1]);
  await expect(figure(page).getByText(/Saved as wgan-ring-1-/)).toBeVisible();
  expect(own.scores.em!.interval).toHaveLength(2);

  // Back in: another page begins where this run was left, and Node comes to the same numbers.
  const file = await saved.path();
  const back = await page.context().newPage();
  await open(back, "/wgan/?ring.seed=3&ring.stop=60#ring");
  await button(back, "Run").click();
  await expect(figure(back)).toContainText("60 / 60");
  await button(back, "Reproduce").click();
  await choose(back, { name: "mine.safetensors", bytes: readFileSync(file) });
  await expect(figure(back)).toContainText("Runs begin from mine.safetensors, also after a reset");
  await figure(back).getByText("Where these weights come from").click();
  await expect(figure(back).locator(".lp-weights dl")).toContainText("start=trained");
  await button(back, "Run").click();
  await expect(figure(back)).toContainText("60 / 60");
  await expect(figure(back).locator(".lp-finding")).toContainText("from the weights in mine");
  expect((await inspect(back, "figure")).violations).toEqual([]);
  // Closed and opened, it tells of the run as it is now.
  await button(back, "Reproduce").click();
  await button(back, "Reproduce").click();
  const dialog = figure(back).locator(".lp-foot");
  await expect(dialog).toContainText("which no link can carry");
  const command = await dialog.getByLabel("In a terminal").inputValue();
  const [, run, name] = /^npm run repro -- '(.*)' --weights '(.*)'$/.exec(command)!;
  expect(name).toBe("mine.safetensors");
  const { stdout, status } = spawnSync(
    process.execPath,
    ["scripts/run.mjs", "repro", run!, "--weights", file],
    { encoding: "utf8" },
  );
  expect(stdout).toContain("Reproduced: every number");
  expect(status).toBe(0);
  await button(back, "Begin without it").click();
  await button(back, "Run").click();
  await expect(figure(back).locator(".lp-finding")).toContainText(/After .* steps the WGAN/);
  expect(complaints).toEqual([]);
});

test("of a file that a reader brings it is said whose word its card is", async ({ page }) => {
  await open(page, "/wgan/?ring.stop=20#ring");
  await button(page, "Reproduce").click();
  const shipped = readFileSync("public/weights/wgan-ring.safetensors");
  const { tensors, card } = await readWeights(new Uint8Array(shipped).buffer);
  const edited = { ...card, script: "npm run train -- another", seed: 99 };
  const told = Buffer.from(await writeWeights(tensors, edited, "F16"));
  const details = figure(page).locator(".lp-weights details");
  for (const [bytes, says] of [
    [told, "So says the file itself, and nobody has checked it"],
    [shipped, "This is a file that ships with this site, byte for byte."],
    [told, "So says the file itself, and nobody has checked it"],
  ] as const) {
    await choose(page, { name: "given.safetensors", bytes });
    await expect(details).toContainText(bytes === told ? "seed 99" : `seed ${card.seed}`);
    await expect(details.locator("p")).toContainText(says);
  }
});

test("files that are no weights, another demo's, or of another size are refused, and the run goes on", async ({
  page,
}) => {
  await open(page, "/wgan/?ring.hidden=32&ring.stop=40#ring");
  await button(page, "Run").click();
  await expect(figure(page)).toContainText("40 / 40");
  await button(page, "Reproduce").click();
  const dialog = figure(page).locator(".lp-foot");
  const shipped = readFileSync("public/weights/wgan-ring.safetensors");
  const { tensors, card } = await readWeights(new Uint8Array(shipped).buffer);
  const others = await writeWeights(tensors, { ...card, demo: "draw/mnist" }, "F16");
  const bad = [
    ["photo.safetensors", Buffer.from("no weights"), "photo.safetensors cannot be used: "],
    [
      "draw.safetensors",
      Buffer.from(others),
      "holds weights of draw/mnist; this figure is wgan/ring",
    ],
    [
      "wide.safetensors",
      shipped,
      /does not fit these settings: “.*” has shape \[.*64.*\] there, and \[.*32/,
    ],
  ] as const;
  for (const [name, bytes, reason] of bad) {
    await choose(page, { name, bytes });
    await expect(dialog.getByRole("status").last()).toContainText(reason);
  }
  await expect(figure(page)).toContainText("40 / 40");
});

test("where a reader's own file does not fit, the run names it and can begin without it", async ({
  page,
}) => {
  await open(page, "/wgan/?ring.hidden=32&ring.stop=40#ring");
  await button(page, "Reproduce").click();
  const bytes = readFileSync("public/weights/wgan-ring.safetensors");
  // Before there is a run, nobody knows the shapes that it needs.
  await choose(page, { name: "wide.safetensors", bytes });
  await button(page, "Run").click();
  const alert = figure(page).getByRole("alert");
  await expect(alert).toContainText("It is wide.safetensors.");
  await button(page, "Begin without the file").click();
  await button(page, "Run").click();
  await expect(figure(page)).toContainText("40 / 40");
});

test("where the file is missing the run says so, and one press begins without it", async ({
  page,
}) => {
  await page.route(FILE, (route) => route.fulfill({ status: 404, body: "none" }));
  await open(page, "/wgan/?ring.start=trained#ring");
  await button(page, "Run").click();
  const alert = figure(page).getByRole("alert");
  await expect(alert).toContainText("A file that this figure needs could not be loaded");
  await button(page, "Begin from random weights").click();
  await button(page, "Run").click();
  await expect(figure(page).locator(".lp-finding")).toContainText(/After .* steps the WGAN/);
  await expect(alert).not.toContainText("could not be loaded");
});

test("a damaged file is refused with its reason", async ({ page }) => {
  const file = readFileSync("public/weights/wgan-ring.safetensors");
  file[file.length - 1]! ^= 1;
  await page.route(FILE, (route) => route.fulfill({ body: file }));
  await open(page, "/wgan/?ring.start=trained#ring");
  await button(page, "Run").click();
  await expect(figure(page).getByRole("alert")).toContainText(
    "The numbers in the file are not those that its card describes",
  );
});

test("settings that the weights do not fit begin from random weights, and the figure says so", async ({
  page,
}) => {
  const { requests } = await watchPage(page);
  await open(page, "/wgan/?ring.data=grid&ring.start=trained#ring");
  await expect(figure(page)).toContainText(
    "The trained weights are for Data: 8 Gaussians, Hidden units: 64. With these settings a run begins from random weights.",
  );
  await button(page, "Run").click();
  await expect(figure(page).locator(".lp-finding")).toContainText(/steps the WGAN covers/);
  expect(requests.filter((each) => each.url().includes("/weights/"))).toEqual([]);
});
