import { LineChart } from "../../../ui/LineChart.tsx";

const STEPS = 400;
const steps = Float32Array.from({ length: STEPS }, (_, i) => 5 * i);
/** Noise that is the same on every visit. */
const jitter = (i: number): number => 0.12 * Math.sin(37.7 * i) * Math.sin(12.9 * i);

export const example = {
  name: "LineChart",
  node: (
    <LineChart
      title="Distance"
      y="W"
      x="step"
      stopAt={2000}
      marks={[800]}
      lines={[
        {
          label: "estimate",
          noisy: true,
          steps,
          values: steps.map((step, i) => 2 * Math.exp(-step / 600) + jitter(i)),
        },
        { label: "exact", steps, values: steps.map((step) => Math.exp(-step / 900)) },
      ]}
    />
  ),
};
