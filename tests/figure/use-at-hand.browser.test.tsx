/** The hands that come before the code that follows them. */
import { useRef } from "react";
import { expect, test } from "vitest";
import { useAtHand } from "../../src/figure/use-at-hand.ts";
import { mount } from "../fixtures/mount.tsx";

function Figure() {
  const figure = useRef<HTMLElement>(null);
  useAtHand(figure);
  return (
    <section ref={figure} style={{ paddingTop: "150vh" }}>
      <div className="lp-screen" style={{ position: "relative" }}>
        <div className="lp-held">
          <div className="lp-pictures" style={{ height: 100 }} />
        </div>
        <div style={{ height: "120vh" }} />
        <div className="lp-control" style={{ height: 40 }} />
        <div style={{ height: "150vh" }} />
      </div>
    </section>
  );
}

const press = (target: EventTarget, type: string): boolean =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: true }));

test("the first press counts, and its picture stays for as long as it lasts", async () => {
  const { place } = mount(<Figure />);
  const control = place.querySelector(".lp-control")!;
  const pictures = place.querySelector<HTMLElement>(".lp-pictures")!;
  control.scrollIntoView({ block: "end", behavior: "instant" });
  // Pressed and let go, and pressed again, before anything can have come.
  press(control, "pointerdown");
  press(control, "pointerup");
  press(control, "pointerdown");
  await expect.poll(() => pictures.className).toContain("lp-pictures-near");
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(pictures.className).toContain("lp-pictures-near");
  press(control, "pointerup");
  await expect.poll(() => pictures.className, { timeout: 5000 }).not.toContain("lp-pictures-near");
});

test("whoever scrolls after letting go has the pictures put away at once, and while pressed they stay with the control", async () => {
  const { place } = mount(<Figure />);
  const control = place.querySelector(".lp-control")!;
  const pictures = place.querySelector<HTMLElement>(".lp-pictures")!;
  control.scrollIntoView({ block: "end", behavior: "instant" });
  press(control, "pointerdown");
  await expect.poll(() => pictures.className).toContain("lp-pictures-near");
  const scrolled = (): Promise<Event> =>
    new Promise((resolve) => addEventListener("scroll", resolve, { once: true }));
  const first = scrolled();
  scrollBy({ top: 10, behavior: "instant" });
  await first;
  expect(pictures.className).toContain("lp-pictures-near");
  press(control, "pointerup");
  const second = scrolled();
  scrollBy({ top: 10, behavior: "instant" });
  await second;
  expect(pictures.className).not.toContain("lp-pictures-near");
});
