import { afterEach, expect, test } from "vitest";
import { placeNamed } from "../../../src/app/reading/addressed.ts";

afterEach(() => document.body.replaceChildren());

test.each([
  ["#ring", "ring"],
  ["#caf%C3%A9", "café"],
  ["#50%", "50%"],
  ["#50%25", "50%"],
  ["#", null],
  ["", null],
  ["#%", null],
  ["#%E0%A4%A", null],
  ["#elsewhere", null],
])("%s names %s", (hash, id) => {
  document.body.innerHTML = '<p id="ring"></p><p id="café"></p><p id="50%"></p>';
  expect(placeNamed(hash)?.id ?? null).toBe(id);
});
