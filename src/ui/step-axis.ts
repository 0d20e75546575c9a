/** The horizontal axis of a line chart: as many numbers as have room. */
import { edgeAnchor, plainAxis, type Axis } from "./chart-scale.ts";

/** px of the narrowest chart's plot, of a digit, and between two numbers. */
const NARROW = { plot: 184, digit: 7.5, between: 8 };
const STEP_TICKS = [4, 3, 2, 1];

/** The horizontal axis of a chart, from step 0 on: with as many numbers as stand apart in the narrowest. */
export function stepAxis(end: number): Axis {
  const axes = STEP_TICKS.map((count) => plainAxis(0, end, count));
  return axes.find(apart) ?? axes.at(-1)!;
}

function apart({ ticks, place }: Axis): boolean {
  const spans = ticks.map(({ at, text }) => {
    const width = NARROW.digit * text.length;
    const behind = { start: 0, middle: width / 2, end: width }[edgeAnchor(place(at))];
    const left = NARROW.plot * place(at) - behind;
    return [left, left + width] as const;
  });
  return spans.every(([left], i) => i === 0 || left - spans[i - 1]![1] >= NARROW.between);
}
