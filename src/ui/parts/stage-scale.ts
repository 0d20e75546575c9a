import { createContext, use } from "react";
import { atShare, lengthOf, percent, shareOf, type Box, type Place } from "./stage-box.ts";

/** Where data units lie on a stage. */
export interface StageScale {
  readonly box: Box;
  /** Percentages for the attributes of SVG in a `Layer`: they hold at any size, also before there is a page. */
  x(value: number): string;
  y(value: number): string;
  width(units: number): string;
  height(units: number): string;
  /** CSS px from the plane's left and top. Only on a page. */
  toPx(place: Place): Place;
  /** The place under a pointer, outside of the box too. Only on a page. */
  fromPx(clientX: number, clientY: number): Place;
}

export const StageContext = createContext<StageScale | null>(null);

/** The scale of the stage around. Throws outside of one. */
export function useStage(): StageScale {
  const scale = use(StageContext);
  if (!scale) throw new Error("This part stands on a Stage.");
  return scale;
}

export function stageScale(box: Box, bounds: () => DOMRect): StageScale {
  const [across, up] = box;
  return {
    box,
    x: (value) => percent(shareOf(across, value)),
    y: (value) => percent(1 - shareOf(up, value)),
    width: (units) => percent(units / lengthOf(across)),
    height: (units) => percent(units / lengthOf(up)),
    toPx([x, y]) {
      const { width, height } = bounds();
      return [shareOf(across, x) * width, (1 - shareOf(up, y)) * height];
    },
    fromPx(clientX, clientY) {
      const { left, top, width, height } = bounds();
      return [atShare(across, (clientX - left) / width), atShare(up, 1 - (clientY - top) / height)];
    },
  };
}
