/** The keyboard stays where it was when a live figure takes the place of the still one. */
import { afterEach, expect, test } from "vitest";
import { keepFocus } from "../../../src/app/reading/keep-focus.ts";

const FIGURE = `<a href="#fig">Fig. 3</a><svg><g role="slider" tabindex="0" aria-label="Centre"></g><g role="slider" tabindex="0" aria-label="Stride"></g></svg><div tabindex="0" aria-label="Stride"></div>`;

afterEach(() => document.body.replaceChildren());

function figures() {
  const [still, live] = [document.createElement("div"), document.createElement("div")];
  still.innerHTML = FIGURE;
  live.innerHTML = `<a href="#other">Equation 1</a>${FIGURE}`;
  document.body.append(still, live);
  const replace = (): void => {
    const focus = keepFocus([...still.childNodes], live);
    still.remove();
    focus();
  };
  return { still, live, replace };
}

test.for(["a[href='#fig']", "g[aria-label=Stride]", "div[aria-label=Stride]"])(
  "it is at the same thing: %s",
  (what) => {
    const { still, live, replace } = figures();
    still.querySelector<HTMLElement>(what)!.focus();
    replace();
    expect(document.activeElement).toBe(live.querySelector(what));
  },
);

test("elsewhere it stays elsewhere", () => {
  const { replace } = figures();
  const other = document.createElement("button");
  document.body.append(other);
  other.focus();
  replace();
  expect(document.activeElement).toBe(other);
});
