import { drawings } from "../../../../../src/contract/drawings-param.ts";
import { defineDemo } from "../../../../../src/contract/demo.ts";
import { choice, number } from "../../../../../src/contract/params.ts";

export const SIDE = 28;

/** Five signs and one more like the second, as links write them. */
const SIGNS =
  "AAAAAAAAAAAAAAAAQAAAH4AAA_wAAHDgAAYHAADgOAAMAYAAwBgADAHAAMAMAAwAwADAHAAMAcAA4BwABgGAAHA4AAOHAAAf8AAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD_wAAP_AABwMAAGAYAA4BgADAHAAMAcAAADgAAAMAAABwAAAGAAAA4AAAHAAAAYAAADgAAAcAAABg_AAP_8AB_4AADwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMAAABwAAAPAAAA8AAAHwAAA7AAADMAAAc4AABhgAAMGAABwYAAGBgAA4GAAH__wAf_-AB4HAAAAMAAAAwAAADAAAAMAAAAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAH_AA__8AH_hwAAAGAAAAYAAADgAAAMAAAAwAAAHAAAAYAAABgAAAOAAAAwAAADAAAAcAAABgAAAGAAAA4AAADAAAAMAAAAwAAAAAAAAAAAAAAAAAAAAAAAAAAAD8AAf_wAB_gAAGAAAAYAAABgAAAOAAAA4AAADgYAAP_wAA__AABgMAAAA4AAABgAAAGAAAAYAAADgAAAcAAABgAA_-AAD_wAAAAAAAAAAAAAAAAAAAAAAAAA";
const QUERY =
  "AAAAAAAAAAAAAAAAAAAAAAAAB_wAAP_AABwMAAGA4AA4DgADAGAAAA4AAAHAAAA4AAAHAAAA4AAAHAAAA4AAAHAAAA4AAAHAAAA__wAD__AAAAAAAAAAAAAAAAAAAAAAAAA";

/** Shipped weights, no training. */
export const demo = defineDemo({
  id: "matching-networks/draw",
  title: "Draw",
  question: "Which of your signs is the last one?",
  source: { section: "§2.1", equations: ["(1)"] },
  params: {
    S: drawings({
      label: "Support",
      symbol: "S",
      help: "A sign for each class.",
      effect: "live",
      most: 5,
      side: SIDE,
      levels: 2,
      fallback: SIGNS,
      inView: true,
    }),
    query: drawings({
      label: "Query",
      symbol: "\\hat x",
      help: "The sign to be named.",
      effect: "live",
      most: 1,
      side: SIDE,
      levels: 2,
      fallback: QUERY,
      inView: true,
    }),
    net: choice({
      label: "Embedding",
      help: "What compares: a convolutional network, alone or with full-context embeddings.",
      effect: "restart",
      fallback: "cnn",
      options: [
        { value: "cnn", label: "CNN" },
        { value: "fce", label: "with FCE" },
      ],
    }),
    kernel: choice({
      label: "Kernel",
      help: "How two embeddings are compared.",
      effect: "live",
      fallback: "cosine",
      options: [
        { value: "cosine", label: "cosine" },
        { value: "euclid", label: "−distance²" },
      ],
    }),
    s: number({
      label: "Scale",
      help: "With a larger one the attention is sharper.",
      effect: "live",
      fallback: 10,
      min: 1,
      max: 30,
    }),
  },
  measures: { top: { label: "largest share", help: "What the likeliest class gets." } },
  outputs: {
    a: { label: "attention", shape: "[n]" },
    reads: { label: "what each read attends to", shape: "[2, n]" },
    seen: { label: "the query as it was compared", shape: "[1, 28, 28]" },
  },
  weights: [
    { file: "weights/matching-fce.safetensors", when: { net: "fce" } },
    {
      file: "weights/matching-cnn.safetensors",
      when: {},
      instead: { says: "Compare with FCE", values: { net: "fce" } },
    },
  ],
});
