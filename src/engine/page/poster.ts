/** A picture computed when the site was built: what a figure shows before its first run. */
import type { NDArray } from "../../contract/array.ts";
import type { Demo } from "../../contract/demo.ts";
import { computes } from "../../contract/holds.ts";
import type { Described, Wire } from "../../contract/params.ts";
import type { Points } from "../../contract/protocol.ts";
import { restored, type Quantised } from "./quantised.ts";

export interface Poster {
  readonly params: Wire;
  readonly seed: number;
  readonly step: number;
  /** The answer in words, from the whole of its curves. */
  readonly finding?: string;
  readonly series: Readonly<Record<string, Points>>;
  readonly outputs: Readonly<Record<string, NDArray>>;
}

/** As JSON: curves rounded and arrays quantised to what a picture shows. */
export interface PosterFile {
  /** One for each preset. */
  readonly posters: readonly {
    readonly params: Wire;
    readonly seed: number;
    readonly step: number;
    readonly finding?: string;
    readonly series: Readonly<Record<string, { steps: number[]; values: number[] }>>;
    /** Where an earlier poster has the same array, that one's number: of pictures there are many. */
    readonly outputs: Readonly<Record<string, Quantised | number>>;
  }[];
}

/** The array of one of the posters. */
export function arrayIn(
  { posters }: PosterFile,
  poster: number,
  name: string,
): Quantised | undefined {
  const found = posters[poster]?.outputs[name];
  return typeof found === "number" ? arrayIn({ posters }, found, name) : found;
}

/** Arrays are restored when they are looked at: of a demo's pictures a reader sees one or two. */
export const readPosters = ({ posters }: PosterFile): Poster[] =>
  posters.map(({ series, outputs, ...rest }, i) => {
    let arrays: Poster["outputs"] | undefined;
    return {
      ...rest,
      series: Object.fromEntries(
        Object.entries(series).map(([name, { steps, values }]) => [
          name,
          { steps: Uint32Array.from(steps), values: Float32Array.from(values) },
        ]),
      ),
      get outputs() {
        return (arrays ??= Object.fromEntries(
          Object.keys(outputs).map((name) => [name, restored(arrayIn({ posters }, i, name)!)]),
        ));
      },
    };
  });

type Settings = Readonly<Record<string, unknown>>;
type Counts = (param: Described, values: Settings) => boolean | undefined;

/** Whether the settings that count are its own. */
const isOf = (poster: Poster, { params }: Demo, values: Settings, counts: Counts): boolean =>
  Object.entries(params).every(
    ([name, param]) => !counts(param, values) || poster.params[name] === param.format(values[name]),
  );

/** What it answered, unless what only redraws was set otherwise then: words may be about that, too. */
export const answerOf = (
  poster: Poster | null | undefined,
  demo: Demo,
  values: Settings,
): string | undefined =>
  poster && isOf(poster, demo, values, ({ redraws }) => redraws) ? poster.finding : undefined;

/** The picture of exactly these settings, if one was computed. What only redraws or does nothing does not count, nor do seeds without steps. */
export const posterOf = (
  posters: readonly Poster[],
  demo: Demo,
  values: Settings,
  seed: number,
): Poster | undefined =>
  posters.find(
    (poster) => (!demo.steps || poster.seed === seed) && isOf(poster, demo, values, computes),
  );
