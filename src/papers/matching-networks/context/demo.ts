import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** Classes of the episodes that are measured and drawn, and orders of their supports that are tried. */
export const CLASSES = 5;
export const ORDERS = 60;

export const demo = defineDemo({
  id: "matching-networks/context",
  title: "Full context and the order of the supports",
  question: "What does it change to see the whole support set?",
  source: { section: "§2.1.2, appendix A", equations: ["(3)", "(4)", "(5)", "(6)"] },
  main: ["order", "picked"],
  params: {
    features: choice({
      label: "Features",
      help: "Of 16 channels, trained before on the same characters, to which the LSTMs are added as you run it; or of 64 channels, trained on Omniglot, with LSTMs that were trained on them.",
      effect: "restart",
      fallback: "glyphs",
      options: [
        { value: "glyphs", label: "16 channels" },
        { value: "omniglot", label: "Omniglot, 64" },
      ],
    }),
    N: integer({
      label: "Way",
      symbol: "N",
      help: "Classes in each training episode, with one example of each.",
      effect: "restart",
      fallback: 5,
      min: 2,
      max: 20,
    }),
    q: integer({
      label: "Queries",
      symbol: "q",
      help: "Queries of each class in a training episode.",
      effect: "restart",
      fallback: 5,
      min: 1,
      max: 5,
    }),
    K: integer({
      label: "Processing steps",
      symbol: "K",
      help: "How often the query reads from the supports before it is compared with them. With 0 only the supports see each other.",
      effect: "live",
      fallback: 3,
      min: 0,
      max: 5,
    }),
    alpha: number({
      label: "Learning rate",
      help: "Length of Adam’s steps.",
      effect: "live",
      fallback: 1e-3,
      min: 1e-5,
      max: 0.1,
      log: true,
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies the cosines before the softmax; 1 in the paper.",
      effect: "live",
      fallback: 10,
      min: 1,
      max: 100,
      log: true,
    }),
    picked: dice({
      label: "Episode shown",
      help: "Which five new characters the picture shows. Of their five queries it takes the one of which plain features are least sure.",
      effect: "view",
      fallback: 0,
      below: 1000,
    }),
    order: dice({
      label: "Order shown",
      help: "In which order the supports of the picture are read.",
      effect: "view",
      fallback: 0,
      below: ORDERS,
    }),
  },
  steps: {
    name: "episode",
    stopAt: 2000,
    measureEvery: 100,
    metrics: {
      loss: {
        label: "with context",
        help: "Mean −log P of the episode’s queries, in nats, with full context.",
        chart: "loss",
      },
      plainLoss: {
        label: "without",
        help: "The same episode by the plain features, which do not learn.",
        chart: "loss",
      },
    },
    recovery: { says: "Set the learning rate to 0.001", values: { alpha: 1e-3 } },
  },
  measures: {
    accuracy: {
      label: "right with context",
      help: "Share of queries of new characters named rightly, one of five, with the supports in one order.",
    },
    plain: {
      label: "right without",
      help: "The same by the plain features, which stay as they were trained before.",
    },
    gain: {
      label: "what context brings",
      help: "Share named rightly with context minus the share without, of the same queries.",
    },
    spread: {
      label: "with context",
      help: "Over sixty orders of the same supports: the largest P of the right class minus the smallest, a mean over queries.",
      chart: "spread",
    },
    plainSpread: {
      label: "without",
      help: "The same by the plain features.",
      chart: "spread",
    },
    flips: {
      label: "answers that the order decides",
      help: "Share of queries whose answer is not the same in all sixty orders.",
    },
  },
  charts: {
    loss: { title: "Loss", y: "nats" },
    spread: { title: "What the order moves", y: "of P" },
  },
  outputs: {
    supports: { label: "supports of the episode shown", shape: "[5, 28, 28]", each: "change" },
    queries: { label: "its queries", shape: "[5, 28, 28]", each: "change" },
    orders: { label: "orders of the supports", shape: "[60, 5]", each: "change" },
    reads: { label: "read weights of each step, in the order shown", shape: "[K, 5, 5]" },
    a: { label: "attention with context, in the order shown", shape: "[5, 5]" },
    plainA: { label: "attention without, in the order shown", shape: "[5, 5]" },
    P: { label: "P with context in each order", shape: "[60, 5, 5]" },
  },
  presets: {
    five: {
      label: "In full",
      says: "One query, five supports. Run it, then roll the order: the pictures are the same, the answer moves.",
      values: {},
    },
    supports: {
      label: "K = 0: g alone",
      says: "The query reads nothing; only the supports see each other, one after the other.",
      values: { K: 0 },
    },
    twenty: {
      label: "Twenty classes",
      says: "Longer support sets in training, four times as many to forget.",
      values: { N: 20, q: 1 },
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "With the paper’s kernel P can hardly differ, and so it hardly moves.",
      values: { s: 1 },
    },
    fast: {
      label: "Too fast",
      says: "At thirty times the learning rate: does context still help?",
      values: { alpha: 0.03 },
    },
  },
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    {
      file: "weights/matching-context.safetensors",
      when: { features: "omniglot" },
      instead: { says: "Take the features of 16 channels", values: { features: "glyphs" } },
    },
    { file: "weights/matching-glyphs.safetensors", when: {}, part: true },
  ],
});
