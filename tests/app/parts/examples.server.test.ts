import { prerender } from "react-dom/static.edge";
import { expect, test } from "vitest";
import { examples } from "../../../src/app/parts/examples.ts";

test.each(examples.map(({ name, node }) => [name, node] as const))(
  "%s stands in a page before its scripts come, with no canvas to be blank and no style that the page's rules forbid",
  async (_, node) => {
    const page = await new Response((await prerender(node)).prelude).text();
    expect(page).not.toMatch(/<canvas| style="/);
  },
);
