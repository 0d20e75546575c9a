import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { number } from "../src/contract/params.ts";
import { ChoiceField } from "../src/ui/ChoiceField.tsx";
import { CopyLink } from "../src/ui/CopyLink.tsx";
import { Help } from "../src/ui/Help.tsx";
import { NumberField } from "../src/ui/NumberField.tsx";
import { Slider } from "../src/ui/Slider.tsx";
import { Switch } from "../src/ui/Switch.tsx";
import { mount } from "./fixtures/mount.tsx";

const rate = number({
  label: "Learning rate",
  help: "",
  effect: "live",
  fallback: 0.01,
  min: 1e-4,
  max: 1,
  log: true,
});
const scale = { min: 1e-4, max: 1, step: 0, log: true };

function mountSlider() {
  const onInput = vi.fn<(value: number) => void>();
  const onCommit = vi.fn<(value: number) => void>();
  function Held() {
    const [value, setValue] = useState(0.01);
    const input = (next: number): void => {
      onInput(next);
      setValue(next);
    };
    return (
      <Slider
        label="rate"
        scale={scale}
        value={value}
        valueText={String(value)}
        onInput={input}
        onCommit={onCommit}
      />
    );
  }
  mount(<Held />);
  return { slider: page.getByRole("slider"), onInput, onCommit };
}

test("slider: arrows move it, letting go of the key commits once", async () => {
  const { slider, onInput, onCommit } = mountSlider();
  slider.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(onInput.mock.lastCall).toEqual([0.011]);
  expect(onCommit.mock.calls).toEqual([[0.011]]);
  await userEvent.keyboard("{Home}");
  expect(onCommit.mock.lastCall).toEqual([1e-4]);
  await userEvent.keyboard("{End}");
  expect(onCommit.mock.lastCall).toEqual([1]);
  await expect.element(slider).toHaveAttribute("aria-valuetext", "1");
});

test("slider: dragging says every value and commits the last", async () => {
  const { slider, onInput, onCommit } = mountSlider();
  await slider.click({ position: { x: 120, y: 10 } });
  expect(onInput).toHaveBeenCalled();
  expect(onCommit.mock.calls).toEqual([onInput.mock.lastCall]);
});

function mountField() {
  const onCommit = vi.fn<(value: number) => void>();
  mount(
    <NumberField label="rate" text="0.01" parse={(text) => rate.parse(text)} onCommit={onCommit} />,
  );
  return { field: page.getByRole("textbox"), onCommit };
}

test.each([
  ["0.5", 0.5],
  ["0,5", 0.5],
  ["1e-3", 0.001],
  ["5\u202f·\u202f10⁻³", 0.005],
])("number field: %s is understood on Enter", async (typed, value) => {
  const { field, onCommit } = mountField();
  await field.fill(typed);
  expect(onCommit).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");
  expect(onCommit.mock.calls).toEqual([[value]]);
});

test("number field: leaving it commits, and what is out of range is moved and said", async () => {
  const { field, onCommit } = mountField();
  await field.fill("7");
  await userEvent.tab();
  expect(onCommit.mock.calls).toEqual([[1]]);
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("7 is outside 0.0001 to 1, so it is 1.");
});

test("number field: nonsense keeps the value and is said", async () => {
  const { field, onCommit } = mountField();
  await field.fill("fast");
  await userEvent.keyboard("{Enter}");
  expect(onCommit).not.toHaveBeenCalled();
  await expect.element(field).toHaveValue("0.01");
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("“fast” is not a number: it stays 0.01.");
});

test("number field: what may be two numbers keeps the value, and both are said", async () => {
  const onCommit = vi.fn<(value: number) => void>();
  const width = number({ label: "w", help: "", effect: "live", fallback: 5, min: 0, max: 9999 });
  mount(<NumberField label="w" text="5" parse={(text) => width.parse(text)} onCommit={onCommit} />);
  await page.getByRole("textbox").fill("2,000");
  await userEvent.keyboard("{Enter}");
  expect(onCommit).not.toHaveBeenCalled();
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("“2,000” may be 2 or 2000: it stays 5.");
});

test("number field: Escape takes back what was typed", async () => {
  const { field, onCommit } = mountField();
  await field.fill("0.7");
  await userEvent.keyboard("{Escape}");
  await expect.element(field).toHaveValue("0.01");
  await userEvent.tab();
  expect(onCommit).not.toHaveBeenCalled();
});

const options = ["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }));

test("choice: arrow keys move through a segmented row", async () => {
  const onChange = vi.fn<(value: string) => void>();
  mount(<ChoiceField label="letter" options={options} value="a" onChange={onChange} />);
  page.getByRole("radio", { name: "A" }).element().focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(onChange.mock.calls).toEqual([["b"]]);
});

test("choice: five options are a menu", async () => {
  const onChange = vi.fn<(value: string) => void>();
  const five = [...options, { value: "d", label: "D" }, { value: "e", label: "E" }];
  mount(<ChoiceField label="letter" options={five} value="a" onChange={onChange} />);
  await page.getByRole("combobox", { name: "letter" }).selectOptions("D");
  expect(onChange.mock.calls).toEqual([["d"]]);
});

test("switch: Space turns it", async () => {
  const onChange = vi.fn<(on: boolean) => void>();
  mount(<Switch label="field" on={false} onChange={onChange} />);
  page.getByRole("switch", { name: "field" }).element().focus();
  await userEvent.keyboard(" ");
  expect(onChange.mock.calls).toEqual([[true]]);
});

test("help: opens under its button inside the window, Escape closes it", async () => {
  mount(
    <Help id="why" about="rate">
      How far a step goes.
    </Help>,
  );
  page.getByRole("button", { name: "Help on rate" }).element().focus();
  await userEvent.keyboard("{Enter}");
  const panel = page.getByText("How far a step goes.");
  await expect.element(panel).toBeVisible();
  const { left, right } = panel.element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(innerWidth);
  await userEvent.keyboard("{Escape}");
  await expect.element(panel).not.toBeVisible();
});

test("copy link: says so when copied", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  mount(<CopyLink label="Copy link" link={() => "https://example.org/?ring.c=0.2"} />);
  await page.getByRole("button").click();
  await expect.element(page.getByRole("status")).toHaveTextContent("Link copied");
  expect(write.mock.calls).toEqual([["https://example.org/?ring.c=0.2"]]);
  write.mockRestore();
});

test("copy link: a refused clipboard leaves the link selected in a dialog", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
  mount(<CopyLink label="Copy link" link={() => "https://example.org/x"} />);
  await page.getByRole("button").click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  expect(getSelection()?.toString() || (document.activeElement as HTMLInputElement).value).toBe(
    "https://example.org/x",
  );
  await page.getByRole("button", { name: "Close" }).click();
  expect(document.querySelector("dialog")).toBeNull();
  write.mockRestore();
});
