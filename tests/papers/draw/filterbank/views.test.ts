import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { defaults } from "../../../../src/contract/params.ts";
import type { Hand, Snapshot } from "../../../../src/contract/view.ts";
import { demo } from "../../../../src/papers/draw/filterbank/demo.ts";
import { views } from "../../../../src/papers/draw/filterbank/views.tsx";

const drawn = (brightest: number): string => {
  const picture = { shape: [2, 2], data: Float32Array.of(0, brightest / 2, brightest, 0) };
  const look = {
    values: defaults(demo.params),
    outputs: { patch: picture, painted: picture },
    series: {},
  } as unknown as Snapshot<typeof demo>;
  const draw = views.views[1]!.draw as (look: unknown, hand: Hand<typeof demo>) => ReactNode;
  return renderToStaticMarkup(draw(look, {} as Hand<typeof demo>)).replaceAll(/<[^>]*>/g, "");
};

test("what is painted back is shown darker than it is, and the formula says how many times", () => {
  expect(drawn(0.118)).toMatch(/write: 8\.5\s·\s/);
  expect(drawn(1)).toMatch(/write: 1\s·\s/);
  // What is fainter than a hundredth is not shown as if it were ink.
  expect(drawn(1e-5)).toMatch(/write: 100\s·\s/);
});
