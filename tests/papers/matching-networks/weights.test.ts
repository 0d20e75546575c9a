/** What the note says of the shipped weights is what their card says. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { readWeights } from "../../../src/weights/weights-file.ts";
import type { Score, Weights } from "../../../src/contract/weights.ts";
import { noteText } from "../../fixtures/notes/note-text.ts";

const note = noteText("matching-networks");
let omniglot: Weights;

beforeAll(async () => {
  omniglot = await readWeights(await publicFile("weights/matching-omniglot.safetensors"));
});

const percent = (share: number): string => (100 * share).toFixed(1);
const withInterval = ({ mean, interval }: Score): string =>
  `${percent(mean)} % (${interval!.map(percent).join(" to ")})`;

test("the scores of the weights for Omniglot", () => {
  const { five, twenty, fiveTogether, twentyTogether } = omniglot.card.scores;
  expect(note).toContain(
    `reach ${withInterval(five!)} with five classes and ${withInterval(twenty!)} with twenty`,
  );
  expect(note).toContain(
    `with those of each episode it is ${percent(fiveTogether!.mean)} and ${percent(twentyTogether!.mean)} %`,
  );
  expect(five!.batches).toBe(200);
  expect(note).toContain(
    `for ${omniglot.card.steps.toLocaleString("en")} episodes of twenty pairs`,
  );
});

test("the file is at most 500 kB", async () => {
  const { byteLength } = await publicFile("weights/matching-omniglot.safetensors");
  expect(byteLength).toBeLessThanOrEqual(500_000);
});
