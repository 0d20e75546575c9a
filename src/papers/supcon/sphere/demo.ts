import { defineDemo } from "../../../contract/demo.ts";
import { choice, integer, number } from "../../../contract/params.ts";

export const demo = defineDemo({
  id: "supcon/sphere",
  title: "Digits on the sphere",
  question: "Where does each loss put the images of a class?",
  source: { section: "§3", equations: ["(1)", "(2)", "(3)"] },
  main: ["loss", "tau", "K", "alpha"],
  params: {
    loss: choice({
      label: "Loss",
      help: "Outer and inner sum know the labels. SimCLR does not: its one positive is the other view. Cross-entropy trains a linear classifier on w, before it is normalised, and has no temperature.",
      effect: "restart",
      fallback: "out",
      options: [
        { value: "out", label: "outer sum" },
        { value: "in", label: "inner sum" },
        { value: "self", label: "SimCLR" },
        { value: "crossEntropy", label: "cross-entropy" },
      ],
    }),
    tau: number({
      label: "Temperature",
      symbol: "\\tau",
      help: "What cosines are divided by. A small one has each view see its nearest alone, a large one pulls and pushes all alike.",
      effect: "live",
      fallback: 0.1,
      min: 0.03,
      max: 2,
      log: true,
    }),
    K: integer({
      label: "Digits",
      symbol: "K",
      help: "Classes: the digits from 0 up. Up to four can be equally far from each other on a sphere.",
      effect: "restart",
      fallback: 10,
      min: 2,
      max: 10,
    }),
    alpha: number({
      label: "Learning rate",
      help: "Of Adam. Too high, and all views fall onto one point.",
      effect: "live",
      fallback: 1e-3,
      min: 1e-5,
      max: 0.03,
      log: true,
    }),
    each: integer({
      label: "Images of a digit",
      symbol: "k",
      help: "In a batch. Each gives two views, so an anchor has 2k − 1 positives; with one image its only positive is the other view, as in SimCLR.",
      effect: "restart",
      fallback: 6,
      min: 1,
      max: 16,
    }),
  },
  steps: {
    name: "step",
    stopAt: 1500,
    measureEvery: 50,
    metrics: {
      loss: {
        label: "loss",
        help: "Mean over the anchors, in nats. Different losses have different floors.",
        chart: "loss",
      },
    },
    recovery: {
      says: "Set τ to 0.1 and the learning rate to 0.001",
      values: { tau: 0.1, alpha: 1e-3 },
    },
  },
  measures: {
    probeR: {
      label: "probe on r",
      help: "Held-out digits that a linear classifier reads off the representation.",
      chart: "probe",
    },
    probeZ: {
      label: "probe on z",
      help: "The same from the three numbers on the sphere.",
      chart: "probe",
    },
    within: {
      label: "same digit",
      help: "Mean cosine of two held-out images of the same digit.",
      chart: "cosine",
    },
    between: {
      label: "different digits",
      help: "Mean cosine of two held-out images of different digits.",
      chart: "cosine",
    },
  },
  charts: {
    cosine: { title: "Cosine of two images", y: "cosine", bounds: [-1, 1] },
    probe: { title: "Read by a linear classifier", y: "%", bounds: [0, 100] },
    loss: { title: "Loss", y: "nats" },
  },
  data: { mnist: "data/mnist.bin" },
  outputs: {
    z: { label: "held-out images on the sphere", shape: "[n, 3]" },
    digits: { label: "their digits", shape: "[n]", each: "change" },
    images: { label: "the images", shape: "[n, 28, 28]", each: "change" },
  },
  presets: {
    out: {
      label: "Outer sum (SupCon)",
      says: "Held-out digits, each a mark: the labels pull the images of a digit into one spot. Point at a mark that strays to see its image.",
      values: {},
    },
    self: {
      label: "SimCLR",
      says: "The same network without labels: only two views of one image are pulled together, so by the end a digit is spread over half the sphere.",
      values: { loss: "self" },
    },
    in: {
      label: "Inner sum",
      says: "The labels again, with the sum inside the logarithm: spots come of it too, in the end wider ones.",
      values: { loss: "in" },
    },
    crossEntropy: {
      label: "Cross-entropy",
      says: "Trained to classify. Nothing asks for spots; in time the directions of w form them all the same.",
      values: { loss: "crossEntropy" },
    },
    four: {
      label: "Four digits",
      says: "Four classes and τ = 0.5: the spots go to the corners of a tetrahedron, as far from each other as four points can be.",
      values: { K: 4, tau: 0.5 },
    },
    fourCold: {
      label: "Four digits, τ = 0.1",
      says: "With the paper’s temperature the push ends sooner: spots stay where they are once they are far enough apart for it.",
      values: { K: 4 },
    },
  },
});
