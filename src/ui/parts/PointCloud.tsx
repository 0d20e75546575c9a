import { useId, useMemo, useRef, useState } from "react";
import { Button } from "../Button.tsx";
import { VisuallyHidden } from "../VisuallyHidden.tsx";
import type { Numbers } from "./stage-box.ts";
import { ClassKey, LevelKey } from "./ClassKey.tsx";
import { CloudDrawing } from "./CloudDrawing.tsx";
import { HALF_SIDE } from "./cube.ts";
import { LatePointCard } from "./LatePointCard.tsx";
import { placePoints } from "./sphere-paths.ts";
import type { Facing } from "./sphere-view.ts";
import { isStill } from "./is-still.ts";
import { useIdleTurn } from "./use-idle-turn.ts";
import { SPHERE_KEYS, useLateReader } from "./use-late-reader.tsx";
import "./part-sheets.css";

export interface PointCloudProps {
  /** What the points are: "Contexts of sets". */
  readonly label: string;
  /** `[n, 3]`. */
  readonly points: Numbers;
  /** Names of the three axes. */
  readonly axes: readonly [string, string, string];
  /** Half the side of the cube that is drawn around 0, in units of the points. */
  readonly reach: number;
  /** Of each point, counted from 0. */
  readonly classes: ArrayLike<number>;
  /** Classes are kinds, each with a mark of its own, or levels of one quantity from low to high. */
  readonly scale: "kinds" | "levels";
  /** Of the classes. */
  readonly names: readonly string[];
  /** A point of its own, `[3]`, its name, and which of the others are linked to it. */
  readonly mark?: {
    readonly at: Numbers;
    readonly label: string;
    readonly near: readonly number[];
  };
  /** A point in words. */
  nameOf(i: number): string;
}

type Corner = readonly [x: number, y: number, z: number];

const START: Facing = { east: 0.6, north: 0.35 };

/** Points in space within a cube that turns slowly, and as the reader drags it. A point under the pointer, pressed or stepped to says what it is. */
export function PointCloud(props: PointCloudProps) {
  const { label, points, axes, reach, classes, scale, names, mark, nameOf } = props;
  const keysId = useId();
  const plane = useRef<HTMLDivElement>(null);
  const [turning, setTurning] = useState(() => !isStill());
  const [view, setView] = useState(START);
  const within = useMemo(() => inBall(points, reach), [points, reach]);
  const places = useMemo(() => placePoints(within, view, "globe"), [within, view]);
  // All can be read, those at the back too.
  const readable = useMemo(() => places.map((place) => place && { ...place, near: 1 }), [places]);
  const own = mark && { ...mark, at: inBall(mark.at, reach).data as unknown as Corner };
  const directions = useMemo(() => unit(points), [points]);
  const { picked, said, read, handlers, reader } = useLateReader();
  useIdleTurn(setView, turning && !read, plane);

  const Key = scale === "kinds" ? ClassKey : LevelKey;
  return (
    <div className="lp-sphere lp-space">
      {/* Arrow keys must reach it through a screen reader; it is neither a field nor a picture alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={plane}
        className="lp-sphere-plane"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${label}: ${points.shape[0]} points in space`}
        aria-describedby={keysId}
        {...handlers}
      >
        <CloudDrawing {...{ places, view, picked, classes, scale, axes }} mark={own} />
        <LatePointCard place={places[picked]} projection="globe" index={picked}>
          {picked >= 0 && nameOf(picked)}
        </LatePointCard>
        {reader({
          plane,
          view,
          setView,
          nameOf,
          points: directions,
          places: readable,
          projection: "globe",
        })}
      </div>
      <div className="lp-sphere-foot">
        <Key names={names} ringed={mark?.label} />
        <div className="lp-sphere-tools">
          <Button onPress={() => setTurning(!turning)}>{turning ? "Hold still" : "Turn"}</Button>
        </div>
      </div>
      <VisuallyHidden id={keysId}>{SPHERE_KEYS}</VisuallyHidden>
      <VisuallyHidden live>{said}</VisuallyHidden>
    </div>
  );
}

/** The cube's corners lie on the unit sphere, and what is outside of the cube is drawn on the sphere at most. */
function inBall({ shape, data }: Numbers, reach: number): Numbers {
  const scaled = data.map((x) => (x * HALF_SIDE) / reach);
  for (let i = 0; i < scaled.length; i += 3) {
    const length = Math.hypot(scaled[i]!, scaled[i + 1]!, scaled[i + 2]!);
    if (length > 1) for (let k = i; k < i + 3; k++) scaled[k]! /= length;
  }
  return { shape, data: scaled };
}

function unit({ shape, data }: Numbers): Numbers {
  const next = data.slice();
  for (let i = 0; i < next.length; i += 3) {
    const length = Math.hypot(next[i]!, next[i + 1]!, next[i + 2]!);
    if (length > 0) for (let k = i; k < i + 3; k++) next[k]! /= length;
  }
  return { shape, data: next };
}
