import { meansBetween, rankCorrelation } from "../../../contract/curve-arithmetic.ts";
import { last } from "../../../contract/last.ts";
import type { Points } from "../../../contract/protocol.ts";
import { weightsFile } from "../../../contract/trained.ts";
import type { Snapshot } from "../../../contract/view.ts";
import { formatCount, formatNumber } from "../../../ui/format-number.ts";
import { demo, MODES } from "./demo.ts";

type Ring = Snapshot<typeof demo>;

const NAMES = { wgan: "WGAN", gan: "GAN" };
const REPORTERS = { wgan: "critic", gan: "discriminator" };
/** Fewer measures than this show no trend. */
const ROWS_FOR_A_TREND = 8;
/** Words for a rank correlation. */
const VERDICTS = [
  { above: 0.5, says: "rose and fell with it" },
  { above: 0.2, says: "tended to move with it" },
  { above: -0.2, says: "said nothing about it" },
  { above: Number.NEGATIVE_INFINITY, says: "moved against it" },
];

/** An estimate this near to zero is rounding, … */
const ZERO = 1e-6;
/** … and after so many steps of it in a row no accident. */
const DEAD_STEPS = 50;

/** The step since which the estimate has been zero; null where it is not, or has not been for long. */
export function zeroSince({ steps, values }: Points): number | null {
  const first = values.findLastIndex((value) => Math.abs(value) > ZERO) + 1;
  const since = steps[first];
  return since !== undefined && steps[steps.length - 1]! - since >= DEAD_STEPS ? since : null;
}

/** How the reported loss went with the exact distance over the run, in words; of one that is dead, that it is. */
function agreement({ series, values }: Ring): string {
  const reporter = REPORTERS[values.loss];
  const dead = zeroSince(series.estimate);
  if (dead !== null)
    return ` The estimate has been 0 since step ${formatCount(dead)}: the ${reporter} is flat.`;
  const distances = [...series.em.values].slice(1);
  if (distances.length < ROWS_FOR_A_TREND) return "";
  const rho = rankCorrelation(meansBetween(series.estimate, series.em), distances);
  if (Number.isNaN(rho)) return "";
  const verdict = VERDICTS.find(({ above }) => rho > above)!.says;
  return ` Over this run the ${reporter}’s estimate ${verdict} (rank correlation ${rho.toFixed(2)}).`;
}

/** The answer to the demo's question, from the numbers of this run. */
export function finding(snapshot: Ring): string {
  const { series, step, values, phase, begunFrom } = snapshot;
  if (series.em.values.length === 0) {
    return phase === "idle"
      ? "Press Run: the answer is measured from your own run."
      : "The first measurement is under way.";
  }
  const modes = `${last(series.modes)} of ${MODES[values.data]} modes`;
  const distance = formatNumber(last(series.em));
  const floor = formatNumber(last(series.floor));
  const trained = weightsFile(demo, values) ? " from trained weights" : "";
  const start = begunFrom ? ` from the weights in ${begunFrom.name}` : trained;
  return `After ${formatNumber(step)} generator steps${start} the ${NAMES[values.loss]} covers ${modes}, at an exact earth-mover distance of ${distance} (two batches of real points: ${floor}).${agreement(snapshot)}`;
}
