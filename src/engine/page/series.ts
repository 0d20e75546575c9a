/** A curve on the page: grows in place, is handed out as views, and is thinned where it grows too long to keep whole. */
import type { Points } from "../../contract/protocol.ts";

export interface Series {
  append(points: Points): void;
  /** The points so far, as views: valid until the next append. */
  view(): Points;
}

/** Beyond this, every second point of the older half goes: long runs keep their shape in bounded memory. */
const CAPACITY = 1 << 16;

export function createSeries(capacity = CAPACITY): Series {
  let steps = new Uint32Array(256);
  let values = new Float32Array(256);
  let length = 0;

  function reserve(wanted: number): void {
    if (wanted <= steps.length) return;
    const size = Math.max(wanted, steps.length * 2);
    const grown = {
      steps: new Uint32Array(size),
      values: new Float32Array(size),
    };
    grown.steps.set(steps.subarray(0, length));
    grown.values.set(values.subarray(0, length));
    ({ steps, values } = grown);
  }

  function thin(): void {
    const half = length >> 1;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      if (i < half && i % 2 === 1) continue;
      steps[kept] = steps[i]!;
      values[kept] = values[i]!;
      kept += 1;
    }
    length = kept;
  }

  return {
    append(points) {
      // Snapshots hold views of the old buffers: thinning in place would change what they show.
      if (length + points.steps.length > capacity) {
        steps = steps.slice();
        values = values.slice();
        thin();
      }
      reserve(length + points.steps.length);
      steps.set(points.steps, length);
      values.set(points.values, length);
      length += points.steps.length;
    },
    view: () => ({
      steps: steps.subarray(0, length),
      values: values.subarray(0, length),
    }),
  };
}

/** The curves of a run by name; names that were not announced are passed over. */
export interface Curves {
  append(points: Readonly<Record<string, Points>>): void;
  views(): Record<string, Points>;
}

export function createCurves(names: readonly string[]): Curves {
  const curves = new Map(names.map((name) => [name, createSeries()]));
  return {
    append(points) {
      for (const [name, chunk] of Object.entries(points)) curves.get(name)?.append(chunk);
    },
    views: () => Object.fromEntries([...curves].map(([name, curve]) => [name, curve.view()])),
  };
}

/** The newest point of each curve alone: of a demo without steps, whose every point is at step 0. */
export function createNewest(names: readonly string[]): Curves {
  const none: Points = { steps: new Uint32Array(0), values: new Float32Array(0) };
  let newest: Record<string, Points> = Object.fromEntries(names.map((name) => [name, none]));
  return {
    append(points) {
      const news = Object.entries(points).filter(
        ([name, { steps }]) => Object.hasOwn(newest, name) && steps.length > 0,
      );
      newest = {
        ...newest,
        ...Object.fromEntries(
          news.map(([name, { steps, values }]) => [
            name,
            { steps: steps.slice(-1), values: values.slice(-1) },
          ]),
        ),
      };
    },
    views: () => newest,
  };
}
