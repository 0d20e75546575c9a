/** A picture of Omniglot, 105×105 pixels of one bit with ink 0, as 28×28 bits with ink 1. */
import { readFileSync } from "node:fs";
import { readRows } from "./png-rows.ts";
import { UsageError } from "../machine/usage.ts";

const FROM = 105;
const TO = 28;
/** A new pixel is 3.75 old ones wide. In quarters: an old one has 4, a new one 15, and an area of 15·15. */
const OLD = 4;
const NEW = 15;
/** Quarters of ink, of the 225, from which a new pixel is ink: 30 %. */
const INK = 68;
/** PNG's kind of picture: 1 bit deep, grey, then two bytes of no choice, not interlaced. */
const KIND = "0100000000";

/** 98 bytes: rows from the top, the highest bit first. */
export function reduced(path: string): Uint8Array {
  const png = readFileSync(path);
  const right = png.toString("hex", 24, 29) === KIND && png.readUInt32BE(16) === FROM;
  if (!right || png.readUInt32BE(20) !== FROM) {
    throw new UsageError(`“${path}” is no PNG picture of ${FROM}×${FROM} pixels of one bit.`);
  }
  const { rows } = readRows(png, 1);
  const quarters = new Uint8Array(TO * TO);
  for (let y = 0; y < FROM; y++) {
    for (let x = 0; x < FROM; x++) {
      if ((rows[y]![x >> 3]! >> (7 - (x & 7))) & 1) continue;
      for (const [row, height] of shares(y)) {
        for (const [column, width] of shares(x)) quarters[row * TO + column]! += height * width;
      }
    }
  }
  const bytes = new Uint8Array((TO * TO) / 8);
  quarters.forEach((ink, i) => {
    if (ink >= INK) bytes[i >> 3]! |= 128 >> (i & 7);
  });
  return bytes;
}

/** The new pixels that an old one lies in, one or two, each with the quarters of it that lie there. */
function shares(old: number): [place: number, quarters: number][] {
  const place = Math.floor((old * OLD) / NEW);
  const here = Math.min(OLD, (place + 1) * NEW - old * OLD);
  return here === OLD
    ? [[place, OLD]]
    : [
        [place, here],
        [place + 1, OLD - here],
      ];
}
