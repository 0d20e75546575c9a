/** Keys that are letters are no shortcuts. */
import { afterEach, expect, test } from "vitest";
import { watchForMarks } from "../../../src/app/highlights/on-selection.ts";
import { isTyping } from "../../../src/app/shell/typing.ts";

afterEach(() => document.body.replaceChildren());

/** What a key pressed in the innermost element of some markup is taken for. */
function typingIn(html: string, init: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html;
  let target: Element = document.body;
  while (target.firstElementChild) target = target.firstElementChild;
  let typing: boolean | undefined;
  addEventListener("keydown", (event) => (typing = isTyping(event)), { once: true });
  target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, ...init }));
  return typing!;
}

test.each([
  ["<textarea></textarea>", true],
  ["<input>", true],
  ['<input type="search">', true],
  ["<select></select>", true],
  ["<div contenteditable><p><b>a</b></p></div>", true],
  ['<input type="range">', false],
  ['<label><input type="radio"></label>', false],
  ["<button>Run</button>", false],
  ["<p>Text</p>", false],
])("in %s: %s", (html, typing) => {
  expect(typingIn(html)).toBe(typing);
});

test("a word that is being composed is typed, wherever that is", () => {
  expect(typingIn("<p>Text</p>", { isComposing: true })).toBe(true);
});

test("an extension’s field in a tree of its own is a field", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const field = host.attachShadow({ mode: "open" }).appendChild(document.createElement("input"));
  let typing: boolean | undefined;
  addEventListener("keydown", (event) => (typing = isTyping(event)), { once: true });
  field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true }));
  expect(typing).toBe(true);
});

test("Alt+Shift+N in a field types a letter", () => {
  watchForMarks();
  const field = document.body.appendChild(document.createElement("textarea"));
  const pressed = new KeyboardEvent("keydown", {
    code: "KeyN",
    key: "Ń",
    altKey: true,
    shiftKey: true,
    bubbles: true,
    cancelable: true,
  });
  field.dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(false);
});
