/**
 * A parameter is declared once. From the declaration come its control, its place in the URL, its validation, its
 * default and the type of its value. Nothing here throws on bad text: a reader's link must always open something.
 */

import { readings } from "./written-number.ts";

/** What a change does to a run: `live` acts from the next step, `restart` begins anew, `view` asks for another picture. */
export type Effect = "live" | "restart" | "view";

/** A value that is always usable; `problem` is a sentence for the reader when the text asked for something else. */
export interface Parsed<T> {
  readonly value: T;
  readonly problem?: string;
  /** Set where the text said no value at all: why, as the beginning of a sentence. */
  readonly unread?: string;
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

export type Control =
  | {
      readonly kind: "slider";
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly log: boolean;
    }
  | { readonly kind: "choice"; readonly options: readonly Option[] }
  | { readonly kind: "switch" }
  /** A whole number below `below` that stands for a draw or a row of a table: a button gives another. */
  | { readonly kind: "dice"; readonly below: number }
  /** `least` to `most` grey pictures that the reader draws: [n, height, width], 0 paper to 1 ink, in `levels` steps. */
  | {
      readonly kind: "drawings";
      readonly least: number;
      readonly most: number;
      readonly height: number;
      readonly width: number;
      readonly levels: Levels;
    }
  /** `least` to `most` points in a box, one pair of bounds an axis: [n, axes]. */
  | {
      readonly kind: "points";
      readonly least: number;
      readonly most: number;
      readonly box: readonly Bounds[];
    };

/** Shades of a drawing, paper and ink included. */
export type Levels = 2 | 16;
export type Bounds = readonly [low: number, high: number];

export interface Described {
  readonly label: string;
  /** KaTeX source of the paper's letter, `"\\tau"`. */
  readonly symbol?: string;
  /** One sentence: what happens to the model when this grows or changes. */
  readonly help: string;
  /** Unit after the number, where it has one. */
  readonly unit?: string;
  readonly effect: Effect;
  /** Settings with which it does nothing, and how that is said beside its name. */
  readonly idle?: { readonly when: Readonly<Record<string, unknown>>; readonly says: string };
  /** Of a view setting: pictures alone read it, the program never does. */
  readonly redraws?: true;
  /** Set by hand in a view: among the controls stand only its name, its help and the way back. */
  readonly inView?: boolean;
}

export interface Param<T> extends Described {
  /** The default; left out of links. */
  readonly fallback: T;
  readonly control: Control;
  /** Total: any text gives a value in range. */
  parse(text: string): Parsed<T>;
  /** `parse(format(x)).value` equals `x`, bit for bit. One text a value: two values are the same where their texts are. */
  format(value: T): string;
}

/** Whether two values of a parameter are the same, be they numbers or drawings. */
export const same = <T>(param: Param<T>, a: T, b: T): boolean =>
  Object.is(a, b) || param.format(a) === param.format(b);

// Any: a record of parameters holds values of several types, and `Param` is invariant in its value.
// oxlint-disable-next-line no-explicit-any
export type Params = Readonly<Record<string, Param<any>>>;
export type Values<P extends Params> = {
  readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never;
};

/** Values as text, keyed by parameter: the one form that crosses threads, URLs and files. */
export type Wire = Readonly<Record<string, string>>;

/** What a sentence quotes of a text from outside. */
const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

interface NumberSpec extends Described {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  /** Granularity of the slider; typed and linked values may be finer. On log scales it is not used. */
  readonly step?: number;
  readonly log?: boolean;
}

/** A real number within `[min, max]`. */
export function number(spec: NumberSpec): Param<number> {
  return numeric(spec, false);
}

/** A whole number within `[min, max]`. */
export function integer(spec: NumberSpec): Param<number> {
  return numeric({ step: 1, ...spec }, true);
}

function numeric(spec: NumberSpec, whole: boolean): Param<number> {
  const { min, max, fallback, step = (max - min) / 100, log = false, ...described } = spec;
  return {
    ...described,
    fallback,
    control: { kind: "slider", min, max, step, log },
    parse(text) {
      const meant = readings(text, whole);
      const within = meant.filter((x) => x >= min && x <= max);
      if (meant.length === 0 || within.length > 1) {
        const may = meant.toSorted((a, b) => a - b).join(" or ");
        const unread = `“${quoted(text)}” ${may ? `may be ${may}` : "is not a number"}`;
        return {
          value: fallback,
          problem: `${spec.label}: ${unread}, so it is ${fallback}.`,
          unread,
        };
      }
      const asked = within[0] ?? meant[0]!;
      // `+ 0` turns -0 into 0, which would not survive being written as text.
      const value = Math.min(max, Math.max(min, whole ? Math.round(asked) : asked)) + 0;
      if (asked < min || asked > max) {
        return {
          value,
          problem: `${spec.label}: ${quoted(text)} is outside ${min} to ${max}, so it is ${value}.`,
        };
      }
      return value === asked
        ? { value }
        : {
            value,
            problem: `${spec.label} is a whole number: ${quoted(text)} became ${value}.`,
          };
    },
    format: String,
  };
}

/** One of a few named options. */
export function choice<const O extends readonly Option[]>(
  spec: Described & {
    readonly fallback: O[number]["value"];
    readonly options: O;
  },
): Param<O[number]["value"]> {
  const { options, fallback, ...described } = spec;
  return {
    ...described,
    fallback,
    control: { kind: "choice", options },
    parse(text) {
      const option = options.find(({ value }) => value === text);
      if (option) return { value: option.value };
      const names = options.map(({ value }) => value).join(", ");
      return {
        value: fallback,
        problem: `${spec.label}: “${quoted(text)}” is not one of ${names}, so it is ${fallback}.`,
      };
    },
    format: String,
  };
}

/** On or off. */
export function toggle(spec: Described & { readonly fallback: boolean }): Param<boolean> {
  return {
    ...spec,
    control: { kind: "switch" },
    parse(text) {
      if (text === "on" || text === "off") return { value: text === "on" };
      const value = spec.fallback;
      return {
        value,
        problem: `${spec.label}: “${quoted(text)}” is neither on nor off, so it is ${value ? "on" : "off"}.`,
      };
    },
    format: (value) => (value ? "on" : "off"),
  };
}

/** A draw, or a row of a table, by its number below `below`; the button beside it gives another. */
export function dice(
  spec: Described & { readonly below: number; readonly fallback?: number },
): Param<number> {
  const { below, fallback = 0, ...described } = spec;
  const { parse, format } = integer({ ...described, fallback, min: 0, max: below - 1 });
  return { ...described, fallback, control: { kind: "dice", below }, parse, format };
}

/** The defaults of a declaration. */
export function defaults<P extends Params>(params: P): Values<P> {
  return Object.fromEntries(
    Object.entries(params).map(([name, { fallback }]) => [name, fallback]),
  ) as Values<P>;
}

/** Writes the given values as text. */
export function toWire<P extends Params>(params: P, values: Partial<Values<P>>): Wire {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => Object.hasOwn(params, name))
      .map(([name, value]) => [name, params[name]!.format(value)]),
  );
}

/** Reads values from text; what is missing takes its default, what is wrong is named in `problems`. */
export function fromWire<P extends Params>(
  params: P,
  wire: Wire,
): { values: Values<P>; problems: string[] } {
  const problems: string[] = [];
  const values = Object.entries(params).map(([name, param]) => {
    if (!Object.hasOwn(wire, name)) return [name, param.fallback];
    const { value, problem } = param.parse(wire[name]!);
    if (problem) problems.push(problem);
    return [name, value];
  });
  return { values: Object.fromEntries(values) as Values<P>, problems };
}
