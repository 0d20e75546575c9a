import { grid } from "../../../contract/branches.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** Both ways to grow begin at five classes with five supports each, which the paper calls five-way, five-shot. */
export const START = 5;
export const SIZES = [25, 100, 200, 500, 1000] as const;
export const WAYS = ["classes", "shots"] as const;

export const demo = defineDemo({
  id: "matching-networks/grow",
  title: "A support set that grows",
  question: "Does it still work when the support set grows far beyond training?",
  source: { section: "§2.1, §5", equations: ["(1)"] },
  main: ["shows", "along", "seen", "picked"],
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
    seen: choice({
      label: "Strips show",
      help: "The attention of the plain model, or with full context.",
      effect: "view",
      redraws: true,
      fallback: "plain",
      options: [
        { value: "plain", label: "plain" },
        { value: "context", label: "context" },
      ],
    }),
    picked: dice({
      label: "Query shown",
      help: "Another query of another character, and other supports.",
      effect: "view",
      fallback: 4,
      below: 1000,
    }),
    by: choice({
      label: "Grows by",
      help: "More classes of five supports each, or more supports for each of five classes.",
      effect: "restart",
      fallback: "classes",
      options: [
        { value: "classes", label: "classes" },
        { value: "shots", label: "shots" },
      ],
    }),
    m: integer({
      label: "Supports",
      symbol: "m",
      help: "Size of the support set.",
      effect: "restart",
      fallback: 25,
      min: 25,
      max: 1000,
      step: 25,
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
      help: "The supports are dealt out by lot into sets of so many; each set answers for itself, and the answers are averaged.",
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
    measureEvery: 20,
    metrics: {
      plain: { label: "right, plain", help: "Share of queries so far whose answer is right." },
      plainSure: { label: "sure, plain", help: "Mean P of the answers that were given." },
      plainNats: { label: "entropy, plain", help: "Mean entropy of the attention, nats." },
      context: { label: "right, with context", help: "The same with full context." },
      contextSure: { label: "sure, with context", help: "Mean P of those answers." },
      contextNats: { label: "entropy, with context", help: "Mean entropy of that attention." },
      parts: {
        label: "right, passes averaged",
        help: "The plain model in passes over parts of the supports.",
      },
      partsSure: { label: "sure, passes averaged", help: "Mean P of those answers." },
      partsNats: { label: "entropy, passes averaged", help: "Of the averaged attention, nats." },
      contextParts: {
        label: "right, passes with context",
        help: "Full context in passes over parts of the supports.",
      },
      contextPartsSure: { label: "sure, passes with context", help: "Mean P of those answers." },
      contextPartsNats: {
        label: "entropy, passes with context",
        help: "Of the averaged attention.",
      },
    },
  },
  outputs: {
    query: {
      label: "the query shown",
      shape: "[28, 28]",
      each: "change",
      only: ["by=classes&m=25"],
    },
    a: { label: "its attention, supports of its class first", shape: "[m]", each: "change" },
    contextA: { label: "the same with full context", shape: "[m]", each: "change" },
  },
  presets: {
    ways: {
      label: "Two ways to grow",
      says: "Left more classes, right more examples of five: which of them costs, and do the strips say why?",
      values: {},
    },
    sure: {
      label: "How sure?",
      says: "P of the answer falls with each class, much faster than answers go wrong: the dashed lines lie far above.",
      values: { shows: "sure" },
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "The paper’s kernel: nearly all supports share alike, and P stays below the dotted ceiling.",
      values: { s: 1, shows: "sure" },
    },
    twenty: {
      label: "Trained on 20",
      says: "Full context that learned from twenty supports at a time: does it still fall behind the plain model?",
      values: { trained: "20" },
    },
    shots: {
      label: "Shared by hundreds",
      says: "With more of each class hundreds share the attention, and the class as a whole keeps its part of it.",
      values: { shows: "shared", along: "shots" },
    },
    five: {
      label: "Passes of five",
      says: "Each pass sees five supports by lot, and so rarely all the classes: averaging mends less than it breaks.",
      values: { pass: "5" },
    },
  },
  branches: grid({ by: WAYS, m: SIZES }),
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    { file: "weights/matching-context-twenty.safetensors", when: { trained: "20" }, part: true },
    { file: "weights/matching-context.safetensors", when: {}, part: true },
  ],
});
