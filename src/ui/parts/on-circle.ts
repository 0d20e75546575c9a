/** Places on the unit circle, and arrows between them. */
import type { Numbers, Place } from "./stage-box.ts";

/** The place at so many degrees clockwise from the top. */
export const placeAt = (degrees: number): Place => {
  const turn = (degrees * Math.PI) / 180;
  return [Math.sin(turn), Math.cos(turn)];
};
export const degreesAt = ([x, y]: Place): number => (Math.atan2(x, y) * 180) / Math.PI;

/**
 * An arrow along the chord from one place to another, as long as said, the other way where that is negative. It begins `edge` away,
 * where a mark around the first place ends. Of two places that are the same there is no direction, and no arrow.
 */
export function alongChord(
  start: Place,
  [x, y]: Place,
  length: number,
  edge: number,
): { readonly from: Place; readonly by: Place } {
  const [dx, dy] = [x - start[0], y - start[1]];
  const chord = Math.max(1e-6, Math.hypot(dx, dy));
  const off = (Math.sign(length) * edge) / chord;
  const per = length / chord;
  return { from: [start[0] + off * dx, start[1] + off * dy], by: [per * dx, per * dy] };
}

/** Places as numbers, `[n, 2]`. */
export const placesOf = (places: readonly Place[]): Numbers => ({
  shape: [places.length, 2],
  data: Float32Array.from(places.flat()),
});
