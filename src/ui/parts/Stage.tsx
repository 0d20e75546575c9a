import { useMemo, useState, type ReactNode } from "react";
import { lengthOf, type Box } from "./stage-box.ts";
import { inLetters } from "./in-letters.ts";
import { StageContext, stageScale } from "./stage-scale.ts";
import "./part-sheets.css";

export interface StageProps {
  /** Names the group of what stands on it; none where something around does. */
  readonly label?: string;
  readonly box: Box;
  /** In CSS px at usual letters, with which it grows, where there is room for it; without one, all the room there is. */
  readonly width?: number;
  /** A CSS length. Without one, a unit is equally long on both axes. */
  readonly height?: string;
  /** `StageX` and `StageY`, where numbers stand beside it. */
  readonly axes?: ReactNode;
  /** Without the hairline around it. */
  readonly bare?: boolean;
  /** Layers and parts, painted in this order, but pictures of pixels first. */
  readonly children: ReactNode;
}

/** A plane in data units. What stands on it is placed in shares of it, so a page shows it before its scripts come. */
export function Stage({ label, box, width, height, axes, bare = false, children }: StageProps) {
  const [{ hold, bounds }] = useState(heldPlane);
  const [[left, right], [bottom, top]] = box;
  const scale = useMemo(
    () =>
      stageScale(
        [
          [left, right],
          [bottom, top],
        ],
        bounds,
      ),
    [left, right, bottom, top, bounds],
  );
  return (
    <div
      className="lp-stage"
      data-fixed={width !== undefined}
      // A fieldset is for fields; this is a picture, which may hold something to press, so no `img` either.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      {...(label !== undefined && { role: "group", "aria-label": label })}
    >
      <div ref={hold} className={bare ? "lp-plane" : "lp-plane lp-plane-framed"}>
        <Room box={box} width={width} height={height} />
        <StageContext value={scale}>{children}</StageContext>
      </div>
      {axes}
    </div>
  );
}

/** The plane's element, for hands to measure. As a state of its own it would have everything on the stage drawn twice. */
function heldPlane() {
  let plane: HTMLDivElement | null = null;
  return {
    hold: (element: HTMLDivElement | null): void => {
      plane = element;
    },
    bounds: (): DOMRect => plane!.getBoundingClientRect(),
  };
}

/** Nothing but the size: an element with sides in proportion needs no style of its own. */
function Room({ box: [x, y], width, height }: Pick<StageProps, "box" | "width" | "height">) {
  const ratio = `0 0 ${lengthOf(x)} ${lengthOf(y)}`;
  return (
    <svg
      className="lp-plane-room"
      width={width === undefined ? "100%" : inLetters(width)}
      height={height}
      viewBox={height === undefined ? ratio : undefined}
      aria-hidden="true"
    />
  );
}
