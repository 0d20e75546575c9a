/**
 * SVG path data of a closed ring in whole units, each vertex told from the one before. Vertices in the middle of a straight
 * run along an axis are left out: a field's regions follow the frame for most of their length.
 */
export function ringPath(ring: readonly (readonly [number, number])[]): string {
  const whole = ring
    .map(([x, y]) => [Math.round(x), Math.round(y)] as const)
    .filter(([x, y], i, all) => x !== all.at(i - 1)![0] || y !== all.at(i - 1)![1]);
  const corners = whole.filter(([x, y], i) => {
    const [x0, y0] = whole.at(i - 1)!;
    const [x1, y1] = whole[(i + 1) % whole.length]!;
    return !((x === x0 && x === x1) || (y === y0 && y === y1));
  });
  let path = "";
  corners.forEach(([x, y], i) => {
    if (i === 0) {
      path = `M${x} ${y}l`;
      return;
    }
    const [x0, y0] = corners[i - 1]!;
    path += `${i > 1 && x >= x0 ? " " : ""}${x - x0}${y >= y0 ? " " : ""}${y - y0}`;
  });
  return corners.length > 2 ? `${path}z` : "";
}
