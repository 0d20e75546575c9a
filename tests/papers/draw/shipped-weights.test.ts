/** The weights that draw their digits: by their recipe, as good as the note says, and small. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recipe } from "../../../scripts/recipes/draw-generate.ts";
import { readWeights } from "../../../src/weights/weights-file.ts";

const bytes = new Uint8Array(readFileSync("public/weights/draw-generate.safetensors"));
const { card, tensors } = await readWeights(bytes.buffer);
const note = readFileSync("notes/draw.md", "utf8");

test("were made by their recipe, with its sizes", () => {
  expect(card).toMatchObject({
    script: "npm run train -- draw-generate",
    demo: recipe.demo,
    seed: recipe.seed,
    steps: recipe.steps,
    data: recipe.data.says,
  });
  const { T, H, Z } = recipe.settings;
  expect(card.settings).toContain(`steps of drawing ${T}, lstm units ${H}, code size ${Z}`);
  expect(tensors.hDec0!.shape).toEqual([Number(H)]);
  expect(tensors["Q.W"]!.shape).toEqual([Number(H), 2 * Number(Z)]);
});

test("reach 90 nats on the whole test set, which the note tells with its interval, in at most 2 MB", () => {
  const { mean, interval, examples } = card.scores.bound!;
  expect(mean).toBeLessThanOrEqual(90);
  expect(examples).toBe(10_000);
  for (const said of [mean, ...interval!]) expect(note).toContain(said.toFixed(2));
  const counted = Object.entries(tensors).filter(([name]) => !name.endsWith("0"));
  const count = counted.reduce((sum, [, { data }]) => sum + data.length, 0);
  expect(note).toContain(`${Math.floor(count / 1000)},${String(count % 1000).padStart(3, "0")}`);
  expect(bytes.length).toBeLessThan(2e6);
});
