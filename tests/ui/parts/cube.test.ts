import { expect, test } from "vitest";
import { cubeEdges, HALF_SIDE } from "../../../src/ui/parts/cube.ts";
import { FINE } from "../../../src/ui/parts/sphere-paths.ts";
import { lookedAt, placedBy } from "../../../src/ui/parts/sphere-view.ts";

const view = { east: 0.6, north: 0.35 };
const pieces = (d: string): string[] => d.split("M").filter(Boolean);

test("a cube has three edges at its far corner and nine others", () => {
  const { near, far } = cubeEdges(view);
  expect([pieces(near).length, pieces(far).length]).toEqual([9, 3]);
  const { x, y } = placedBy.globe(lookedAt(view)(-HALF_SIDE, -HALF_SIDE, -HALF_SIDE));
  // Seen from the east and the north, the corner with three negative coordinates is behind.
  const corner = `${Math.round(FINE * x)} ${Math.round(FINE * y)}`;
  for (const edge of pieces(far)) expect(edge.split("L")).toContain(corner);
});
