/** What the finished note says of its figures: their numbers, and its own numbers and symbols for what they show. */
import type { FigurePlace } from "../contract/figure-place.ts";
import { paperSymbolsOf, type Context } from "./context.ts";
import { placesIn } from "./paper-places.ts";
import { symbolMatcher } from "./symbol-matcher.ts";

export function figurePlaces(context: Context): FigurePlace[] {
  const find = symbolMatcher(paperSymbolsOf(context));
  return context.figures.map((figure) => {
    const facts = context.sources.demoFacts[figure.demo];
    const letters = facts?.settings.flatMap(({ symbol }) => symbol ?? []) ?? [];
    return {
      ...figure,
      ...equationsOf(context, facts?.equations ?? []),
      symbols: Object.fromEntries(
        [...letters, ...(facts?.letters ?? [])].flatMap((tex) => {
          // A formula of several letters is none of them.
          const whole = find(tex).found.find(({ start, end }) => start === 0 && end === tex.length);
          return whole ? [[tex, whole.id]] : [];
        }),
      ),
    };
  });
}

function equationsOf(
  { equations, frontMatter, sources }: Context,
  named: readonly string[],
): Pick<FigurePlace, "equations" | "elsewhere"> {
  const { version = "" } = sources.papers[frontMatter.paper ?? ""] ?? {};
  const own = named.map((name) => {
    const places = new Set(placesIn(`Eq. ${name}`, version).flatMap((each) => each.places));
    const found = equations.filter((each) => each.places.some((place) => places.has(place)));
    return { name, found };
  });
  const here = new Set(own.flatMap(({ found }) => found));
  return {
    equations: [...here]
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, number }) => ({ id, number })),
    elsewhere: own.filter(({ found }) => found.length === 0).map(({ name }) => name),
  };
}
