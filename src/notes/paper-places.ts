/** Where in a paper something stands, as notes and comments in code write it: "v3 Eq. (3)", "Eqs. (8) to (10)", "Algorithm 1". */

const NUMBER = String.raw`\(\w+\)`;
const NUMBERS = String.raw`${NUMBER}(?:(?:, and|,| and| to|–|-) ?${NUMBER})*`;
const PLACE = String.raw`(?:(?<version>v\d+) )?(?:(?:[Ee]qs?\.|[Ee]quations?) ?(?<numbers>${NUMBERS})|(?<kind>Algorithm|Theorem) (?<number>\d+))`;

export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  /** With version, one for each number: `"v3 Eq. 8"`. */
  readonly places: readonly string[];
}

/** All places that a text names; without a version they are of the given one. */
export function placesIn(text: string, version: string): PlaceMention[] {
  return [...text.matchAll(new RegExp(String.raw`\b${PLACE}`, "g"))].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    places: placesOf(found.groups!, version),
  }));
}

/**
 * The places that an equation's source names as its own. Sources that begin otherwise ("ours, from …", another work's
 * name) only refer to a place.
 */
export function placesOfSource(source: string, version: string): readonly string[] {
  const own = new RegExp(String.raw`^(?:(v\d+) )?(?:Appendix [\w.]+, )?(?=[EAT])`).exec(source);
  if (!own) return [];
  const [first] = placesIn(source.slice(own[0].length), own[1] ?? version);
  return first?.start === 0 ? first.places : [];
}

function placesOf(groups: Partial<Record<string, string>>, fallback: string): string[] {
  const version = groups.version ?? fallback;
  if (groups.kind) return [`${version} ${groups.kind} ${groups.number}`];
  return expand(groups.numbers!).map((number) => `${version} Eq. ${number}`);
}

/** `(3)–(5), (7)` is 3, 4, 5, 7. */
function expand(numbers: string): string[] {
  const listed = [...numbers.matchAll(/(–|-| to)? ?\((\w+)\)/g)];
  return listed.flatMap(([, range, number], i) => {
    const [from, to] = [Number(listed[i - 1]?.[2]) + 1, Number(number)];
    if (!range || !(from <= to)) return [number!];
    return Array.from({ length: to - from + 1 }, (_, k) => String(from + k));
  });
}
