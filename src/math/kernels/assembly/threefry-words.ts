/** src/math/threefry.ts for four counters at once. */

@inline function rotate(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}

/** The second word of a round, of the sum x and the word before. */
@inline function mix(x: v128, y: v128, by: i32): v128 {
  return v128.xor(rotate(y, by), x);
}

@inline function plus(x: v128, n: i32): v128 {
  return i32x4.add(x, i32x4.splat(n));
}

/** Second words of the blocks that `blocks` made last: a function has one result. */
export let second: v128 = i32x4(0, 0, 0, 0);

/** First words of the blocks of counters (c0, c1) to (c0 + 3, c1) under the key (k0, k1). */
@inline export function blocks(k0: i32, k1: i32, c0: i32, c1: i32): v128 {
  const k2 = k0 ^ k1 ^ 0x1bd11bda;
  let x = i32x4.add(i32x4.splat(c0 + k0), i32x4(0, 1, 2, 3));
  let y = i32x4.splat(c1 + k1);
  x = i32x4.add(x, y);
  y = mix(x, y, 13);
  x = i32x4.add(x, y);
  y = mix(x, y, 15);
  x = i32x4.add(x, y);
  y = mix(x, y, 26);
  x = i32x4.add(x, y);
  y = mix(x, y, 6);
  x = plus(x, k1);
  y = plus(y, k2 + 1);
  x = i32x4.add(x, y);
  y = mix(x, y, 17);
  x = i32x4.add(x, y);
  y = mix(x, y, 29);
  x = i32x4.add(x, y);
  y = mix(x, y, 16);
  x = i32x4.add(x, y);
  y = mix(x, y, 24);
  x = plus(x, k2);
  y = plus(y, k0 + 2);
  x = i32x4.add(x, y);
  y = mix(x, y, 13);
  x = i32x4.add(x, y);
  y = mix(x, y, 15);
  x = i32x4.add(x, y);
  y = mix(x, y, 26);
  x = i32x4.add(x, y);
  y = mix(x, y, 6);
  x = plus(x, k0);
  y = plus(y, k1 + 3);
  x = i32x4.add(x, y);
  y = mix(x, y, 17);
  x = i32x4.add(x, y);
  y = mix(x, y, 29);
  x = i32x4.add(x, y);
  y = mix(x, y, 16);
  x = i32x4.add(x, y);
  y = mix(x, y, 24);
  x = plus(x, k1);
  y = plus(y, k2 + 4);
  x = i32x4.add(x, y);
  y = mix(x, y, 13);
  x = i32x4.add(x, y);
  y = mix(x, y, 15);
  x = i32x4.add(x, y);
  y = mix(x, y, 26);
  x = i32x4.add(x, y);
  y = mix(x, y, 6);
  second = plus(y, k0 + 5);
  return plus(x, k2);
}
