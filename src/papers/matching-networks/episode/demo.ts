import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** What is measured at once: episodes of one shot with N classes, and q queries of each. */
export const FIVE = { N: 5, k: 1, q: 2, episodes: 20 } as const;
export const TWENTY = { N: 20, k: 1, q: 1, episodes: 5 } as const;

/** Cells of the sheet that shows T, and the pixels of their sides. */
export const SHEET = { rows: 3, columns: 24, side: 14 } as const;

/** Weights of so many channels, for these settings. */
const trained = <const W>(name: string, channels: number, when: W) =>
  ({
    file: `weights/matching-${name}.safetensors`,
    when,
    fits: { channels },
    instead: { says: "Begin from random weights", values: { start: "fresh" } },
  }) as const;

export const demo = defineDemo({
  id: "matching-networks/episode",
  title: "Training by episodes",
  question: "Does a network trained on small problems solve new ones?",
  source: { section: "§2.2, §4.1.1", equations: ["(1)", "(2)"] },
  main: ["at", "picked", "labels", "compare"],
  params: {
    start: choice({
      label: "Start",
      help: "Random weights; weights trained before on the same characters, with 16 channels; or weights trained for an hour on Omniglot, with 64.",
      effect: "restart",
      fallback: "fresh",
      options: [
        { value: "fresh", label: "random" },
        { value: "glyphs", label: "trained" },
        { value: "omniglot", label: "Omniglot" },
      ],
    }),
    compare: choice({
      label: "Compare by",
      help: "Cosines with the supports, as in the paper; squared distances from the mean of each class’s supports, its prototype; or not at all: a linear layer with an output a label, which never sees the supports.",
      effect: "restart",
      fallback: "cosine",
      options: [
        { value: "cosine", label: "cosine" },
        { value: "prototypes", label: "prototypes" },
        { value: "layer", label: "a layer" },
      ],
    }),
    labels: choice({
      label: "Labels",
      help: "Dealt anew in each training episode, or each character keeps one label for the whole training.",
      effect: "restart",
      fallback: "dealt",
      options: [
        { value: "dealt", label: "dealt anew" },
        { value: "fixed", label: "fixed" },
      ],
    }),
    pool: choice({
      label: "Characters of training",
      help: "What training draws its classes from: all characters, turned by quarters too, or so many, upright; at least as many as an episode has.",
      effect: "restart",
      fallback: "all",
      options: [
        { value: "all", label: "all" },
        { value: "100", label: "100" },
        { value: "20", label: "20" },
        { value: "5", label: "5" },
      ],
    }),
    at: choice({
      label: "Look at",
      help: "How an episode comes about: from all characters T a few are drawn as L, of each some drawings as the supports S and another as a query, B, with its answer. Training draws the same way from its own characters.",
      effect: "view",
      redraws: true,
      fallback: "B",
      options: [
        { value: "T", label: "T" },
        { value: "L", label: "L" },
        { value: "S", label: "S" },
        { value: "B", label: "B" },
      ],
    }),
    N: integer({
      label: "Way",
      symbol: "N",
      help: "Classes in each training episode. More of them make a harder lesson.",
      effect: "live",
      fallback: 5,
      min: 2,
      max: 20,
    }),
    k: integer({
      label: "Shot",
      symbol: "k",
      help: "Labelled examples of each class in a training episode.",
      effect: "live",
      fallback: 1,
      min: 1,
      max: 5,
    }),
    q: integer({
      label: "Queries",
      symbol: "q",
      help: "Queries of each class in a training episode.",
      effect: "live",
      fallback: 5,
      min: 1,
      max: 5,
    }),
    channels: integer({
      label: "Channels",
      symbol: "d",
      help: "Filters of each convolution and length of an embedding; 64 in the paper, which takes ten times as long.",
      effect: "restart",
      fallback: 16,
      min: 4,
      max: 64,
      step: 4,
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
      help: "Multiplies the cosines. With the paper’s 1 no class can get more than 0.405 of five, and every query keeps pulling.",
      effect: "live",
      idle: { when: { compare: "prototypes" }, says: "not of distances" },
      fallback: 10,
      min: 1,
      max: 100,
      log: true,
    }),
    picked: dice({
      label: "Episode shown",
      help: "Which five new characters the picture shows, and by which hands. Training knows none of them.",
      effect: "view",
      fallback: 0,
      below: 1000,
    }),
  },
  steps: {
    name: "episode",
    stopAt: 2000,
    measureEvery: 50,
    metrics: {
      loss: {
        label: "loss",
        help: "Mean −log P of the episode’s queries, in nats.",
        chart: "loss",
      },
      train: {
        label: "training",
        help: "Share of the episode’s queries that are named rightly, before the step.",
        chart: "accuracy",
      },
    },
    recovery: { says: "Set the learning rate to 0.001", values: { alpha: 1e-3 } },
  },
  measures: {
    five: {
      label: "unseen, 5-way",
      help: "One-shot accuracy on characters that training never sees, batch norm by stored statistics.",
      chart: "accuracy",
    },
    features: {
      label: "unseen, 5-way, by cosine",
      help: "The same where the features are compared by cosine, however they were trained.",
    },
    twenty: {
      label: "unseen, 20-way",
      help: "The same with twenty classes.",
    },
    fiveTogether: {
      label: "5-way, batch statistics",
      help: "The same with the episode’s own statistics in batch norm, so that queries see each other.",
    },
    twentyTogether: {
      label: "20-way, batch statistics",
      help: "The same with twenty classes.",
    },
  },
  charts: {
    loss: { title: "Loss", y: "nats" },
    accuracy: { title: "Accuracy", y: "share", bounds: [0, 1] },
  },
  outputs: {
    T: { label: "characters among which it is drawn", shape: "[42, 336]", each: "change" },
    L: { label: "places of its classes among them", shape: "[N]", each: "change" },
    supports: { label: "supports of the episode shown", shape: "[m, 28, 28]", each: "change" },
    queries: { label: "its queries", shape: "[N, 28, 28]", each: "change" },
    P: { label: "probabilities of the classes", shape: "[N, N]" },
  },
  presets: {
    five: {
      label: "5-way",
      says: "A problem of five new characters. Run it: at first a query attends to all supports alike, then the lines to the right ones swell.",
      values: {},
    },
    twenty: {
      label: "20-way",
      says: "Four times as many classes in each training episode: a harder lesson, which also serves the test of five.",
      values: { N: 20, q: 2 },
    },
    cheat: {
      label: "Fixed labels, a layer",
      says: "Twenty characters keep their labels, and a layer learns them: training queries soon are right, and new characters stay a guess.",
      values: { compare: "layer", labels: "fixed", pool: "20" },
    },
    heart: {
      label: "Five characters only",
      says: "The labels are dealt anew, but to the same five characters: they are learned by heart, and new ones are told apart less often.",
      values: { pool: "5" },
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "The paper’s kernel: all lines stay thin and the loss stays above 0.905, whatever the accuracy.",
      values: { s: 1 },
    },
    trained: {
      label: "Trained before",
      says: "It begins with weights from 6,500 harder episodes of the same characters: the lines are right from the first frame.",
      values: { start: "glyphs" },
    },
    fast: {
      label: "Too fast",
      says: "At fifty times the learning rate the features fall apart, or do they?",
      values: { alpha: 0.05 },
    },
  },
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    trained("prototypes", 64, { start: "omniglot", compare: "prototypes" }),
    trained("omniglot", 64, { start: "omniglot" }),
    trained("glyphs", 16, { start: "glyphs" }),
  ],
});
