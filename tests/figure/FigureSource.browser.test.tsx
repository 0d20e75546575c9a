/** What a figure says of itself in a note: our number, the note's equations, the letters that light up. */
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { FigurePlace } from "../../src/contract/figure-place.ts";
import { Figure } from "../../src/figure/Figure.tsx";
import { SymbolIds } from "../../src/ui/symbol-ids.ts";
import { fakeRun } from "../fixtures/fake-run.ts";
import { mount } from "../fixtures/mount.tsx";
import { ringDemo, ringTrainer, ringViews } from "../fixtures/ring-demo.tsx";
import { asDemo, asViews } from "../fixtures/widen.ts";

const PLACE: FigurePlace = {
  demo: "toy/ring",
  id: "ring",
  form: "full",
  number: 3,
  equations: [{ id: "eq-dual", number: 5 }],
  elsewhere: ["(3)"],
  symbols: { c: "clipping-bound" },
};

function mountFigure(inNote: FigurePlace) {
  const demo = asDemo(ringDemo);
  const run = fakeRun(demo, ringTrainer, { outputs: ringTrainer.outputs(0, 1) });
  const figure = (
    <Figure
      {...{ demo, run, inNote }}
      views={asViews(ringViews)}
      version="0123456789"
      share={() => "#"}
    />
  );
  return mount(<SymbolIds value={inNote.symbols}>{figure}</SymbolIds>).place;
}

test("the head gives our number, equations as the note numbers them, and the paper's where the note has none", async () => {
  const place = mountFigure(PLACE);
  await expect
    .element(page.getByRole("heading", { level: 3 }))
    .toHaveTextContent(/^Fig\.\s3 Does the generator find every mode/);
  const head = place.querySelector(".lp-figure-head")!;
  const foot = place.querySelector(".lp-foot")!;
  expect(foot.textContent).toContain("paper: §3, Algorithm 1; eq. (3)");
  expect(head.querySelector('a[href="#eq-dual"]')!.textContent).toBe("(5)");
});

test("controls and their letters carry the note's symbols, and only known ones", async () => {
  const place = mountFigure(PLACE);
  await expect.element(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  const control = place.querySelector('[data-param="c"]')!;
  expect(control.getAttribute("data-symbols")).toBe("clipping-bound");
  expect(control.querySelector(".lp-formula")!.getAttribute("data-symbol")).toBe("clipping-bound");
  // It stands with the picture and again among all settings.
  await page.getByRole("button", { name: "All settings" }).click();
  await expect.poll(() => place.querySelectorAll("[data-symbols]").length).toBe(2);
});

test("a hero is the picture and Run, leads to the whole, and leaves speaking to it", async () => {
  const place = mountFigure({ ...PLACE, id: "hero-ring", form: "hero" });
  await expect.element(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  expect(place.querySelector("h3, .lp-controls, .lp-main, .lp-charts, .lp-chart")).toBeNull();
  await expect
    .element(
      page.getByRole("link", {
        name: "The whole figure, Fig.\u00a03, with its settings and its code",
      }),
    )
    .toHaveAttribute("href", "#ring");
  // The number is the whole figure's alone.
  expect(place.querySelector(".lp-figure-head")!.textContent).not.toContain("Fig.");
});
