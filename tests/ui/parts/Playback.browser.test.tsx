import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Playback } from "../../../src/ui/parts/Playback.tsx";
import { mount } from "../../fixtures/mount.tsx";

const LAST = 3;

function mountPlayback(first: number, every = 20) {
  const onInput = vi.fn<(at: number) => void>();
  const onCommit = vi.fn<(at: number) => void>();
  function Held() {
    const [at, setAt] = useState(first);
    const both = (tell: (at: number) => void) => (next: number) => {
      setAt(next);
      tell(next);
    };
    return (
      <Playback
        verb="Draw"
        name="step"
        at={at}
        last={LAST}
        every={every}
        onInput={both(onInput)}
        onCommit={both(onCommit)}
      />
    );
  }
  mount(<Held />);
  return { onInput, onCommit };
}

const numbers = (calls: { mock: { calls: number[][] } }): number[] => calls.mock.calls.flat();

test("a press plays from the beginning to the end, once, and lets go there", async () => {
  const { onInput, onCommit } = mountPlayback(LAST);
  await page.getByRole("button", { name: "Draw" }).click();
  await expect.poll(() => numbers(onCommit)).toEqual([LAST]);
  expect(numbers(onInput)).toEqual([0, 1, 2]);
  await expect.element(page.getByRole("button", { name: "Draw" })).toBeVisible();
});

test("a hand on the slider stops it", async () => {
  const { onInput } = mountPlayback(0, 60_000);
  await page.getByRole("button", { name: "Draw" }).click();
  await expect.element(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const slider = page.getByRole("slider", { name: "step shown" });
  slider.element().focus();
  await userEvent.keyboard("{Home}{End}");
  await expect.element(page.getByRole("button", { name: "Draw" })).toBeVisible();
  await expect.element(slider).toHaveAttribute("aria-valuetext", `step ${LAST} of ${LAST}`);
  expect(numbers(onInput)).toEqual([1, 0, LAST]);
});

test("with reduced motion a press is one picture, as the button says", async () => {
  const still = vi.spyOn(window, "matchMedia").mockReturnValue({ matches: true } as MediaQueryList);
  const { onInput, onCommit } = mountPlayback(1);
  await page.getByRole("button", { name: "Draw one step" }).click();
  await page.getByRole("button", { name: "Draw one step" }).click();
  await page.getByRole("button", { name: "Begin again" }).click();
  expect(numbers(onCommit)).toEqual([2, 3, 0]);
  expect(onInput).not.toHaveBeenCalled();
  still.mockRestore();
});
