import { afterEach, expect, test, vi } from "vitest";
import { useWarmed } from "../../src/app/use-warmed.ts";
import { mount } from "../fixtures/mount.tsx";

/** A place that stands so many windows below the window's lower edge. */
function placeBelow(windows: number): HTMLElement {
  document.body.style.minHeight = "1000vh";
  const place = document.createElement("div");
  place.style.cssText = `position: absolute; top: ${(1 + windows) * innerHeight}px; height: 10px`;
  document.body.append(place);
  return place;
}

function warmed(place: HTMLElement, when?: "near" | "hand") {
  const warm = vi.fn<() => void>();
  function Place() {
    useWarmed(place, warm, when);
    return null;
  }
  mount(<Place />);
  return warm;
}
const looked = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 200));

afterEach(() => {
  scrollTo(0, 0);
  document.body.style.minHeight = "";
  vi.unstubAllGlobals();
});

test("when the place comes near, once", async () => {
  const place = placeBelow(1.5);
  const warm = warmed(place);
  await looked();
  expect(warm).not.toHaveBeenCalled();
  scrollTo(0, 2 * innerHeight);
  await expect.poll(() => warm.mock.calls.length).toBe(1);
  scrollTo(0, 0);
  await looked();
  scrollTo(0, 2 * innerHeight);
  await looked();
  expect(warm).toHaveBeenCalledTimes(1);
});

test("where asked so, when the hand comes, once", async () => {
  const place = placeBelow(-0.5);
  const warm = warmed(place, "hand");
  await looked();
  expect(warm).not.toHaveBeenCalled();
  for (let i = 0; i < 2; i++) place.dispatchEvent(new Event("focusin"));
  expect(warm).toHaveBeenCalledTimes(1);
});

test("not where the reader saves data", async () => {
  vi.spyOn(navigator, "connection" as never, "get").mockReturnValue({ saveData: true } as never);
  const warm = warmed(placeBelow(0));
  await looked();
  expect(warm).not.toHaveBeenCalled();
});
