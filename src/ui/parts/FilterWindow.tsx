import { formatNumber } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { FilterGrid, type FilterGridProps } from "./FilterGrid.tsx";
import { Grip } from "./Grip.tsx";
import { GripWindow } from "./GripWindow.tsx";
import { Pixels } from "./Pixels.tsx";
import { cellsBox, type Box, type Numbers, type Place, type Span } from "./stage-box.ts";
import { Stage } from "./Stage.tsx";
import { StageBorder, StageLetter } from "./StageLetter.tsx";
import { turned } from "./turned.ts";
import { WithStrips } from "./WithStrips.tsx";

export interface FilterWindowProps {
  /** The image, [side, side], its name, and CSS px a pixel. */
  readonly picture: Numbers | undefined;
  readonly name: string;
  readonly side: number;
  readonly scale: number;
  /** Pixels around the image that the window may slide onto. */
  readonly room: { readonly before: number; readonly after: number };
  /** As it was set: centre and stride in pixels, grid points a side. */
  readonly centre: Place;
  readonly stride: number;
  readonly points: number;
  /** As it acts: the filters, [points, side], across and down, and where they lie. */
  readonly FX: Numbers | undefined;
  readonly FY: Numbers | undefined;
  readonly filters: Pick<FilterGridProps, "across" | "down" | "deviation" | "tone"> | undefined;
  onInput(change: WindowChange): void;
  onCommit(change: WindowChange): void;
}

/** What a hand sets: not more than one of them. */
export interface WindowChange {
  readonly centre?: Place;
  readonly stride?: number;
}

/** CSS px across a strip. */
const STRIP = 28;
/** Pixels between the window’s side and the handle that moves it: of the smallest window it is clear of that in the middle. */
const OFF_SIDE = 4;
const STEP = 0.25;
const SET: Tone = "made";

/** DRAW’s window on an image, to drag and to pull, with the filters that it is made of along the axes that they weigh. */
export function FilterWindow(props: FilterWindowProps) {
  const { picture, name, side, scale, room, FX, FY, filters } = props;
  const across: Span = [-room.before, side - 1 + room.after];
  const down: Span = [across[1], across[0]];
  const image = cellsBox(side, side);
  const width = scale * (across[1] - across[0]);
  const N = FX?.shape[0] ?? props.points;
  const most = Math.max(1e-6, ...(FX?.data ?? []), ...(FY?.data ?? []));
  const shown = { scale: "sequential", range: [0, most] } as const;
  const right: Box = [[0, N], image[1]];
  const below: Box = [image[0], [N, 0]];
  const middle = (-0.5 - room.before) / 2;
  return (
    <WithStrips
      right={
        <Stage bare box={[[0, N], down]} width={STRIP} height={`${width}px`}>
          {FY && (
            <Pixels
              {...shown}
              values={turned(FY)}
              at={right}
              label="F_Y: rows of the image from top to bottom, a filter a column."
            />
          )}
          <StageBorder of={right} />
          <StageLetter at={[N / 2, middle]}>
            F<tspan dy="3">Y</tspan>
          </StageLetter>
        </Stage>
      }
      below={
        <Stage bare box={[across, [N, 0]]} width={width} height={`${STRIP}px`}>
          {FX && (
            <Pixels
              {...shown}
              values={FX}
              at={below}
              label="F_X: columns of the image from left to right, a filter a row."
            />
          )}
          <StageBorder of={below} />
          <StageLetter at={[middle, N / 2]}>
            F<tspan dy="3">X</tspan>
          </StageLetter>
        </Stage>
      }
    >
      <Stage label="The window on the picture" bare box={[across, down]} width={width}>
        {picture && <Pixels values={picture} scale="ink" at={image} label={name} />}
        <StageBorder of={image} />
        {filters && <FilterGrid {...filters} scale={scale} />}
        <CentreGrip {...props} />
        <StrideGrip {...props} within={across} />
      </Stage>
    </WithStrips>
  );
}

function CentreGrip({ centre, stride, points, onInput, onCommit }: FilterWindowProps) {
  return (
    <>
      <Grip
        label="Window’s centre g"
        valueText={`${formatNumber(centre[0])} across, ${formatNumber(centre[1])} down`}
        tone={SET}
        at={centre}
        step={STEP}
        onInput={(to) => onInput({ centre: to })}
        onCommit={(to) => onCommit({ centre: to })}
      >
        <GripWindow at={centre} size={(points - 1) * stride} />
      </Grip>
      <StageLetter tone={SET} at={centre} dy={-18}>
        g
      </StageLetter>
    </>
  );
}

type StrideGripProps = FilterWindowProps & { readonly within: Span };

/** Moves the side of the window, and so the stride; none where both sides lie beyond the stage. */
function StrideGrip({ centre, stride, points, within, onInput, onCommit }: StrideGripProps) {
  const [gX, gY] = centre;
  const reach = ((points - 1) * stride) / 2 + OFF_SIDE;
  const way = [1, -1].find((to) => gX + to * reach >= within[0] && gX + to * reach <= within[1]);
  if (way === undefined) return null;
  const at: Place = [gX + way * reach, gY];
  const strideAt = ([x]: Place): WindowChange => ({
    stride: (2 * Math.max(0, way * (x - gX) - OFF_SIDE)) / (points - 1),
  });
  return (
    <>
      <StageLetter tone={SET} at={at} dy={-20}>
        δ
      </StageLetter>
      <Grip
        label="Stride δ, by the window’s side"
        valueText={`${formatNumber(stride)} pixels`}
        way="x"
        tone={SET}
        at={at}
        step={STEP}
        onInput={(to) => onInput(strideAt(to))}
        onCommit={(to) => onCommit(strideAt(to))}
      />
    </>
  );
}
