import { useEffect, useState, type ReactNode } from "react";
import { Button } from "../Button.tsx";
import { Slider } from "../Slider.tsx";
import { isStill } from "./is-still.ts";
import "./part-sheets.css";

export interface PlaybackProps {
  /** What a press does, `"Draw"`, and what is counted, `"step"`. */
  readonly verb: string;
  readonly name: string;
  /** Where it is, a whole number from 0 to `last`. */
  readonly at: number;
  readonly last: number;
  /** How long each is shown, ms. */
  readonly every: number;
  onInput(at: number): void;
  onCommit(at: number): void;
  /** A further button in the row. */
  readonly children?: ReactNode;
}

/** Plays through a few pictures once, when it is pressed, or lets the reader scrub. With reduced motion a press is one picture, and says so. */
export function Playback(props: PlaybackProps) {
  const { verb, name, at, last, every, onInput, onCommit, children } = props;
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (at + 1 < last) {
        onInput(at + 1);
        return;
      }
      setPlaying(false);
      onCommit(last);
    }, every);
    return () => clearTimeout(timer);
  }, [playing, at, last, every, onInput, onCommit]);
  const still = isStill();
  const one = at === last ? "Begin again" : `${verb} one ${name}`;
  const press = (): void => {
    const next = at === last ? 0 : at + 1;
    if (playing) {
      setPlaying(false);
      onCommit(at);
    } else if (still) {
      onCommit(next);
    } else {
      setPlaying(true);
      onInput(next);
    }
  };
  return (
    <div className="lp-playback">
      <Button icon={playing ? "pause" : "run"} kind="primary" onPress={press}>
        {playing ? "Pause" : still ? one : verb}
      </Button>
      <Slider
        label={`${name} shown`}
        scale={{ min: 0, max: last, step: 1, log: false }}
        value={at}
        valueText={`${name} ${at} of ${last}`}
        onInput={(next) => {
          setPlaying(false);
          onInput(next);
        }}
        onCommit={onCommit}
      />
      {children}
    </div>
  );
}
