import { points } from "../../../../../src/contract/points-param.ts";
import { defineDemo } from "../../../../../src/contract/demo.ts";
import { integer } from "../../../../../src/contract/params.ts";

/** Points of the set at most. */
export const MOST = 50;

/** Fifty points along a sign, as links write them. */
const SET =
  "bZxQPrZfmtZ6oDHRi5MxjftOj0HMrTrN2HV2egp3p9QTijSImm1HQJBpx9VNkQKMX4ZBhqNWPUH1mCVGp2Ub1iNqbEBlezFyHIv60r-vC5zJXcPWZXddfnGvrr6DkT5RfFzf1rObl9EGRvBB-IqtiD2GPj8ek0_SvJaNPkeJIdPfrr3Dq5NCjUeDXj_0a5TVUT84QlKXlUjTbE9ARbBYt1R0uXxjgN_TZI-e0sdMp0HEjE9Y3K2wzOyXgT6dhIXTV6msmICQv1I";

/** Long work in equal units: a step removes the point that is missed least. */
export const demo = defineDemo({
  id: "neural-statistician/spatial-mnist",
  title: "Points of a digit",
  question: "Which points say most?",
  source: { section: "§4.3", equations: [] },
  params: {
    D: points({
      label: "Your set",
      symbol: "D",
      help: "Points in the plane.",
      effect: "restart",
      least: 4,
      most: MOST,
      box: [
        [-1, 1],
        [-1, 1],
      ],
      fallback: SET,
      inView: true,
    }),
    shown: integer({
      label: "Points shown",
      help: "How many are drawn, the last to go first.",
      effect: "view",
      fallback: MOST,
      min: 3,
      max: MOST,
    }),
  },
  steps: {
    name: "removal",
    stopAt: 47,
    measureEvery: 1,
    metrics: { kl: { label: "KL to the whole", help: "What is lost so far.", chart: "kl" } },
  },
  charts: { kl: { title: "What is lost", y: "nats" } },
  outputs: {
    went: { label: "the step at which it went, or 0", shape: "[n]" },
    visible: { label: "1 where it is drawn", shape: "[n]" },
  },
  weights: [
    {
      file: "weights/statistician-spatial.safetensors",
      when: {},
    },
  ],
});
