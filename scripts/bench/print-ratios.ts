/** Tables and ratios for the terminal. */
import { IMPLEMENTATIONS } from "./implementations.ts";
import type { Result } from "./measure.ts";
import { WANTED } from "./wanted.ts";

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly results: readonly Result[];
}

/** A number with three digits. */
const short = (x: number): string => (x < 100 ? x.toPrecision(3) : x.toFixed(0));

export function printRow({ id, title, results }: Row): void {
  const ours = results.find(({ implementation }) => implementation === "ours")?.ms;
  console.log(`\n${title} (${id}), ms a step`);
  for (const { implementation, ms, mode, remark, steps } of results) {
    const name = IMPLEMENTATIONS[implementation].padEnd(20);
    if (ms === undefined) console.log(`  ${name} ${remark}`);
    else {
      const ratio = ours ? `${short(ms / ours)}x`.padStart(8) : "";
      const rest = [`${steps} steps`, mode, remark].filter(Boolean).join("; ");
      console.log(`  ${name} ${short(ms).padStart(8)} ${ratio}  (${rest})`);
    }
  }
}

/** How the ratios that we want came out; the last line sums up. */
export function printRatios(rows: readonly Row[], file: string): void {
  console.log("");
  let [met, measured] = [0, 0];
  for (const { case: id, against, ratio } of WANTED) {
    const row = rows.find((entry) => entry.id === id);
    const ms = (name: string) =>
      row?.results.find(({ implementation }) => implementation === name)?.ms;
    const [own, other] = [ms("ours"), ms(against)];
    if (!row || !own || !other) continue;
    const reached = other / own >= ratio;
    measured += 1;
    met += Number(reached);
    console.log(
      `${row.title} vs ${IMPLEMENTATIONS[against]}: ${short(other / own)}x (wanted ${ratio}x) ${reached ? "✓" : "✗"}`,
    );
  }
  const where = file.includes("browser") ? "in Chromium" : "in Node";
  console.log(
    `${rows.length} cases measured ${where}; ${met} of ${measured} wanted ratios reached; written to ${file}.`,
  );
}
