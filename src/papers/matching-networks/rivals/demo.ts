import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, number } from "../../../contract/params.ts";

export const SHOTS = [1, 2, 5, 10] as const;
/** From what is simplest to what is fitted to each episode. */
export const RIVALS = [
  "pixels",
  "matching",
  "nearest",
  "prototype",
  "regression",
  "svm",
  "tuned",
] as const;
/** Episodes of a round, which is a step. */
export const EPISODES = 5;

export type Rival = (typeof RIVALS)[number];
export type Shot = (typeof SHOTS)[number];
export type Cell = `${Rival}${Shot}`;

/** In the order in which they are computed: what stands last changes fastest. */
export const CELLS: readonly Cell[] = RIVALS.flatMap((rival) =>
  SHOTS.map((k): Cell => `${rival}${k}`),
);

export const NAMES: Readonly<Record<Rival, string>> = {
  pixels: "pixels",
  matching: "matching",
  nearest: "nearest example",
  prototype: "prototypes",
  regression: "fitted layer",
  svm: "exemplar SVMs",
  tuned: "fine-tuning",
};

const measures = Object.fromEntries(
  RIVALS.flatMap((rival) =>
    SHOTS.map((k) => [
      `${rival}${k}`,
      {
        label: `${NAMES[rival]}, ${k}-shot`,
        help: "Share of right answers in these episodes.",
      },
    ]),
  ),
) as Readonly<Record<Cell, { readonly label: string; readonly help: string }>>;

/** Weights of 16 channels, by what they were trained with. */
const trained = <const W>(name: string, when: W) =>
  ({ file: `weights/${name}.safetensors`, when }) as const;

export const demo = defineDemo({
  id: "matching-networks/rivals",
  title: "Rivals on the same episodes",
  question: "Is matching better than what is simpler?",
  source: { section: "§4.1.1", equations: ["(1)"] },
  main: ["company", "features", "shot", "picked"],
  params: {
    company: choice({
      label: "Classes",
      help: "Drawn from all scripts of the test, from one of them, or a character and those whose print is nearest to its own.",
      effect: "restart",
      fallback: "any",
      options: [
        { value: "any", label: "any" },
        { value: "script", label: "a script" },
        { value: "alike", label: "alike" },
      ],
    }),
    features: choice({
      label: "Features",
      help: "What the network learned by: episodes, as in the paper; the same pictures with all pairs of them compared, none a support or a query; or as a plain classifier of all characters of training, in plain batches. Each time as many pictures.",
      effect: "restart",
      fallback: "episodes",
      options: [
        { value: "episodes", label: "episodes" },
        { value: "pairs", label: "pairs" },
        { value: "classifier", label: "plain" },
      ],
    }),
    shot: choice({
      label: "Shot shown",
      symbol: "k",
      help: "Labelled examples of each class. All four are computed: an episode’s first examples, and always the same queries.",
      effect: "view",
      redraws: true,
      fallback: "1",
      options: [
        { value: "1", label: "1" },
        { value: "2", label: "2" },
        { value: "5", label: "5" },
        { value: "10", label: "10" },
      ],
    }),
    picked: dice({
      label: "Episode shown",
      help: "Another episode, and of its queries the one that divides the rules most.",
      effect: "view",
      fallback: 0,
      below: 1000,
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies the cosines of the matching rule before the softmax; 1 in the paper, 10 in training.",
      effect: "restart",
      fallback: 10,
      min: 1,
      max: 100,
      log: true,
    }),
  },
  steps: {
    name: "round",
    stopAt: 60,
    measureEvery: 1,
    metrics: {
      queries: { label: "queries", help: "So many were asked so far, the first ones too." },
    },
  },
  measures,
  outputs: {
    supports: {
      label: "supports of the episode shown: a row a class, a column an example",
      shape: "[140, 280]",
      each: "change",
    },
    queries: { label: "its queries", shape: "[20, 28, 28]", each: "change" },
    answers: { label: "classes that the rules name", shape: "[7, 4, 20]", each: "change" },
  },
  presets: {
    any: {
      label: "Any five characters",
      says: "By the end pixels fail, and six rules that begin with the same features hardly differ.",
      values: {},
    },
    alike: {
      label: "Look-alikes, ten examples",
      says: "Five characters that resemble each other in print: all rules do worse, pixels most. With ten of each the fitted layer passes matching, and the nearest example falls behind.",
      values: { company: "alike", shot: "10" },
    },
    plain: {
      label: "Features without episodes",
      says: "The same network learned as a plain classifier of all characters of training: are its features worse?",
      values: { features: "classifier" },
    },
  },
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    trained("matching-glyphs-pairs", { features: "pairs" }),
    trained("matching-glyphs-classifier", { features: "classifier" }),
    trained("matching-glyphs", {}),
  ],
});
