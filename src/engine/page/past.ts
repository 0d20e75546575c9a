/** What a run looked like before: some of its snapshots, evenly spaced over its steps, in bounded memory. */
import type { NDArray } from "../../contract/array.ts";
import type { Demo } from "../../contract/demo.ts";
import type { Seen, Snapshot } from "../../contract/view.ts";

/** As a picture reads them. */
export interface Past<D extends Demo = Demo> {
  /** Steps of which there is a snapshot, ascending. */
  steps(): readonly number[];
  /** The snapshot nearest to a step; null where the present one is nearer, or there is none. */
  nearest(step: number, present: number): Snapshot<D> | null;
}

export interface KeptPast<D extends Demo> extends Past<D> {
  add(snapshot: Snapshot<D>): void;
}

/** Between half and all of so many are kept. */
const MOST = 64;
/** ours: what a page may spend on looking back. */
const MOST_BYTES = 16e6;

export function createPast<D extends Demo>(most = MOST, mostBytes = MOST_BYTES): KeptPast<D> {
  let kept: { readonly snapshot: Snapshot<D>; readonly arrays: readonly NDArray[] }[] = [];
  /** Steps from one to the next at least. */
  let gap = 1;

  /** Outputs that only settings change are the same arrays in many snapshots. */
  const bytes = (): number =>
    [...new Set(kept.flatMap(({ arrays }) => arrays))].reduce(
      (sum, { data }) => sum + data.byteLength,
      0,
    );

  /** Keeps about every second, and from now on as few. */
  function thin(): void {
    const span = kept.at(-1)!.snapshot.step - kept[0]!.snapshot.step;
    gap = Math.max(2 * gap, Math.ceil((2 * span) / kept.length));
    let next = 0;
    kept = kept.filter(({ snapshot: { step } }) => {
      const stays = step >= next;
      if (stays) next = step + gap;
      return stays;
    });
  }

  return {
    steps: () => kept.map(({ snapshot }) => snapshot.step),
    nearest(step, present) {
      const away = (each: number): number => Math.abs(each - step);
      let found: Snapshot<D> | null = null;
      for (const { snapshot } of kept)
        if (away(snapshot.step) < away(found?.step ?? present)) found = snapshot;
      return found;
    },
    add(snapshot) {
      const last = kept.at(-1)?.snapshot.step;
      if (last !== undefined && snapshot.step < last + gap) return;
      kept.push({ snapshot, arrays: arraysOf(snapshot) });
      while (kept.length > 1 && (kept.length >= most || bytes() > mostBytes)) thin();
    },
  };
}

const arraysOf = ({ outputs, branches }: Snapshot): NDArray[] =>
  [outputs, ...Object.values<Seen<Demo>>(branches).map((branch) => branch.outputs)].flatMap(
    (named) => Object.values(named as Readonly<Record<string, NDArray>>),
  );
