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
        <div className="lp-held" style={{ height: 100 }} />
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
  const held = place.querySelector<HTMLElement>(".lp-held")!;
  control.scrollIntoView({ block: "end", behavior: "instant" });
  // Pressed and let go, and pressed again, before anything can have come.
  press(control, "pointerdown");
  press(control, "pointerup");
  press(control, "pointerdown");
  await expect.poll(() => held.className).toContain("lp-held-near");
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(held.className).toContain("lp-held-near");
  press(control, "pointerup");
  await expect.poll(() => held.className, { timeout: 5000 }).not.toContain("lp-held-near");
});
