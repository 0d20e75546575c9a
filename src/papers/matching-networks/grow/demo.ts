import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** Both ways to grow begin at five classes with five supports each, which the paper calls five-way, five-shot. */
export const SIZES = [25, 50, 100, 200, 500, 1000] as const;
/** Those that chart and strips show: a phone has room for so many. The chart’s words have all. */
export const CUT = [25, 100, 200, 500, 1000] as const satisfies readonly (typeof SIZES)[number][];
export const GROWTHS = ["classes", "shots"] as const;
/** The whole support set at once, without and with full context, and both in passes that are averaged. */
export const READINGS = ["Plain", "Context", "Parts", "ContextParts"] as const;
/** Of all queries: share of right answers, mean P of the answers, mean entropy of the attention in nats. */
export const QUANTITIES = ["Right", "Sure", "Nats"] as const;
/** Queries of each of the first five classes in an episode. */
export const QUERIES = 4;

export type Growth = (typeof GROWTHS)[number];
export type Size = (typeof SIZES)[number];
export type Reading = (typeof READINGS)[number];
export type Quantity = (typeof QUANTITIES)[number];
export type Cell = `${Growth}${Size}${Reading}${Quantity}`;

export const cellOf = (by: Growth, m: Size, reading: Reading, quantity: Quantity): Cell =>
  `${by}${m}${reading}${quantity}`;

/** All that is measured, in the order in which it is computed: what stands last changes fastest. */
export const CELLS: readonly Cell[] = SIZES.flatMap((m) =>
  READINGS.flatMap((reading) =>
    GROWTHS.flatMap((by) => QUANTITIES.map((quantity) => cellOf(by, m, reading, quantity))),
  ),
);

const SAID = {
  Plain: "plain",
  Context: "full context",
  Parts: "plain, passes averaged",
  ContextParts: "full context, passes averaged",
  Right: "share of right answers",
  Sure: "mean P of the answers",
  Nats: "mean entropy of the attention, nats",
} as const;

const measures = Object.fromEntries(
  SIZES.flatMap((m) =>
    READINGS.flatMap((reading) =>
      GROWTHS.flatMap((by) =>
        QUANTITIES.map((quantity) => [
          cellOf(by, m, reading, quantity),
          {
            label: `${SAID[quantity]}; ${SAID[reading]}, ${m} supports by ${by}`,
            help: "Of the queries of one episode.",
          },
        ]),
      ),
    ),
  ),
) as Readonly<Record<Cell, { readonly label: string; readonly help: string }>>;

export const demo = defineDemo({
  id: "matching-networks/grow",
  title: "A support set that grows",
  question: "Does it still work when the support set grows far beyond training?",
  source: { section: "§2.1, §5", equations: ["(1)"] },
  main: ["shows", "along", "picked", "s"],
  params: {
    shows: choice({
      label: "Chart shows",
      help: "Of all queries: how often the answer is right, the mean P of the answer that is given, or how many supports share the attention: e to the power of its entropy.",
      effect: "view",
      redraws: true,
      fallback: "right",
      options: [
        { value: "right", label: "right" },
        { value: "sure", label: "sure" },
        { value: "shared", label: "shared by" },
      ],
    }),
    along: choice({
      label: "Strips grow by",
      help: "More classes of five supports each, or more supports for each of five classes.",
      effect: "view",
      redraws: true,
      fallback: "classes",
      options: [
        { value: "classes", label: "classes" },
        { value: "shots", label: "shots" },
      ],
    }),
    picked: dice({
      label: "Query shown",
      help: "Another query of another character, and other supports.",
      effect: "view",
      fallback: 4,
      below: 1000,
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies the cosines before the softmax; 1 in the paper, 10 when these weights were trained.",
      effect: "restart",
      fallback: 10,
      min: 1,
      max: 100,
      log: true,
    }),
    pass: choice({
      label: "Supports in a pass",
      help: "The supports are dealt out into sets of so many; each set answers for itself, and the answers are averaged.",
      effect: "restart",
      fallback: "25",
      options: [
        { value: "5", label: "5" },
        { value: "25", label: "25" },
      ],
    }),
    trained: choice({
      label: "Context trained on",
      help: "So many supports, one of each class, had every episode that the LSTMs of full context learned from. The plain features are the same.",
      effect: "restart",
      fallback: "5",
      options: [
        { value: "5", label: "5" },
        { value: "20", label: "20" },
      ],
    }),
    K: integer({
      label: "Processing steps",
      symbol: "K",
      help: "How often the query reads from the supports before it is compared with them; 3 in training.",
      effect: "restart",
      fallback: 3,
      min: 0,
      max: 5,
    }),
  },
  steps: {
    name: "test episode",
    stopAt: 20,
    measureEvery: 1,
    metrics: {
      queries: { label: "queries", help: "So many were asked so far, the first episode's too." },
    },
  },
  measures,
  outputs: {
    query: { label: "the query shown", shape: "[28, 28]", each: "change" },
    a: {
      label: "its attention in each size, grown by classes and by shots, its own class first",
      shape: "[2, 1825]",
      each: "change",
    },
    contextA: { label: "the same with full context", shape: "[2, 1825]", each: "change" },
  },
  presets: {
    ways: {
      label: "Two ways to grow",
      says: "Left more classes, right more examples of five: which of them costs, and do the strips say why?",
      values: {},
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "The paper’s kernel: nearly all supports share alike, and P stays below the dotted ceiling, far below how often it is right.",
      values: { s: 1, shows: "sure" },
    },
    twenty: {
      label: "Trained on 20",
      says: "Full context that learned from twenty supports at a time: does it still fall behind the plain model?",
      values: { trained: "20" },
    },
    five: {
      label: "Passes of five",
      says: "Each pass sees five supports, and so a few of the classes: averaging mends less than it breaks.",
      values: { pass: "5" },
    },
  },
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    { file: "weights/matching-context-glyphs-twenty.safetensors", when: { trained: "20" } },
    { file: "weights/matching-context-glyphs.safetensors", when: {} },
  ],
});
