/** The weights that draw digits: by their recipes, as good as the note says, and small. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recipe as usual } from "../../../scripts/recipes/draw-generate.ts";
import { recipe as wide } from "../../../scripts/recipes/draw-wide.ts";
import { recipe as whole } from "../../../scripts/recipes/draw-without.ts";
import { readWeights } from "../../../src/weights/weights-file.ts";

/** Learned, and not counted. */
const BEGINNINGS = new Set(["c0", "hEnc0", "hDec0"]);
const note = readFileSync("notes/draw.md", "utf8");

describe.each([
  ["draw-generate", usual, 90],
  ["draw-wide", wide, 87.4],
  ["draw-without", whole, 95],
])("%s", async (name, recipe, most) => {
  const bytes = new Uint8Array(readFileSync(`public/weights/${name}.safetensors`));
  const { card, tensors } = await readWeights(bytes.buffer);

  test("was made by its recipe, with its sizes", () => {
    expect(card).toMatchObject({
      script: `npm run train -- ${name}`,
      demo: recipe.demo,
      seed: recipe.seed,
      steps: recipe.steps,
      data: recipe.data.says,
    });
    const { T, H, Z } = recipe.settings;
    expect(card.settings).toContain(`lstm units ${H}, code size ${Z}`);
    expect(card.settings).toMatch(T === "8" ? /./ : `steps of drawing ${T}`);
    expect(tensors.hDec0!.shape).toEqual([Number(H)]);
    expect(tensors["Q.W"]!.shape).toEqual([Number(H), 2 * Number(Z)]);
  });

  test(`costs at most ${most} nats on the whole test set, which the note tells with its interval, and 2 MB`, () => {
    const { mean, interval, examples } = card.scores.bound!;
    expect(mean).toBeLessThanOrEqual(most);
    expect(examples).toBe(10_000);
    for (const said of [mean, ...interval!]) expect(note).toContain(said.toFixed(2));
    const counted = Object.entries(tensors).filter(([entry]) => !BEGINNINGS.has(entry));
    const count = counted.reduce((sum, [, { data }]) => sum + data.length, 0);
    expect(note).toContain(count.toLocaleString("en"));
    expect(bytes.length).toBeLessThan(2e6);
  });
});
