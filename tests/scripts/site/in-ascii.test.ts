import { expect, test } from "vitest";
import { inAscii } from "../../../scripts/site/in-ascii.ts";

test("signs beyond ASCII become references, pairs of surrogates one", () => {
  expect(inAscii('<p title="−3">σ, 𝔼 and é</p>')).toBe(
    '<p title="&#8722;3">&#963;, &#120124; and &#233;</p>',
  );
});

test("scripts, which know no references, stay as they are, and what follows them does not", () => {
  expect(inAscii("<script>say('σ')</script>σ<script>a</script>")).toBe(
    "<script>say('σ')</script>&#963;<script>a</script>",
  );
});
