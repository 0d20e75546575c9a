import { expect, test, vi } from "vitest";
import { follow } from "../../../src/app/reading/follow.ts";
import { mount } from "../../fixtures/mount.tsx";

test.each([
  ["training", "https://example.org/", true],
  ["paused", "?ring.c=0.5#ring", true],
  ["done", "/elsewhere/", true],
  ["training", "#place", false],
  ["idle", "#place", false],
])("with a run that is %s, a link to %s opens beside it: %s", (phase, href, beside) => {
  const opened = vi.spyOn(globalThis, "open").mockReturnValue(null);
  const { place } = mount(
    // The link is the thing that is pressed.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className="note" onClick={follow}>
      <p className="lp-phase" data-phase={phase} />
      <a href={href}>there</a>
    </div>,
  );
  const link = place.querySelector("a")!;
  link.click();
  expect(opened.mock.calls).toEqual(beside ? [[link.href, "_blank", "noopener"]] : []);
  opened.mockRestore();
});

test("a file is fetched beside a run, and nothing opens", () => {
  const opened = vi.spyOn(globalThis, "open").mockReturnValue(null);
  const { place } = mount(
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className="note" onClick={follow}>
      <p className="lp-phase" data-phase="training" />
      <a href="/weights.safetensors" download>
        weights
      </a>
    </div>,
  );
  const link = place.querySelector("a")!;
  let left = false;
  const told = (event: Event): void => {
    left = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener("click", told, { once: true });
  link.click();
  expect(left).toBe(true);
  expect(opened).not.toHaveBeenCalled();
  opened.mockRestore();
});
