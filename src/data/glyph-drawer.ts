/**
 * Simulated drawers: how a character comes out when somebody copies it by hand. A drawer has a style for each alphabet, and every
 * drawing has noise of its own. Ours throughout: the sizes of all deviations were set so that ink, extent, place and the
 * accuracy of comparing raw pixels are near those of Omniglot (Lake, Salakhutdinov and Tenenbaum, 2015).
 */
import { fold, type Key } from "../math/key.ts";
import { cosTurn, exp, sinTurn } from "../math/portable-math.ts";
import { normalArray, uniformArray } from "../math/random-arrays.ts";
import { SIDE } from "./grey-pictures.ts";
import type { Line } from "./ink.ts";

export interface Style {
  /** Turns, clockwise. */
  readonly rotation: number;
  readonly slant: number;
  /** Logarithm of width by height. */
  readonly aspect: number;
  /** Of the longest side, as a share of the picture's. */
  readonly size: number;
  /** Multiplies the noise of strokes. */
  readonly haste: number;
  /** Radius of the pen's tip, pixels. */
  readonly pen: number;
  /** Weights by which a point and those before and after it are averaged: the point's own in the middle. */
  readonly smoothing: Float64Array;
}

const DEGREE = 1 / 360;

export function styleOf(key: Key): Style {
  const [rotation, slant, aspect, haste] = normalArray(fold(key, "normal"), 4);
  const [size, pen, smoothing] = uniformArray(fold(key, "uniform"), 3);
  return {
    rotation: 3.5 * DEGREE * rotation!,
    slant: 0.07 * slant!,
    aspect: 0.1 * aspect!,
    size: 0.4 + 0.32 * size!,
    haste: exp(0.35 * haste!),
    pen: THINNEST + (THICKEST - THINNEST) * pen!,
    smoothing: gaussian(0.6 + 1.6 * smoothing!),
  };
}

/** Of the pen's tip: radius, pixels. */
const [THINNEST, THICKEST] = [0.51, 0.72];

function gaussian(sigma: number): Float64Array {
  const reach = Math.floor(4 * sigma + 0.5);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    exp(-((i - reach) * (i - reach)) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Distance of the points that a stroke is drawn through; the character's longest side is 1. */
const STEP = 0.02;
/** A field of displacements has so many knots a side. */
const KNOTS = 4;
const FIELD = 2 * KNOTS * KNOTS;
/** Random numbers of a whole drawing besides the field: size, rotation, slant, aspect, place. */
const WHOLE = 6;
/** And of a stroke: rotation, scale, shift, three waves, stretch of both ends. */
const STROKE = 13;
const WAVES = 3;

/** The strokes of a character (in a box around 0 whose longest side is 1) as this style draws them, in pixels of the picture. */
export function drawnBy(style: Style, strokes: readonly Line[], key: Key): Line[] {
  const random = normalArray(fold(key, "normal"), WHOLE + FIELD + STROKE * strokes.length);
  const phases = uniformArray(fold(key, "uniform"), WAVES * strokes.length);
  const field = random.subarray(WHOLE, WHOLE + FIELD);
  const place = placed(style, random);
  return strokes.map((stroke, i) => {
    const noise = random.subarray(WHOLE + FIELD + STROKE * i).subarray(0, STROKE);
    const line = evenly(stroke);
    moveStroke(line, style, noise);
    if (line.length > 2 * 4) {
      wave(line, style, noise.subarray(5, 11), phases.subarray(WAVES * i));
      const smooth = smoothedBy(style.smoothing, line);
      stretchEnds(smooth, style, noise.subarray(11));
      line.set(smooth);
    }
    displace(line, 0.03 * style.haste, field);
    place(line);
    return line;
  });
}

/** Points at even distances of at most STEP along a stroke, both ends included. */
function evenly(stroke: Line): Line {
  let total = 0;
  for (let i = 2; i < stroke.length; i += 2) total += lengthAt(stroke, i);
  const count = Math.max(2, Math.ceil(total / STEP) + 1);
  const line = new Float64Array(2 * count);
  let [piece, before] = [2, 0];
  for (let i = 0; i < count; i++) {
    const along = (total * i) / (count - 1);
    while (piece < stroke.length - 2 && before + lengthAt(stroke, piece) < along) {
      before += lengthAt(stroke, piece);
      piece += 2;
    }
    const length = lengthAt(stroke, piece);
    const t = length > 0 ? Math.min(1, (along - before) / length) : 0;
    for (const axis of [0, 1]) {
      const from = stroke[piece - 2 + axis]!;
      line[2 * i + axis] = from + t * (stroke[piece + axis]! - from);
    }
  }
  return line;
}

/** Of the piece that ends at the point with its x at `i`. */
function lengthAt(stroke: Line, i: number): number {
  const [dx, dy] = [stroke[i]! - stroke[i - 2]!, stroke[i + 1]! - stroke[i - 1]!];
  return Math.sqrt(dx * dx + dy * dy);
}

/** Turns a stroke about its middle, scales it and shifts it. */
function moveStroke(line: Line, { haste }: Style, noise: Float32Array): void {
  const [turn, sx, sy, dx, dy] = noise;
  const [cos, sin] = cosSin(3.15 * DEGREE * haste * turn!);
  const [scaleX, scaleY] = [exp(0.056 * haste * sx!), exp(0.056 * haste * sy!)];
  const [shiftX, shiftY] = [0.0168 * haste * dx!, 0.0168 * haste * dy!];
  let [middleX, middleY] = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    middleX += line[i]!;
    middleY += line[i + 1]!;
  }
  middleX /= line.length / 2;
  middleY /= line.length / 2;
  for (let i = 0; i < line.length; i += 2) {
    const [x, y] = [line[i]! - middleX, line[i + 1]! - middleY];
    line[i] = (cos * x - sin * y) * scaleX + middleX + shiftX;
    line[i + 1] = (sin * x + cos * y) * scaleY + middleY + shiftY;
  }
}

function cosSin(turns: number): [cos: number, sin: number] {
  const t = turns - Math.floor(turns);
  return [cosTurn(t), sinTurn(t)];
}

/** Half a wave, a whole one and one and a half along a stroke. */
function wave(line: Line, { haste }: Style, sizes: Float32Array, phases: Float32Array): void {
  const last = line.length / 2 - 1;
  for (let f = 1; f <= WAVES; f++) {
    const size = (0.014 * haste) / f;
    const [x, y] = [size * sizes[2 * f - 2]!, size * sizes[2 * f - 1]!];
    for (let i = 0; i <= last; i++) {
      const [, sin] = cosSin((f * i) / (2 * last) + phases[f - 1]!);
      line[2 * i]! += x * sin;
      line[2 * i + 1]! += y * sin;
    }
  }
}

function smoothedBy(weights: Float64Array, line: Line): Line {
  const last = line.length / 2 - 1;
  const reach = (weights.length - 1) / 2;
  const result = new Float64Array(line.length);
  for (let i = 0; i <= last; i++) {
    let [x, y] = [0, 0];
    for (let k = -reach; k <= reach; k++) {
      const at = 2 * Math.min(last, Math.max(0, i + k));
      x += weights[k + reach]! * line[at]!;
      y += weights[k + reach]! * line[at + 1]!;
    }
    result[2 * i] = x;
    result[2 * i + 1] = y;
  }
  return result;
}

/** Makes a stroke begin and end a little early or late. */
function stretchEnds(line: Line, { haste }: Style, noise: Float32Array): void {
  const end = line.length - 2;
  const inner = Math.min(6, end);
  for (const axis of [0, 1]) {
    const [first, last] = [line[axis]!, line[end + axis]!];
    line[axis] = first + (first - line[inner + axis]!) * 0.175 * haste * noise[0]!;
    line[end + axis] = last + (last - line[end - inner + axis]!) * 0.175 * haste * noise[1]!;
  }
}

/** Shifts each point by a smooth field with the given random numbers at its knots, all over the character's box. */
function displace(line: Line, size: number, field: Float32Array): void {
  const [across, down] = [new Float64Array(KNOTS), new Float64Array(KNOTS)];
  for (let i = 0; i < line.length; i += 2) {
    weigh(line[i]! + 0.5, across);
    weigh(line[i + 1]! + 0.5, down);
    let [x, y] = [0, 0];
    for (let row = 0; row < KNOTS; row++) {
      for (let column = 0; column < KNOTS; column++) {
        const weight = size * down[row]! * across[column]!;
        x += weight * field[2 * (row * KNOTS + column)]!;
        y += weight * field[2 * (row * KNOTS + column) + 1]!;
      }
    }
    line[i]! += x;
    line[i + 1]! += y;
  }
}

/** What each of four knots counts at a place from 0 to 1: the cubic through them. */
function weigh(place: number, weights: Float64Array): void {
  const u = 3 * Math.min(1, Math.max(0, place));
  const [a, b, c] = [u - 1, u - 2, u - 3];
  weights[0] = (a * b * c) / -6;
  weights[1] = (u * b * c) / 2;
  weights[2] = (u * a * c) / -2;
  weights[3] = (u * a * b) / 6;
}

/** Puts a character on the picture: turned, slanted, stretched, as large as this drawer makes it, near the middle. */
function placed(style: Style, random: Float32Array): (line: Line) => void {
  const [grown, turned, slanted, stretched, right, below] = random;
  const size = SIDE * style.size * exp(0.1 * grown!);
  const [cos, sin] = cosSin(style.rotation + 2 * DEGREE * turned!);
  const slant = style.slant + 0.03 * slanted!;
  const width = exp((style.aspect + 0.05 * stretched!) / 2);
  const [middleX, middleY] = [SIDE * (0.5 + 0.05 * right!), SIDE * (0.5 + 0.05 * below!)];
  return (line) => {
    for (let i = 0; i < line.length; i += 2) {
      const y = line[i + 1]! / width;
      const x = line[i]! * width - slant * y;
      line[i] = size * (cos * x - sin * y) + middleX;
      line[i + 1] = size * (sin * x + cos * y) + middleY;
    }
  };
}
