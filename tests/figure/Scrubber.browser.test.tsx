import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Figure } from "../../src/figure/Figure.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { hover, placeIn, touch } from "../fixtures/hand.ts";
import { mount } from "../fixtures/mount.tsx";
import { ringDemo, ringTrainer, ringViews } from "../fixtures/ring-demo.tsx";
import { asDemo, asViews } from "../fixtures/widen.ts";

/** A figure whose run has taken 1,000 of its 2,000 steps, a hundred a frame. */
async function halfway() {
  await page.viewport(1280, 720);
  const demo = asDemo(ringDemo);
  const run = fakeRun(demo, ringTrainer, { outputs: ringTrainer.outputs(0, 1) });
  const { place } = mount(
    <Figure demo={demo} views={asViews(ringViews)} run={run} version="0" share={() => "#"} />,
  );
  run.play();
  for (let frame = 0; frame < 10; frame++) run.advance(100);
  const scrubber = page.getByRole("slider", { name: "Look back: generator step" });
  await expect.element(scrubber).toBeInTheDocument();
  const points = (): string =>
    place.querySelector(".lp-cloud-dot .lp-cloud-mark")!.getAttribute("d")!;
  const at = (share: number) => placeIn(scrubber.element(), [share, 0.5]);
  return { run, place, scrubber, points, at };
}
const mark = page.getByText(/^back at step/);

test("hovering over the progress shows the picture of that step, also while it trains; leaving shows now", async () => {
  const { run, place, scrubber, points, at } = await halfway();
  const before = points();
  await hover(at(0.2));
  await expect.element(mark).toHaveTextContent("back at step 400");
  const looked = points();
  expect(looked).not.toBe(before);
  // The charts have their cursor there too.
  await expect.poll(() => place.querySelectorAll(".lp-cursor").length).toBe(3);
  run.advance(100);
  await expect.element(page.getByText("1100 / 2000")).toBeVisible();
  expect(points()).toBe(looked);
  await userEvent.unhover(scrubber);
  await expect.element(mark).not.toBeInTheDocument();
  expect(points()).not.toBe(looked);
  // What is not there yet is not looked at.
  await hover(at(0.9));
  await expect.element(mark).not.toBeInTheDocument();
});

test("by keys, and Escape goes back to now", async () => {
  const { scrubber } = await halfway();
  scrubber.element().focus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(mark).toHaveTextContent("back at step 900");
  await expect.element(scrubber).toHaveAttribute("aria-valuetext", "step 900 of 2000, looked at");
  await userEvent.keyboard("{Home}{ArrowRight}");
  await expect.element(mark).toHaveTextContent("back at step 200");
  await userEvent.keyboard("{Escape}");
  await expect.element(mark).not.toBeInTheDocument();
  await expect.element(scrubber).toHaveAttribute("aria-valuetext", "now");
});

test("a finger drags, and letting go shows now; so does a gesture that is taken away", async () => {
  const { at } = await halfway();
  for (const end of ["touchEnd", "touchCancel"] as const) {
    await touch("touchStart", at(0.1));
    await expect.element(mark).toHaveTextContent("back at step 200");
    await touch("touchMove", at(0.2));
    await touch("touchMove", at(0.35));
    await expect.element(mark).toHaveTextContent("back at step 700");
    await touch(end);
    await expect.element(mark).not.toBeInTheDocument();
  }
});

test("a new run has no past of the old one", async () => {
  const { run, scrubber } = await halfway();
  scrubber.element().focus();
  await userEvent.keyboard("{Home}");
  await expect.element(mark).toBeVisible();
  run.reseed(5);
  await expect.element(mark).not.toBeInTheDocument();
});
