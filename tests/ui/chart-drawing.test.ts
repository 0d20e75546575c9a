import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createChartDrawing, type DrawableLine } from "../../src/ui/chart-drawing.ts";

const line = (values: readonly number[], more: Partial<DrawableLine> = {}): DrawableLine => ({
  steps: Uint32Array.from(values, (_, i) => i),
  values: Float32Array.from(values),
  ...more,
});
const wave = (count: number, height = 1): number[] =>
  Array.from({ length: count }, (_, i) => height * (Math.sin(i / 40) + 0.3 * Math.sin(37 * i)));
const run = {};

test("the step axis ends where the run does, and further only if that went on", () => {
  const draw = createChartDrawing();
  const end = (count: number): number =>
    draw({ lines: [line(wave(count))], stopAt: 2000, run }).x.domain[1];
  expect([0, 1, 700, 2001, 2501].map(end)).toEqual([2000, 2000, 2000, 2000, 2500]);
});

test("within a run the vertical axis only grows; the next run begins with its own", () => {
  const draw = createChartDrawing();
  const domain = (height: number, of: object | null) =>
    draw({ lines: [line(wave(200, height))], stopAt: 200, run: of }).y.domain;
  const wide = domain(4, run);
  expect(domain(1, run)).toEqual(wide);
  expect(domain(40, run)[1]).toBeGreaterThan(wide[1]);
  expect(domain(1, {})[1]).toBeLessThan(wide[1]);
  // Pictures of no run fit what they show, each time.
  expect(domain(9, null)[1]).toBeGreaterThan(domain(1, null)[1]);
});

test("what the first few values of a noisy line reach is taken back", () => {
  const draw = createChartDrawing();
  const domain = (count: number) =>
    draw({
      lines: [line([90, -90, ...wave(count)], { noisy: true })],
      stopAt: 2000,
      run,
    }).y.domain;
  expect(domain(5)[1]).toBeGreaterThan(50);
  expect(domain(100)[1]).toBeLessThan(5);
});

test("a noisy line is drawn faintly and as its median; one in a short chart, or an exact one, as it is", () => {
  const draw = createChartDrawing();
  const noisy = draw({ lines: [line(wave(500), { noisy: true })], stopAt: 2000, run });
  expect(noisy.window).toBe(51);
  expect(noisy.lines[0]!.raw!.joined.length).toBeGreaterThan(noisy.lines[0]!.path.joined.length);
  // Its number is where it ends, not the last of the values about it.
  const jump = draw({ lines: [line([...wave(500), 9], { noisy: true })], stopAt: 2000, run });
  expect(Array.from(jump.lines[0]!.curve.values).at(-1)).toBeLessThan(2);
  const short = draw({ lines: [line(wave(50), { noisy: true })], stopAt: 100, run });
  expect(short).toMatchObject({ window: 0, lines: [{ raw: null }] });
  expect(draw({ lines: [line(wave(500))], stopAt: 2000, run }).lines[0]!.raw).toBeNull();
});

test("the run before is drawn as a ghost; an exact one is in range, a noisy one may leave it", () => {
  const ghost = line(wave(300, 50));
  const exact = createChartDrawing()({
    lines: [line(wave(300), { former: ghost })],
    stopAt: 300,
    run,
  });
  expect(exact.lines[0]!.former).not.toBe("");
  expect(exact.y.domain[1]).toBeGreaterThan(50);
  const noisy = createChartDrawing()({
    lines: [line(wave(300), { former: ghost, noisy: true })],
    stopAt: 300,
    run,
  });
  expect(noisy.lines[0]!.former).not.toBe("");
  expect(noisy.y.domain[1]).toBeLessThan(5);
  const first = createChartDrawing()({ lines: [line(wave(300))], stopAt: 300, run });
  expect(first.lines[0]!.former).toBe("");
});

test("no name covers a curve of the chart, of whatever shape, nor the noise around it or the run before", () => {
  const values = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: 1,
    maxLength: 300,
  });
  const lines = fc.array(fc.record({ values, noisy: fc.boolean(), ghost: fc.option(values) }), {
    minLength: 1,
    maxLength: 3,
  });
  const width = 0.6;
  let placed = 0;
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 400 }), (asked, stopAt) => {
      const given = asked.map(({ values: own, noisy, ghost }) =>
        line(own, { noisy, nameWidth: width, ...(ghost && { former: line(ghost) }) }),
      );
      const { names, x, y } = createChartDrawing()({ lines: given, stopAt, run: null });
      if (!names) return;
      placed++;
      for (const middle of names)
        for (const curve of given.flatMap(({ former, ...own }) => (former ? [own, former] : [own])))
          for (const [i, value] of [...(curve.values as Float32Array)].entries()) {
            // Names are a quarter of the lowest chart high.
            const apart = Math.abs(y.place(value) - middle) >= 0.125;
            expect(apart || x.place(curve.steps[i]!) < 1 - width).toBe(true);
          }
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(placed).toBeGreaterThan(20);
});

test("where curves leave no room there are no names, nor later in that run", () => {
  const draw = createChartDrawing();
  const names = (count: number, of: object | null) =>
    draw({
      lines: [line(wave(count), { noisy: true, nameWidth: 0.3 })],
      stopAt: 400,
      bounds: [-1, 1],
      run: of,
    }).names;
  expect(names(200, run)).not.toBeNull();
  expect(names(400, run)).toBeNull();
  expect(names(200, run)).toBeNull();
  expect(names(200, {})).not.toBeNull();
});
