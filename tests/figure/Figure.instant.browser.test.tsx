/** Figures of demos without steps. */
import axe from "axe-core";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { Snapshot } from "../../src/contract/view.ts";
import { Figure } from "../../src/figure/Figure.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { instantDemo, instantTrainer, instantViews } from "../fixtures/instant-demo.tsx";
import { mount } from "../fixtures/mount.tsx";
import { asViews } from "../fixtures/widen.ts";

const button = (name: string) => page.getByRole("button", { name, exact: true });

function mountInstant(start: Partial<Snapshot> = {}) {
  const run = fakeRun(instantDemo, instantTrainer, start);
  const onCommit = vi.fn<() => void>();
  const { place } = mount(
    <Figure
      demo={instantDemo}
      views={asViews(instantViews)}
      run={run}
      version="0123456789"
      share={() => "https://example.org/?window.gX=15#window"}
      onCommit={onCommit}
    />,
  );
  return { run, place, onCommit };
}

test("without steps there is no bar, no seed, no progress and no word on where the run is", async () => {
  const { place } = mountInstant();
  await expect.element(page.getByRole("group", { name: "Window" })).toBeVisible();
  for (const gone of [".lp-bar", ".lp-progress", ".lp-phase", ".lp-charts", ".lp-presets"])
    expect(place.querySelector(gone)).toBeNull();
  await expect.element(button("Run")).not.toBeInTheDocument();
  await expect.element(page.getByText("change anything to compute it")).toBeVisible();
});

test("without steps settings and a command are shared, and no run", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  mountInstant({ phase: "done", backend: "wasm" });
  await button("Share").click();
  await expect.element(button("Link copied")).toBeVisible();
  expect(write.mock.calls).toEqual([["https://example.org/?window.gX=15#window"]]);
  write.mockRestore();
  await button("Reproduce").click();
  await expect
    .element(page.getByLabelText("In a terminal"))
    .toHaveValue("npm run repro -- 'test/window'");
  await expect
    .element(page.getByText(/run to the|very run|weights|digest/))
    .not.toBeInTheDocument();
});

test("a hand in a view acts while it moves, and the address follows when it lets go", async () => {
  const { run, onCommit } = mountInstant();
  await button("Move on").click();
  await button("Move on").click();
  expect(run.snapshot().values.gX).toBe(16);
  expect(onCommit).not.toHaveBeenCalled();
  await button("Let go").click();
  expect(run.asked.filter((asked) => asked.includes("gX"))).toEqual([
    "input gX=15",
    "input gX=16",
    "commit gX=16",
  ]);
  expect(onCommit).toHaveBeenCalledTimes(1);
});

test("a picture of other settings stays, is marked, and words about it stay too", async () => {
  const { run, place } = mountInstant({ phase: "done" });
  const outputs = instantTrainer.outputs(0, 1);
  run.become({ outputs });
  const says = (): string => place.querySelector(".lp-finding p")!.textContent;
  await expect.poll(says).toBe("At 14 a share of 0.5 of the picture is seen.");
  const computedWith = run.snapshot().values;
  const values = { ...computedWith, gX: 20, delta: 7 };
  // Where words always stand: not over the picture, and not in the answer, so that nothing moves.
  const waits = (): string => place.querySelector(".lp-says-waits")!.textContent;
  const height = place.getBoundingClientRect().height;
  expect(waits()).toBe("");
  run.become({ values, computedWith, stale: true, phase: "starting" });
  await expect.poll(waits).toBe("from before your change");
  run.become({ loading: { loaded: 412_000, total: 0 } });
  await expect.poll(waits).toBe("from before your change: fetching data, 0.4 MB");
  expect(place.getBoundingClientRect().height).toBe(height);
  expect(place.querySelector(".lp-view-mark")!.textContent).toBe("");
  expect(says()).toBe("At 14 a share of 0.5 of the picture is seen.");
  run.become({ loading: null });
  const picture = place.querySelector(".lp-view-picture")!;
  expect(picture.closest("[data-stale=true]")).not.toBeNull();
  // The hand is where it moved to, over the picture that was, of which the other settings say what it was made with.
  expect(picture.querySelector("circle")!.getAttribute("cx")).toBe("20");
  expect(picture.querySelector("text")!.textContent).toBe("4");
  expect(picture.querySelector("rect")!.getAttribute("fill-opacity")).toBe("0.125");
  expect(getComputedStyle(picture).opacity).toBe("1");
  run.become({ stale: false, computedWith: values, phase: "done" });
  await expect.poll(() => picture.querySelector("text")!.textContent).toBe("7");
  await expect.poll(says).toBe("At 20 a share of 0.5 of the picture is seen.");
  await expect.poll(waits).toBe("");
});

test.each(["light", "dark"])("axe finds nothing to object to: %s", async (theme) => {
  await page.viewport(390, 664);
  document.documentElement.dataset.theme = theme;
  const { run, place } = mountInstant();
  run.become({ stale: true, outputs: instantTrainer.outputs(0, 1) });
  await expect.element(page.getByText("from before your change")).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  const { violations } = await axe.run(place);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
  ).toEqual([]);
  delete document.documentElement.dataset.theme;
});
