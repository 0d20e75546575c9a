import { useId, useState } from "react";
import type { Steps } from "../contract/demo.ts";
import { integer } from "../contract/params.ts";
import { DEFAULT_SEED, MAX_SEED } from "../contract/url.ts";
import type { Phase } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { closeWhenLeft } from "../ui/close-popover.ts";
import { Menu } from "../ui/Menu.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { useRunPart } from "./use-run.ts";

export interface PlayBarProps {
  readonly run: Run;
  readonly steps: Steps;
  /** Steps a second that the run is limited to as it stands here first: one of the speeds. */
  readonly pace?: number | undefined;
  onCommit(): void;
}

/** Steps a second; the empty one is no limit. Two a second can be followed by eye. */
const SPEEDS = [
  { value: "", label: "full speed" },
  { value: "50", label: "50 steps/s" },
  { value: "10", label: "10 steps/s" },
  { value: "2", label: "2 steps/s" },
];
/** New seeds stay short, so that links do. */
const NEW_SEEDS = 10_000;

const SEED = integer({
  label: "Seed",
  help: "",
  effect: "restart",
  fallback: DEFAULT_SEED,
  min: 0,
  max: MAX_SEED,
});

/** What the main button does, but where a run is going. A run that ended goes on for as long again; one that failed starts over. */
const ACTIONS: Readonly<Record<Phase, string>> = {
  idle: "Run",
  starting: "Run",
  training: "Run",
  paused: "Run",
  done: "Run on",
  fault: "Run again",
};

/** Starts, stops and repeats the run. */
export function PlayBar({ run, steps, pace, onCommit }: PlayBarProps) {
  const phase = useRunPart(run, (snapshot) => snapshot.phase);
  const seed = useRunPart(run, (snapshot) => snapshot.seed);
  const [speed, setSpeed] = useState(String(pace ?? ""));
  const seedId = useId();
  const speedId = useId();
  const moreId = useId();
  const going = useRunPart(run, (snapshot) => snapshot.playing);

  const toggle = (): void => {
    if (going) return run.pause();
    run.play();
  };
  const reseed = (next: number): void => {
    run.reseed(next);
    onCommit();
  };

  return (
    <fieldset className="lp-bar" aria-label="Run">
      <Button kind="primary" className="lp-run" icon={going ? "pause" : "run"} onPress={toggle}>
        {going ? "Pause" : ACTIONS[phase]}
      </Button>
      <Button icon="step" className="lp-icon-button" label="Step" onPress={() => run.stepOnce()}>
        {""}
      </Button>
      <Button icon="reset" className="lp-icon-button" label="Reset" onPress={() => run.reset()}>
        {""}
      </Button>
      <RunProgress steps={steps} run={run} />
      <button
        type="button"
        className="lp-button lp-button-plain lp-icon-button lp-bar-more"
        popoverTarget={moreId}
        onBlur={closeWhenLeft}
        aria-label="Speed and seed"
      >
        …
      </button>
      {/* Where there is no room in the line, it opens from the button. */}
      <div id={moreId} popover="auto" className="lp-bar-rest" onBlur={closeWhenLeft}>
        <span className="lp-bar-part">
          <label htmlFor={speedId}>Speed</label>
          <Menu
            id={speedId}
            options={SPEEDS}
            value={speed}
            onChange={(next) => {
              setSpeed(next);
              run.limit(next === "" ? null : Number(next));
            }}
          />
        </span>
        <span className="lp-bar-part">
          <label htmlFor={seedId}>Seed</label>
          <NumberField id={seedId} text={String(seed)} parse={SEED.parse} onCommit={reseed} />
          <Button
            icon="seed"
            className="lp-icon-button"
            label="New seed"
            onPress={() => reseed(Math.floor(Math.random() * NEW_SEEDS))}
          >
            {""}
          </Button>
        </span>
      </div>
    </fieldset>
  );
}
