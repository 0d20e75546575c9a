import { useId, useMemo, useRef, useState } from "react";
import { Button } from "../Button.tsx";
import { VisuallyHidden } from "../VisuallyHidden.tsx";
import type { Numbers } from "./stage-box.ts";
import { classCentres } from "./class-centres.ts";
import { ClassKey } from "./ClassKey.tsx";
import { LatePointCard } from "./LatePointCard.tsx";
import { placePoints } from "./sphere-paths.ts";
import { facingMost, type Projection } from "./sphere-view.ts";
import { SphereDrawing, type SphereDrawingProps } from "./SphereDrawing.tsx";
import { isStill } from "./is-still.ts";
import { useIdleTurn } from "./use-idle-turn.ts";
import { useStill } from "./use-page.ts";
import { SPHERE_KEYS, useLateReader } from "./use-late-reader.tsx";
import "./part-sheets.css";

export interface SphereProps {
  /** What the points are: "Embeddings of digits". */
  readonly label: string;
  /** On the unit sphere, `[n, 3]`. */
  readonly points: Numbers;
  /** Of each point, counted from 0; a point of no class, -1, is small and grey. */
  readonly classes?: ArrayLike<number>;
  /** Of the classes. Each also stands in the drawing where the points of its class lie together. */
  readonly names?: readonly string[];
  /** One of each point, grey `[n, rows, columns]` or in colour `[n, 3, rows, columns]` or `[n, rows, columns, 3]`, 0 to 1. */
  readonly pictures?: Numbers;
  /** For several beside each other: small, without the map and without names in the drawing. */
  readonly small?: boolean;
  /** Turns slowly until the reader takes it; where they asked for less motion, only when they press for it. */
  readonly turns?: boolean;
}

/**
 * Points on a unit sphere, turned by dragging and by keys, or as a map of all of it. A point under the pointer, pressed or
 * stepped to shows its picture. On paper it is the map.
 */
export function Sphere({
  label,
  points,
  classes,
  names,
  pictures,
  small = false,
  turns = false,
}: SphereProps) {
  const keysId = useId();
  const plane = useRef<HTMLDivElement>(null);
  const [projection, setProjection] = useState<Projection>("globe");
  const [turning, setTurning] = useState(() => turns && !isStill());
  const still = useStill();
  const [view, setView] = useState(() => facingMost(points));
  const places = useMemo(() => placePoints(points, view, projection), [points, view, projection]);
  const centres = useMemo(
    () => (classes && names && !small ? classCentres(points, classes, names) : undefined),
    [points, classes, names, small],
  );
  const nameOf = (i: number): string => {
    const k = classes?.[i] ?? -1;
    return k < 0 ? `point ${i + 1}` : (names?.[k] ?? `class ${k + 1}`);
  };
  const { picked, said, read, handlers, reader } = useLateReader();
  useIdleTurn(setView, turning && !read, plane);

  const flat = projection === "map";
  const n = points.shape[0]!;
  return (
    <div className={small ? "lp-sphere lp-sphere-small" : "lp-sphere"}>
      {/* Arrow keys must reach it through a screen reader; it is neither a field nor a picture alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={plane}
        className="lp-sphere-plane"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${label}: ${n} points on a ${flat ? "map of the sphere" : "sphere"}`}
        aria-describedby={keysId}
        {...handlers}
      >
        <SphereDrawing {...{ places, view, projection, picked, classes, centres, small }} />
        <LatePointCard place={places[picked]} {...{ pictures, projection }} index={picked}>
          {picked >= 0 && nameOf(picked)}
        </LatePointCard>
        {reader({ plane, points, places, projection, view, setView, nameOf })}
      </div>
      {still && (
        <div className="lp-sphere-paper">
          <Map {...{ points, classes, view, centres, small }} />
        </div>
      )}
      <div className="lp-sphere-foot">
        {names && <ClassKey names={names} />}
        {!small && (
          <div className="lp-sphere-tools">
            {turns && (
              <Button onPress={() => setTurning(!turning)}>
                {turning ? "Hold still" : "Turn"}
              </Button>
            )}
            <Button pressed={flat} onPress={() => setProjection(flat ? "globe" : "map")}>
              Flat map
            </Button>
          </div>
        )}
      </div>
      <VisuallyHidden id={keysId}>{SPHERE_KEYS}</VisuallyHidden>
      <VisuallyHidden live>{said}</VisuallyHidden>
    </div>
  );
}

type MapProps = Pick<SphereProps, "points"> &
  Pick<SphereDrawingProps, "classes" | "view" | "centres" | "small">;

/** All of the sphere at once, for paper. */
function Map({ points, ...props }: MapProps) {
  const places = placePoints(points, props.view, "map");
  return <SphereDrawing {...props} places={places} projection="map" picked={-1} />;
}
