import axe from "axe-core";
import { flushSync } from "react-dom";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Demo } from "../../src/contract/demo.ts";
import type { Fault } from "../../src/contract/protocol.ts";
import type { Snapshot } from "../../src/contract/view.ts";
import { Figure } from "../../src/figure/Figure.tsx";
import { mount } from "../fixtures/mount.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { ringDemo, ringTrainer, ringViews } from "../fixtures/ring-demo.tsx";
import { asDemo, asViews } from "../fixtures/widen.ts";

const demo = asDemo(ringDemo);
const views = asViews(ringViews);

// Room for all on one screen.
beforeEach(() => page.viewport(1280, 720));

function mountFigure(start: Partial<Snapshot> = {}, shown: Demo = demo, seen = views) {
  const run = fakeRun(shown, ringTrainer, { outputs: ringTrainer.outputs(0, 1), ...start });
  const onCommit = vi.fn<() => void>();
  const { place } = mount(
    <Figure
      demo={shown}
      views={seen}
      run={run}
      version="0123456789"
      share={({ seed, receipt }) =>
        `https://example.org/?seed=${seed}${receipt ? "&run" : ""}#ring`
      }
      onCommit={onCommit}
    />,
  );
  return { run, place, onCommit };
}
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
/** Height of the document once React has drawn what is pending. */
const settled = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

test("the heading is the question and links to the figure's place in the note", async () => {
  mountFigure();
  const heading = page.getByRole("heading", { level: 3, name: demo.question });
  await expect.element(heading).toBeVisible();
  expect(heading.element().querySelector("a")!.getAttribute("href")).toBe("#ring");
  await expect
    .element(page.getByText("Points drawn to a ring · paper: §3, Algorithm 1; eq. (2), (3)"))
    .toBeVisible();
});

test("the run learns which outputs are drawn and when it is seen, and is left in peace at the end", async () => {
  const { run } = mountFigure();
  await expect.poll(() => run.asked).toContain("visible true");
  expect(run.asked).toContain("watch real,made,field");
});

test("Run, Pause, Step, Reset", async () => {
  const { run } = mountFigure();
  await button("Run").click();
  await expect.element(button("Pause")).toHaveFocus();
  run.advance(120);
  await expect.element(page.getByText("120 / 2000")).toBeVisible();
  // Space is the button's own key.
  await userEvent.keyboard(" ");
  await expect.element(button("Run")).toBeVisible();
  await expect.element(page.getByText("Paused after 120 generator steps.")).toBeVisible();
  await button("Step").click();
  await expect.element(page.getByText("121 / 2000")).toBeVisible();
  await button("Reset").click();
  await expect.element(page.getByText("0 / 2000")).toBeVisible();
  expect(run.asked.filter((asked) => !/watch|visible/.test(asked))).toEqual([
    "play",
    "pause",
    "stepOnce",
    "reset",
  ]);
});

test("a finished run goes on", async () => {
  const { run } = mountFigure();
  run.play();
  run.advance(2000);
  await button("Run on").click();
  expect(run.asked.filter((call) => call === "play" || call === "reset")).toEqual(["play", "play"]);
});

test("seeds: typed, new, and wrong", async () => {
  const { run, onCommit } = mountFigure();
  const field = page.getByRole("textbox", { name: "Seed" });
  await field.fill("42");
  await userEvent.keyboard("{Enter}");
  expect(run.asked).toContain("reseed 42");
  await expect.element(field).toHaveValue("42");
  await button("New seed").click();
  await expect.element(field).not.toHaveValue("42");
  expect(onCommit).toHaveBeenCalledTimes(2);
  await field.fill("-3");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText(/-3 is outside 0 to 4294967295/)).toBeVisible();
  await expect.element(field).toHaveValue("0");
});

test("speed limits", async () => {
  const { run } = mountFigure();
  const menu = page.getByRole("combobox", { name: "Speed" });
  await menu.selectOptions("2 steps/s");
  await menu.selectOptions("full speed");
  expect(run.asked.slice(-2)).toEqual(["limit 2", "limit null"]);
});

test("presets set what differs, the matching one is pressed, its sentence shows, nothing moves", async () => {
  const { run, place } = mountFigure();
  const gan = button("GAN, same settings");
  await expect.element(button("WGAN, our settings")).toHaveAttribute("aria-pressed", "true");
  const before = place.getBoundingClientRect().height;
  await gan.click();
  expect(run.asked).toContain("commit loss=gan");
  await expect.element(gan).toHaveAttribute("aria-pressed", "true");
  await expect.element(gan).toHaveAccessibleDescription(ringDemo.presets.gan.says);
  await expect.element(page.getByText(ringDemo.presets.gan.says)).toBeVisible();
  await expect.element(page.getByText(ringDemo.presets.wgan.says)).not.toBeVisible();
  expect(place.getBoundingClientRect().height).toBe(before);
});

test("the other presets close after a choice, a press elsewhere, Escape, and when the focus goes on", async () => {
  const many = {
    ...ringDemo.presets,
    a: extra("a", 0.01),
    b: extra("b", 0.02),
    e: extra("e", 0.03),
  };
  const { place, run } = mountFigure({}, { ...demo, presets: many });
  const more = button(/^More/);
  const isOpen = () => place.querySelector(".lp-presets-others")!.matches(":popover-open");
  await more.click();
  expect(isOpen()).toBe(true);
  await button("e").click();
  expect(run.asked).toContain("commit c=0.03");
  expect(isOpen()).toBe(false);
  await expect.element(more).toHaveFocus();
  await more.click();
  await userEvent.keyboard("{Escape}");
  expect(isOpen()).toBe(false);
  await more.click();
  await button("Pause").click();
  expect(isOpen()).toBe(false);
  more.element().focus();
  await userEvent.keyboard("{Enter}");
  expect(isOpen()).toBe(true);
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  expect(isOpen()).toBe(false);
});
const extra = (label: string, c: number) => ({ label, says: "", values: { c } });

test("live sliders act at once, restarting ones when let go, and both can be put back", async () => {
  const { run, onCommit } = mountFigure();
  const clipping = page.getByRole("slider", { name: "Clipping bound c" });
  clipping.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(run.snapshot().values.c).toBe(0.11);
  expect(onCommit).toHaveBeenCalledTimes(1);
  await button("Set Clipping bound back to 0.1").click();
  expect(run.snapshot().values.c).toBe(0.1);

  // Made when they are asked for: ten figures of a page hold a hundred of them.
  expect(document.querySelectorAll(".lp-disclosed > *")).toHaveLength(0);
  await button("All settings").click();
  await expect.element(page.getByRole("slider", { name: "Hidden units" })).toBeVisible();
  page.getByRole("slider", { name: "Hidden units" }).element().focus();
  await userEvent.keyboard("{ArrowUp>3}");
  expect(run.asked.filter((asked) => asked === "commit hidden=76")).toEqual([]);
  await expect.element(page.getByRole("textbox", { name: "Hidden units" })).toHaveValue("76");
  await userEvent.keyboard("{/ArrowUp}");
  expect(run.snapshot().values.hidden).toBe(76);
  expect(run.asked.filter((asked) => asked.includes("hidden"))).toEqual([
    "input hidden=68",
    "input hidden=72",
    "input hidden=76",
    "commit hidden=76",
  ]);
});

test("typed numbers, choices and switches set their parameter", async () => {
  const { run } = mountFigure();
  await page.getByRole("textbox", { name: "Learning rate α" }).fill("2e-3");
  await userEvent.keyboard("{Enter}");
  await page.getByRole("radio", { name: "GAN", exact: true }).click();
  await button("All settings").click();
  await page.getByRole("switch", { name: "Level field" }).click();
  expect(run.snapshot().values).toMatchObject({ alpha: 0.002, loss: "gan", levels: false });
});

test("controls do not redraw while the run trains", async () => {
  const { run, place } = mountFigure();
  await button("All settings").click();
  await expect.poll(() => place.querySelector(".lp-controls")).not.toBeNull();
  run.play();
  run.advance(1);
  await settled();
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  observer.observe(place.querySelector(".lp-controls")!, {
    subtree: true,
    childList: true,
    attributes: true,
  });
  for (let frame = 0; frame < 10; frame++) {
    run.advance(20);
    await settled();
  }
  expect(seen).toEqual([]);
  observer.disconnect();
});

test("the figure keeps its height from the first step to the last", async () => {
  const { run, place } = mountFigure();
  await settled();
  const before = place.getBoundingClientRect().height;
  run.play();
  for (const steps of [1, 24, 500, 1475]) {
    run.advance(steps);
    await settled();
    expect(place.getBoundingClientRect().height).toBe(before);
  }
  await expect.element(page.getByText("Done: 2000 generator steps.")).toBeVisible();
});

test("the picture is described, at the latest when the run pauses", async () => {
  const { run } = mountFigure();
  const view = page.getByRole("group", { name: "The plane" });
  await button("Run").click();
  run.advance(300);
  await button("Pause").click();
  await expect
    .element(view)
    .toHaveAccessibleDescription("After 300 steps the generated points lie near the ring.");
});

test("the finding is spoken when the run pauses, not at every frame", async () => {
  const { run, place } = mountFigure();
  const spoken = place.querySelector.bind(place, ".lp-screen > [aria-live]");
  await button("Run").click();
  for (let frame = 0; frame < 5; frame++) {
    run.advance(10);
    await settled();
  }
  expect(spoken()!.textContent).toBe("Nothing is measured yet.");
  await button("Pause").click();
  await expect.poll(() => spoken()!.textContent).toMatch(/^After 50 generator steps/);
});

test("a precomputed picture says so until Run is pressed, and the bar is where the picture is", async () => {
  mountFigure({ precomputed: true, step: 2000, seed: 3 });
  const label = page.getByText("Computed when this page was built.");
  await expect.element(label).toBeVisible();
  await expect.element(page.getByText("2000 / 2000")).toBeVisible();
  await expect.element(page.getByRole("progressbar")).toHaveAttribute("value", "2000");
  await button("Run").click();
  await expect.element(page.getByText("Running in your browser.")).toBeVisible();
  await expect.element(page.getByText("0 / 2000", { exact: true })).toBeVisible();
});

test("a run that could not begin is at its beginning, whatever picture stands there", async () => {
  const { run } = mountFigure({ precomputed: true, step: 1500 });
  run.become({ phase: "fault", fault: { code: "no-file", message: "A file did not come." } });
  await expect.element(page.getByText(/^Could not begin/)).toBeVisible();
  await expect.element(page.getByText("0 / 2000", { exact: true })).toBeVisible();
  await expect.element(page.getByRole("progressbar")).toHaveAttribute("value", "0");
});

test("a fault is explained and mended with one press", async () => {
  const { run } = mountFigure();
  run.commit({ alpha: 0.1 });
  run.become({
    phase: "fault",
    fault: { code: "diverged", message: "A loss became infinite.", step: 412, culprit: "estimate" },
  });
  const box = page.getByRole("alert");
  await expect.element(box).toHaveTextContent(/The training diverged. A loss became infinite./);
  await expect
    .element(box)
    .toHaveTextContent(/First seen in “critic’s estimate” at generator step 412./);
  await button("Set the learning rate to 0.0005").click();
  expect(run.snapshot().values.alpha).toBe(5e-4);
  expect(run.asked.at(-1)).toBe("reset");
  await expect.element(box).toHaveTextContent("");
});

test("of a run that failed before any number nothing is said to be under way", async () => {
  const { run, place } = mountFigure({ outputs: {} });
  const fault = { code: "bug", message: "The worker was refused." } as const;
  run.become({ phase: "fault", fault, curves: {}, series: {} });
  await expect
    .poll(() => place.querySelector(".lp-finding")!.textContent)
    .toBe("Nothing was measured.");
});

test("while the file for a change is on its way it is said that all is of before, and the answer keeps its height", async () => {
  const { run, place } = mountFigure({ answered: "They spread." });
  const answer = (): string => place.querySelector(".lp-finding")?.textContent ?? "";
  await expect.poll(answer).toBe("They spread.");
  const height = place.getBoundingClientRect().height;
  run.become({ stale: true, loading: { loaded: 0, total: 227_000 } });
  await expect
    .poll(() => place.querySelector(".lp-says-waits")!.textContent)
    .toBe("from before your change");
  expect(answer()).toBe("They spread.");
  expect(place.getBoundingClientRect().height).toBe(height);
});

test("at rest the answer is of the same moment as the pictures", async () => {
  const { run, place } = mountFigure({ phase: "paused", step: 100 });
  const answer = (): string => place.querySelector(".lp-finding")!.textContent;
  const em = { steps: Uint32Array.of(100), values: Float32Array.of(0.25) };
  await expect.poll(answer).toBe("Nothing is measured yet.");
  flushSync(() => run.become({ series: { em } }));
  expect(answer()).toBe("After 100 generator steps the earth-mover distance is 0.25.");
});

test("what Run of a long link would take is said before the press", async () => {
  mountFigure({ stopAt: 1_000_000 });
  await expect.element(page.getByText("Long: 500 times the usual run.")).toBeVisible();
});

test("settings stand in words for paper, each as its control shows it", async () => {
  const { place, run } = mountFigure();
  run.commit({ loss: "gan" });
  await expect
    .poll(() => place.querySelector(".lp-printed")!.textContent)
    .toMatch(/^Learning rate: 0\.0005; .*; Loss: GAN; .*; seed: 1$/);
  await expect.element(button("Set Loss back to WGAN")).toBeInTheDocument();
});

test("a fault that settings cannot mend offers only Reset", async () => {
  const { run } = mountFigure();
  run.become({ phase: "fault", fault: { code: "bug", message: "The worker stopped." } });
  await expect.element(page.getByRole("alert").getByRole("button")).toHaveTextContent("Reset");
});

test("where a file is missing, one press tries again and runs", async () => {
  const { run } = mountFigure();
  const message = "It could not be loaded.";
  run.become({ phase: "fault", fault: { code: "no-file", message, culprit: "data/a.bin" } });
  await expect.element(page.getByRole("alert")).toHaveTextContent(/loaded\. ?It is data\/a\.bin\./);
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  expect(run.asked.at(-1)).toBe("play");
});

test("what is offered in place of trained weights is offered where those are missing, and of no other fault", async () => {
  const trained: Demo = {
    ...demo,
    data: { points: "data/a.bin" },
    weights: [
      {
        file: "weights/a.safetensors",
        when: {},
        instead: { says: "Begin from random weights", values: { alpha: 1e-3 } },
      },
    ],
  };
  const { run } = mountFigure({}, trained);
  const message = "It could not be loaded.";
  const fail = (fault: Partial<Fault>) =>
    run.become({ phase: "fault", fault: { code: "no-file", message, ...fault } });
  const instead = button("Begin from random weights");
  fail({ culprit: "weights/a.safetensors" });
  await expect.element(instead).toBeVisible();
  for (const fault of [
    { culprit: "data/a.bin" },
    { code: "bad-file", culprit: "data/a.bin" },
    { culprit: "Failed to fetch dynamically imported module" },
  ] as const) {
    fail(fault);
    await expect.element(page.getByText(`It is ${fault.culprit}.`)).toBeVisible();
    await expect.element(instead).not.toBeInTheDocument();
    await expect.element(button("Try again")).toBeVisible();
  }
  // The learning rate is no remedy for want of memory.
  fail({ code: "out-of-memory" });
  await expect.element(page.getByRole("alert").getByRole("button")).toHaveTextContent(/^Reset$/);
});

test("while a large file is fetched the figure says how much of it is here", async () => {
  const { run } = mountFigure();
  run.become({ phase: "starting", loading: { loaded: 412_000, total: 1_128_339 } });
  await expect.element(page.getByText("Fetching data, 0.4 of 1.1 MB.")).toBeVisible();
  run.become({ loading: { loaded: 412_000, total: 1_128_339, engine: true } });
  await expect.element(page.getByText("Fetching the engine, 0.4 of 1.1 MB.")).toBeVisible();
  run.become({ loading: null });
  await expect.element(page.getByText(/^Getting ready/)).toBeVisible();
});

test("notices are read and put away", async () => {
  mountFigure({ notices: ["Learning rate: 7 is outside 0.00001 to 0.1, so it is 0.1."] });
  const notice = page.getByText(/7 is outside/);
  await expect.element(notice).toBeVisible();
  await button("Dismiss these notices").click();
  await expect.element(notice).not.toBeInTheDocument();
});

test("the link is what the site makes of the present settings", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  mountFigure({ seed: 7 });
  await button("Share").click();
  await expect.element(button("Link copied")).toBeVisible();
  expect(write.mock.calls).toEqual([["https://example.org/?seed=7#ring"]]);
  await button("Reproduce").click();
  await expect.element(page.getByText(/Run the model, and a link to the run/)).toBeVisible();
  write.mockRestore();
});

test("a run that was made here can be shared with its digest, and as a command", async () => {
  const { run } = mountFigure({ backend: "wasm", seed: 7 });
  await button("Run").click();
  run.advance(20);
  await button("Reproduce").click();
  await expect
    .element(page.getByLabelText("This very run"))
    .toHaveValue("https://example.org/?seed=7&run#ring");
  await expect
    .element(page.getByText(/20 steps, 0 live changes, digest [0-9a-f]{16}/))
    .toBeVisible();
  await expect
    .element(page.getByLabelText("In a terminal"))
    .toHaveValue(expect.stringMatching(/^npm run repro -- 'test\/ring\?receipt=[\w-]+&seed=7'$/));
});

test("before Run, a change leaves the picture and says what it is of", async () => {
  const { run, place } = mountFigure({ precomputed: true, step: 2000 });
  const height = place.getBoundingClientRect().height;
  run.become({ stale: true });
  await expect
    .element(page.getByText("Shown with other settings: Run computes yours."))
    .toBeVisible();
  await expect.element(page.getByText("before your change", { exact: true })).toBeVisible();
  expect(place.querySelectorAll(".lp-cloud-ring path")).not.toHaveLength(0);
  expect(place.getBoundingClientRect().height).toBe(height);
});

test("a picture of curves alone is of before a change, one of settings alone never", async () => {
  const [plane] = ringViews.views;
  const curves = { ...plane!, label: "Curves", needs: [] };
  const settings = { ...curves, label: "Settings", asSet: true } as const;
  const seen = asViews({ ...ringViews, views: [curves, settings] });
  const { run, place } = mountFigure({ precomputed: true, step: 2000 }, demo, seen);
  run.become({ stale: true });
  const heads = () => [...place.querySelectorAll(".lp-view-head")].map((head) => head.textContent);
  await expect.poll(heads).toEqual(["Curvesbefore your change", "Settings"]);
});

test("of runs side by side, one that ended is named in one line, and the others go on", async () => {
  const branches = {
    low: { label: "clipped hard", values: { c: 0.01 } },
    high: { label: "clipped softly", values: { c: 0.5 } },
  };
  const seen = { series: {}, outputs: {}, lost: null };
  const fault = { code: "diverged", message: "A loss became infinite at step 30." } as const;
  mountFigure(
    { branches: { low: seen, high: { ...seen, lost: fault } } },
    {
      ...demo,
      branches,
    },
  );
  await expect
    .element(page.getByText("“clipped softly”: A loss became infinite at step 30."))
    .toBeVisible();
  await button("Reproduce").click();
  await expect.element(page.getByLabelText("In a terminal")).toBeVisible();
  await expect.element(page.getByText(/Save weights/)).not.toBeInTheDocument();
});

test("a figure that rests asks for no animation frames", async () => {
  const { run } = mountFigure();
  run.play();
  run.advance(40);
  run.pause();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = vi.spyOn(window, "requestAnimationFrame");
  const drawn = new MutationObserver(() => {
    throw new Error("Something was drawn.");
  });
  drawn.observe(document.body, { subtree: true, childList: true, attributes: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked).not.toHaveBeenCalled();
  expect(drawn.takeRecords()).toEqual([]);
  drawn.disconnect();
  asked.mockRestore();
});

test.each([
  ["light", 1280],
  ["dark", 360],
] as const)("axe finds nothing to object to: %s, %d px", async (theme, width) => {
  await page.viewport(width, 900);
  document.documentElement.dataset.theme = theme;
  const { run, place } = mountFigure({ notices: ["A notice."] });
  run.play();
  run.advance(100);
  run.commit({ c: 0.2 });
  await settled();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const { violations } = await axe.run(place);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
  ).toEqual([]);
  delete document.documentElement.dataset.theme;
});
