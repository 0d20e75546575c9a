/** Pictures of 28×28 bits. */

/** 784 bits fill 24 and a half words of 32. */
export const WORDS = 25;
const BYTES = 98;

/** Words of pictures of 98 bytes each. Bytes may stand in any order within words: only counts of ones matter. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const pictures = bytes.length / BYTES;
  const words = new Uint32Array(pictures * WORDS);
  const target = new Uint8Array(words.buffer);
  for (let i = 0; i < pictures; i++) {
    target.set(bytes.subarray(i * BYTES, (i + 1) * BYTES), i * WORDS * 4);
  }
  return words;
}

function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Pixels that are 1 in both pictures. */
export function common(words: Uint32Array, a: number, b: number): number {
  let count = 0;
  for (let i = 0; i < WORDS; i++) count += ones(words[a * WORDS + i]! & words[b * WORDS + i]!);
  return count;
}
