import { afterEach, expect, test, vi } from "vitest";
import { watchSeen } from "../../src/ui/watch-seen.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test("tells of coming near and of leaving, until it is ended", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  place.style.cssText = "position: absolute; top: 300vh; height: 10px; width: 10px";
  const told: boolean[] = [];
  const end = watchSeen(place, (near) => told.push(near));
  await expect.poll(() => told).toEqual([false]);
  place.style.top = "0";
  await expect.poll(() => told).toEqual([false, true]);
  end();
  place.style.top = "300vh";
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told).toEqual([false, true]);
});

test("where the browser cannot say, everything is near", () => {
  vi.stubGlobal("IntersectionObserver", undefined);
  Reflect.deleteProperty(globalThis, "IntersectionObserver");
  const told: boolean[] = [];
  watchSeen(document.body, (near) => told.push(near))();
  expect(told).toEqual([true]);
});
