import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ParamControl } from "../../src/figure/ParamControl.tsx";
import { fakeRun } from "../fixtures/fake-run.ts";
import { instantDemo, instantTrainer } from "../fixtures/instant-demo.tsx";
import { mount } from "../fixtures/mount.tsx";

const { params } = instantDemo;

function mountControl(name: keyof typeof params) {
  const run = fakeRun(instantDemo, instantTrainer);
  const onCommit = vi.fn<() => void>();
  const { place } = mount(
    <ParamControl
      name={name}
      param={params[name]}
      run={run}
      restarts={false}
      onCommit={onCommit}
    />,
  );
  const value = (): unknown => run.snapshot().values[name];
  return { run, place, onCommit, value };
}
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

test("dice: another value each time, in range, said and committed", async () => {
  const { onCommit, value, place } = mountControl("row");
  const seen = new Set([value()]);
  for (let press = 1; press <= 12; press++) {
    const before = value();
    await button("Another Picture").click();
    expect(value()).not.toBe(before);
    expect(onCommit).toHaveBeenCalledTimes(press);
    seen.add(value());
  }
  expect([0, 1, 2, 3, 4, 5, 6]).toEqual(expect.arrayContaining([...seen]));
  expect(seen.size).toBeGreaterThan(2);
  await expect.element(page.getByRole("textbox", { name: "Picture" })).toHaveValue(`${value()}`);
  await expect
    .poll(() => place.querySelector("[aria-live]")!.textContent)
    .toBe(`Picture: ${value()}`);
});

test("dice: by keyboard, typed, and in turn without an end", async () => {
  const { value } = mountControl("row");
  button("Another Picture").element().focus();
  await userEvent.keyboard("{Enter}");
  expect(value()).not.toBe(0);
  const field = page.getByRole("textbox", { name: "Picture" });
  await field.fill("6");
  await userEvent.keyboard("{Enter}");
  expect(value()).toBe(6);
  await userEvent.keyboard("{ArrowUp}");
  expect(value()).toBe(0);
  await userEvent.keyboard("{ArrowDown}");
  expect(value()).toBe(6);
  await field.fill("12");
  await userEvent.keyboard("{Enter}");
  expect(value()).toBe(6);
  await expect.element(page.getByText(/12 is outside 0 to 6/)).toBeVisible();
  await button("Set Picture back to 0").click();
  expect(value()).toBe(0);
});

test("what is drawn in a view has only its name, its help and the way back", async () => {
  const { place } = mountControl("ink");
  await expect.element(page.getByText("in the picture")).toBeVisible();
  await expect.element(button(/^Set .* back to the default/)).toBeInTheDocument();
  expect(place.querySelectorAll("input, select")).toHaveLength(0);
});

test("what is set by hand in a view can be set here as well", async () => {
  const { run, value, place, onCommit } = mountControl("gX");
  await expect.element(page.getByText(/^Centre/)).toBeVisible();
  await button("Help on Centre").click();
  await expect.element(page.getByText("Where the window stands.")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByText("in the picture")).toBeVisible();
  place.querySelector<HTMLElement>("input[type=range]")!.focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(value()).toBeGreaterThan(14);
  await button("Set Centre back to 14").click();
  onCommit.mockClear();
  const back = button("Set Centre back to 14");
  await expect.element(back).toHaveAttribute("aria-disabled", "true");
  run.input({ gX: 20 });
  await back.click();
  expect(value()).toBe(14);
  expect(onCommit).toHaveBeenCalledTimes(1);
});

test.each(["ink", "pins"] as const)(
  "%s: the way back is there where the text differs, not the object",
  async (name) => {
    const { run, value } = mountControl(name);
    const { fallback, label } = params[name];
    const back = button(`Set ${label} back to the default`);
    run.input({ [name]: { ...fallback, data: fallback.data.slice() } });
    await expect.element(back).toHaveAttribute("aria-disabled", "true");
    run.input({ [name]: { ...fallback, data: fallback.data.map((x, i) => (i === 1 ? 1 : x)) } });
    await expect.element(back).not.toHaveAttribute("aria-disabled");
    await back.click();
    expect(value()).toBe(fallback);
  },
);
