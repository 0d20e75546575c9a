import { defineDemo } from "../../../../../src/contract/demo.ts";
import { choice, dice, number } from "../../../../../src/contract/params.ts";

/** Pictures in the file: the first are for training, the rest are looked at. */
export const TRAINED = 160;
export const LOOKED_AT = 80;

/** A training on a data set, twice side by side. */
export const demo = defineDemo({
  id: "supcon/in-or-out",
  title: "In or out",
  question: "Does it matter where the logarithm stands?",
  source: { section: "§3.2", equations: ["(2)", "(3)"] },
  params: {
    tau: number({
      label: "Temperature",
      symbol: "\\tau",
      help: "With a lower one the nearest pictures count for more.",
      effect: "live",
      fallback: 0.1,
      min: 0.02,
      max: 1,
      log: true,
    }),
    loss: choice({
      label: "Loss",
      help: "Where the logarithm stands.",
      effect: "restart",
      fallback: "out",
      options: [
        { value: "out", label: "L_out" },
        { value: "in", label: "L_in" },
      ],
    }),
    picked: dice({
      label: "Picture",
      help: "One of the pictures that are looked at.",
      effect: "view",
      below: LOOKED_AT,
    }),
  },
  steps: {
    name: "step",
    stopAt: 200,
    measureEvery: 20,
    metrics: { loss: { label: "loss", help: "Each of its own kind.", chart: "loss" } },
    recovery: { says: "Set τ to 0.1", values: { tau: 0.1 } },
  },
  measures: {
    probe: {
      label: "linear probe",
      help: "Pictures that training did not see whose class a straight cut finds.",
      chart: "probe",
    },
  },
  charts: {
    loss: { title: "Loss", y: "nats" },
    probe: { title: "Probe", y: "%", bounds: [0, 100] },
  },
  branches: {
    out: { label: "L_out", values: { loss: "out" } },
    in: { label: "L_in", values: { loss: "in" } },
  },
  data: { signs: "data/signs.bin" },
  outputs: {
    z: { label: "z on the sphere", shape: "[80, 3]" },
    labels: { label: "classes", shape: "[80]", each: "change" },
    thumbs: { label: "some of the pictures", shape: "[12, 28, 28]", each: "change" },
    one: { label: "the picture picked", shape: "[28, 28]", each: "change" },
  },
  presets: {
    usual: { label: "Usual", says: "Both find the classes.", values: {} },
    cold: { label: "Cold", says: "Only the nearest pictures count.", values: { tau: 0.03 } },
  },
});
