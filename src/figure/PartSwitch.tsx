import type { Demo } from "../contract/demo.ts";
import { chartsOf } from "./drawn-charts.ts";
import { mainControls } from "./main-controls.ts";

/** What a narrow figure shows below its picture. */
export type Part = "controls" | "charts" | "answer";

const LABELS: Readonly<Record<Part, string>> = {
  controls: "Controls",
  charts: "Charts",
  answer: "Answer",
};

const partsOf = (demo: Demo): Part[] => [
  ...(mainControls(demo).length > 0 ? (["controls"] as const) : []),
  ...(chartsOf(demo).length > 0 ? (["charts"] as const) : []),
  "answer",
];

export const firstPart = (demo: Demo): Part => partsOf(demo)[0]!;

export interface PartSwitchProps {
  readonly demo: Demo;
  readonly part: Part;
  onChoose(part: Part): void;
}

/** Where there is no room for all, one of the figure's parts at a time. */
export function PartSwitch({ demo, part, onChoose }: PartSwitchProps) {
  const parts = partsOf(demo);
  if (parts.length < 2) return null;
  return (
    <fieldset className="lp-part-switch" aria-label="Shown below the picture">
      {parts.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === part}
          onClick={() => onChoose(name)}
        >
          {LABELS[name]}
        </button>
      ))}
    </fieldset>
  );
}
