import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Demo } from "../../src/contract/demo.ts";
import { Controls } from "../../src/figure/Controls.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { instantDemo, instantTrainer } from "../fixtures/instant-demo.tsx";
import { mount } from "../fixtures/mount.tsx";
import { ringDemo, ringTrainer } from "../fixtures/ring-demo.tsx";

test("settings that runs side by side decide are not the reader's", async () => {
  const demo: Demo = {
    ...ringDemo,
    branches: { one: { label: "one", values: { c: 0.1 } }, two: { label: "two", values: {} } },
  };
  const { place } = mount(
    <Controls demo={demo} run={fakeRun(demo, ringTrainer)} onCommit={() => {}} />,
  );
  const names = [...place.querySelectorAll("[data-param]")].map((each) =>
    each.getAttribute("data-param"),
  );
  expect(names).toEqual(["alpha", "nCritic", "loss", "hidden", "levels"]);
  await expect.element(page.getByText("restarts").first()).toBeVisible();
});

test("without steps all settings are one group: each computes anew", async () => {
  const run = fakeRun(instantDemo, instantTrainer);
  const { place } = mount(<Controls demo={instantDemo} run={run} onCommit={() => {}} />);
  // Its dice are fetched.
  await expect
    .poll(() => [...place.querySelectorAll("legend")].map(({ textContent }) => textContent))
    .toEqual(["Settings"]);
  expect(place.querySelectorAll("[data-param]")).toHaveLength(5);
  expect(place.textContent).not.toContain("restarts");
});
