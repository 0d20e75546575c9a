import { expect, test } from "vitest";
import { defaults } from "../../src/contract/params.ts";
import { differences, matchingPreset, presetValues } from "../../src/figure/preset-values.ts";
import { demo as generate } from "../../src/papers/draw/generate/demo.ts";
import { demo as ring } from "../../src/papers/wgan/ring/demo.ts";
import { ringDemo as demo } from "../fixtures/ring-demo.tsx";

const standard = defaults(demo.params);

test("a preset means its values and the defaults of the rest", () => {
  expect(presetValues(demo, demo.presets.steep)).toEqual({
    alpha: 5e-4,
    c: 0.9,
    nCritic: 5,
    loss: "wgan",
    hidden: 64,
  });
});

test("the matching preset is found whatever the picture shows", () => {
  expect(matchingPreset(demo, standard)).toBe("wgan");
  expect(matchingPreset(demo, { ...standard, levels: false })).toBe("wgan");
  expect(matchingPreset(demo, { ...standard, loss: "gan" })).toBe("gan");
  expect(matchingPreset(demo, { ...standard, loss: "gan", c: 0.9 })).toBeNull();
});

test("nor does a look at another part of the picture, though a preset begins with one", () => {
  const wide = presetValues(generate, generate.presets.wide);
  expect(matchingPreset(generate, { ...defaults(generate.params), ...wide, shown: 3 })).toBe(
    "wide",
  );
});

test("a setting that does nothing changes no preset", () => {
  const values = { ...defaults(ring.params), ...ring.presets.gan.values };
  expect(matchingPreset(ring, { ...values, c: 0.9 })).toBe(matchingPreset(ring, values));
  expect(matchingPreset(ring, values)).not.toBeNull();
});

test("only what differs is set", () => {
  expect(differences(demo, presetValues(demo, demo.presets.gan), { ...standard, c: 0.3 })).toEqual({
    c: 0.1,
    loss: "gan",
  });
});
