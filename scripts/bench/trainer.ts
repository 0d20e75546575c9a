/** What every implementation of a case gives the benchmark. */
export interface Trainer {
  /** Takes step i, 0 for the first, and returns its loss. */
  step(i: number): number;
  /** How steps are taken, where there is more than one way. */
  mode?(): string;
  close(): void;
}

/** Settings of a case by name: widths, batch sizes. */
export type Sizes = Readonly<Record<string, number>>;

/** Exported as `start` by every implementation of a family of cases. */
export type Start = (sizes: Sizes) => Trainer;
