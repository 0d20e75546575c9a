/** The reader's drawings where nothing can be stored, as in a private window: there is no database here. The rest is in `e2e`. */
import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  forgetDrawings,
  keepDrawings,
  keptDrawings,
  wholeHalves,
  type Bits,
} from "../../../src/app/real-drawings/kept-drawings.ts";
import { counted } from "../../../src/app/real-drawings/counted.ts";
import { BYTES, DRAWINGS, HALVES } from "../../../src/omniglot/alphabets.ts";

const [background, evaluation] = HALVES;

/** A bit of ink for each drawing from one byte to before another. */
function drawn({ from, to }: { from: number; to: number }): Bits {
  const bits = new Uint8Array(DRAWINGS * BYTES);
  for (let at = from; at < to; at += BYTES) bits[at + BYTES - 1] = 1;
  return bits;
}

test("drawings of two files are there together for the visit, until they are forgotten", async () => {
  expect(await keptDrawings()).toBeNull();
  const one = await keepDrawings(drawn(evaluation));
  expect(one.says).toContain("lets the page store nothing");
  expect(counted(one.bits)).toEqual({ drawings: 13_180, characters: 659 });
  await keepDrawings(drawn({ from: 0, to: 7 * BYTES }));
  expect(counted((await keptDrawings())!)).toEqual({ drawings: 13_187, characters: 660 });
  await forgetDrawings();
  expect(await keptDrawings()).toBeNull();
});

test("a half is whole with its last drawing, and other bits are said to be others", async () => {
  expect(await wholeHalves(drawn({ ...evaluation, to: evaluation.to - BYTES }))).toEqual([]);
  expect(await wholeHalves(drawn(evaluation))).toEqual([{ file: evaluation.file, exact: false }]);
});

const packed = `${process.env.OMNIGLOT ?? "../shared/data"}/omniglot-28.bin.br`;
test.runIf(existsSync(packed))("the packed drawings are both halves, exactly", async () => {
  const bits = new Uint8Array(brotliDecompressSync(readFileSync(packed)));
  const both = [background, evaluation].map(({ file }) => ({ file, exact: true }));
  expect(await wholeHalves(bits)).toEqual(both);
});
