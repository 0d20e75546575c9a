import { afterEach, expect, test, vi } from "vitest";
import { fetchText, notes } from "../../src/app/notes.ts";
import { readInPieces } from "../../src/app/read-in-pieces.ts";
import { trustedHtml } from "../../src/app/trusted.ts";

afterEach(() => vi.restoreAllMocks());

test.each(notes.map(({ meta }) => meta.slug))("%s is read as it is read at once", async (slug) => {
  const body = document.createElement("div");
  body.innerHTML = trustedHtml((await fetchText(slug)).html);
  expect(await readInPieces(body)).toBe(body.innerHTML);
});

test("the page is let go between pieces that take long", async () => {
  const body = document.createElement("div");
  body.append(...["a", "b", "c"].map((name) => document.createElement(name)));
  let time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (time += 10));
  let others = 0;
  const counting = setInterval(() => others++);
  expect(await readInPieces(body)).toBe("<a></a><b></b><c></c>");
  clearInterval(counting);
  expect(others).toBeGreaterThan(0);
});
