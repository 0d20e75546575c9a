import { expect, test } from "vitest";
import { readSetup } from "../../src/contract/url.ts";
import { whyNoLink } from "../../src/figure/offered-link.ts";
import { instant } from "../fixtures/kinds.ts";
import { asDemo } from "../fixtures/widen.ts";

test("a link is offered exactly where the site reads it", () => {
  for (const length of [10, 8000, 8192, 8193, 20_000]) {
    const query = `?instant.gain=3&x=`.padEnd(length, "a");
    const { problems } = readSetup(asDemo(instant), query);
    expect(whyNoLink(`https://example.org/a/${query}#instant`) === "").toBe(problems.length === 0);
  }
});
