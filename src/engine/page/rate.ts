/** Steps a second over the last moments. */
export interface Rate {
  /** Notes that `step` was reached at `now`, ms. */
  note(step: number, now: number): void;
  /** Steps a second; 0 while unknown. */
  value(): number;
}

const WINDOW_MS = 1500;
/** The first steps of a run are prepared for: no pace to foretell others by. */
const FIRST = 3;

export function createRate(): Rate {
  const marks: { step: number; now: number }[] = [];
  let noted = 0;
  return {
    note(step, now) {
      noted += 1;
      marks.push({ step, now });
      while (marks.length > 2 && now - marks[0]!.now > WINDOW_MS) marks.shift();
    },
    value() {
      const first = marks[0];
      const last = marks.at(-1);
      if (noted < FIRST || !first || !last || last.now <= first.now) return 0;
      return ((last.step - first.step) * 1000) / (last.now - first.now);
    },
  };
}
