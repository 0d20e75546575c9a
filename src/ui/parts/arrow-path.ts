import type { Place } from "./stage-box.ts";

/** Half of how wide the head is, of its length. */
const SLENDER = 0.7;
const HEAD = 5;

/** The path of an arrow along an axis, in the units of its places. */
export function arrowPath([x, y]: Place, [to, down]: Place): string {
  const [dx, dy] = [Math.sign(to - x) * HEAD, Math.sign(down - y) * HEAD];
  const [left, top] = [to - dx, down - dy];
  const [across, along] = [dy * SLENDER, dx * SLENDER];
  const head = `M${left - across} ${top - along}L${to} ${down}L${left + across} ${top + along}`;
  return `M${x} ${y}L${to} ${down}${head}`;
}
