/** The lines of a skeleton as paths from junction to junction, pixel by pixel. */
import type { Bitmap } from "./outline-bitmap.ts";

export type Point = readonly [x: number, y: number];
export type Path = readonly Point[];

/** Sides first; a corner counts as a neighbour only where no side leads there. */
const SIDES = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
const CORNERS = [
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
] as const;

export function traced({ width, ink }: Bitmap): Path[] {
  const neighbours = new Map<number, number[]>();
  for (const [at, there] of ink.entries()) if (there) neighbours.set(at, around(ink, width, at));
  const isNode = (at: number): boolean => neighbours.get(at)!.length !== 2;
  const seen = new Set<string>();
  const paths: number[][] = [];
  for (const [node, near] of neighbours) {
    if (!isNode(node)) continue;
    if (near.length === 0) paths.push([node]);
    for (const next of near) {
      if (seen.has(`${node} ${next}`)) continue;
      const path = followed(neighbours, node, next, isNode);
      seen.add(`${node} ${next}`).add(`${path.at(-1)} ${path.at(-2)}`);
      paths.push(path);
    }
  }
  // What no junction or end leads to are rings.
  const used = new Set(paths.flat());
  for (const [start, near] of neighbours) {
    if (used.has(start) || isNode(start)) continue;
    const ring = followed(neighbours, start, near[0]!, (at) => at === start);
    for (const at of ring) used.add(at);
    paths.push(ring);
  }
  return paths.map((path) => path.map((at) => [at % width, Math.floor(at / width)] as const));
}

function around(ink: Uint8Array, width: number, at: number): number[] {
  const there = (dx: number, dy: number): boolean => ink[at + dy * width + dx] === 1;
  const sides = SIDES.filter(([dx, dy]) => there(dx, dy));
  const corners = CORNERS.filter(([dx, dy]) => there(dx, dy) && !there(0, dy) && !there(dx, 0));
  return [...sides, ...corners].map(([dx, dy]) => at + dy * width + dx);
}

/** On from `from` over `to` until a place where paths end. */
function followed(
  neighbours: ReadonlyMap<number, readonly number[]>,
  from: number,
  to: number,
  ends: (at: number) => boolean,
): number[] {
  const path = [from, to];
  let [before, here] = [from, to];
  while (!ends(here)) {
    const next = neighbours.get(here)!.find((at) => at !== before);
    if (next === undefined) break;
    [before, here] = [here, next];
    path.push(here);
  }
  return path;
}
