import { defineDemo } from "../../../contract/demo.ts";
import { choice, integer, number } from "../../../contract/params.ts";

export const demo = defineDemo({
  id: "supcon/pairs",
  title: "Digits in pairs",
  question: "What is left of a difference that no label mentions?",
  source: { section: "§3.2", equations: ["(1)", "(2)", "(3)"] },
  main: ["pair", "tau", "alpha"],
  params: {
    loss: choice({
      label: "Loss",
      help: "Outer and inner sum see five labels, SimCLR none.",
      effect: "restart",
      fallback: "out",
      options: [
        { value: "out", label: "outer sum" },
        { value: "in", label: "inner sum" },
        { value: "self", label: "SimCLR" },
      ],
    }),
    pair: choice({
      label: "Pair drawn",
      help: "Two digits with one label, marked; all others are grey dots.",
      effect: "view",
      redraws: true,
      fallback: "23",
      options: [
        { value: "01", label: "0, 1" },
        { value: "23", label: "2, 3" },
        { value: "45", label: "4, 5" },
        { value: "67", label: "6, 7" },
        { value: "89", label: "8, 9" },
      ],
    }),
    tau: number({
      label: "Temperature",
      symbol: "\\tau",
      help: "What cosines are divided by. The larger it is, the more alike outer and inner sum are.",
      effect: "live",
      fallback: 0.1,
      min: 0.03,
      max: 2,
      log: true,
    }),
    alpha: number({
      label: "Learning rate",
      help: "Of Adam. Too high, and all views fall onto one point.",
      effect: "live",
      fallback: 3e-3,
      min: 1e-5,
      max: 0.03,
      log: true,
    }),
    each: integer({
      label: "Images of a digit",
      help: "In a batch; there are twice as many images of a pair.",
      effect: "restart",
      fallback: 6,
      min: 1,
      max: 16,
    }),
  },
  steps: {
    name: "step",
    stopAt: 1000,
    measureEvery: 50,
    metrics: {
      loss: { label: "loss", help: "Mean over the anchors, in nats; each loss has its own floor." },
    },
    recovery: {
      says: "Set τ to 0.1 and the learning rate to 0.003",
      values: { tau: 0.1, alpha: 3e-3 },
    },
  },
  measures: {
    split: {
      label: "gap between a pair’s digits",
      help: "How much nearer z is to its own digit than to the other of its pair: mean cosine with held-out images of the one less that with the other. At 0 the two are one.",
      chart: "split",
    },
    digitsZ: {
      label: "ten digits from z",
      help: "Held-out images whose digit a linear classifier reads off z; one that knew the pair alone would have about half right.",
    },
    digitsR: {
      label: "ten digits from r",
      help: "Held-out images whose digit a linear classifier reads off r, before the head.",
      chart: "digits",
    },
    pairsR: {
      label: "five pairs from r",
      help: "Held-out images whose pair a linear classifier reads off r.",
    },
  },
  charts: {
    split: { title: "Gap in a pair", y: "cosine, 0: one spot" },
    digits: { title: "Ten digits read from r", y: "%", bounds: [0, 100] },
  },
  branches: {
    out: { label: "Outer sum", values: { loss: "out" } },
    in: { label: "Inner sum", values: { loss: "in" } },
    self: { label: "SimCLR", values: { loss: "self" } },
  },
  data: { mnist: "data/mnist.bin" },
  outputs: {
    z: { label: "held-out images on the sphere", shape: "[n, 3]" },
    digits: { label: "their digits", shape: "[n]", each: "change" },
    images: { label: "the images", shape: "[n, 28, 28]", each: "change" },
  },
  presets: {
    cold: {
      label: "τ = 0.1",
      says: "Two digits share each label. The outer sum puts both on one spot; the inner sum may leave each its own; SimCLR knows no labels.",
      values: {},
    },
    slow: {
      label: "A third of the rate",
      says: "With smaller steps the inner sum mostly merges the two digits as well: it is content either way.",
      values: { alpha: 1e-3 },
    },
    warm: {
      label: "τ = 1",
      says: "A softer softmax: outer and inner sum ask for nearly the same.",
      values: { tau: 1 },
    },
  },
});
