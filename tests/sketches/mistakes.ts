/** Mistakes that must not compile. Nothing runs this file: the compiler reads it, and says where it finds no error. */
import { points } from "../../src/contract/points-param.ts";
import { defineDemo } from "../../src/contract/demo.ts";
import { choice, number } from "../../src/contract/params.ts";
import type { Views } from "../../src/contract/view.ts";
import { defineProgram } from "../../src/engine/program.ts";
import { scalar } from "../../src/math/tensor.ts";

const base = {
  id: "a/b",
  title: "",
  question: "?",
  source: { section: "", equations: [] },
} as const;
const metric = { label: "", help: "" };
const x = number({ label: "", help: "", effect: "live", fallback: 1, min: 0, max: 2 });
const loss = choice({
  label: "",
  help: "",
  effect: "restart",
  fallback: "one",
  options: [
    { value: "one", label: "" },
    { value: "two", label: "" },
  ],
});
const D = points({ label: "", help: "", effect: "live", most: 2, box: [[0, 1]] });

const stepped = defineDemo({
  ...base,
  params: { x, loss },
  outputs: { y: { label: "", shape: "[]" } },
  steps: { name: "step", stopAt: 1, measureEvery: 1, metrics: { m: metric } },
  measures: { q: metric },
  data: { digits: "data/x.bin" },
});
const instant = defineDemo({
  ...base,
  params: { x, D },
  outputs: { y: { label: "", shape: "[]" } },
});

// @ts-expect-error step, measure and data are missing
defineProgram(stepped, { init: () => ({}), observe: () => ({ y: () => scalar(1) }) });

defineDemo({
  ...base,
  params: { x, loss },
  outputs: {},
  // @ts-expect-error the loss has no such value
  branches: { one: { label: "", values: { loss: "three" } } },
});

defineDemo({
  ...base,
  params: { x, loss },
  outputs: {},
  // @ts-expect-error there is no such setting
  weights: [{ file: "f", when: { nope: 1 } }],
});

defineProgram(instant, {
  init: () => ({}),
  // @ts-expect-error a demo without steps has no step
  step: () => ({ state: {}, metrics: {} }),
  observe: () => ({ y: () => scalar(1) }),
});

// @ts-expect-error an output is missing
defineProgram(instant, { init: () => ({}), observe: () => ({}) });

defineDemo({
  ...base,
  params: { x },
  outputs: {},
  // @ts-expect-error a preset gives text to a number
  presets: { one: { label: "", says: "", values: { x: "1" } } },
});

defineProgram(instant, {
  init: () => ({}),
  // @ts-expect-error points are an array, no number
  observe: (_, settings) => ({ y: () => scalar(settings.D) }),
});

export const views: Views<typeof instant, string> = {
  views: [
    {
      label: "",
      // @ts-expect-error there is no such output
      needs: ["z"],
      // @ts-expect-error there is no such setting to set
      draw: (_, hand) => (hand.input({ z: 1 }), ""),
      describe: () => "",
    },
  ],
  finding: () => "",
};

/** Without a mistake: what the others are measured by. */
defineProgram(instant, {
  init: () => ({}),
  observe: (_, settings) => ({ y: () => scalar(settings.x) }),
});
