import { useState } from "react";
import { cellsBox, type Box, type Place } from "../../../ui/parts/stage-box.ts";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { GripWindow } from "../../../ui/parts/GripWindow.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { StageX } from "../../../ui/parts/StageAxes.tsx";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { digit } from "../made-pictures.ts";

const PICTURE = cellsBox(28, 28);

function WindowOnPicture() {
  const [at, setAt] = useState<Place>([13.5, 10]);
  return (
    <Stage label="Window" box={PICTURE} width={224}>
      <Pixels values={digit} scale="ink" at={PICTURE} />
      <Grip
        label="Centre"
        at={at}
        step={0.1}
        valueText={`x ${at[0]}, y ${at[1]}`}
        onInput={setAt}
        onCommit={setAt}
      >
        <GripWindow at={at} size={12} />
      </Grip>
    </Stage>
  );
}

const LINE: Box = [
  [-1, 1],
  [0, 1],
];

function HandleOnLine() {
  const [theta, setTheta] = useState(0.4);
  const set = ([x]: Place): void => setTheta(x);
  return (
    <Stage label="Two lines" box={LINE} height="7rem" axes={<StageX span={LINE[0]} label="θ" />}>
      <Lines theta={theta} />
      <Grip
        label="θ"
        way="x"
        tone="made"
        at={[theta, 0.5]}
        step={0.01}
        onInput={set}
        onCommit={set}
      />
    </Stage>
  );
}

function Lines({ theta }: { readonly theta: number }) {
  const { x } = useStage();
  return (
    <Layer>
      <line x1={x(0)} x2={x(0)} y1="0" y2="100%" stroke="var(--data-real)" strokeWidth="2" />
      <line
        x1={x(theta)}
        x2={x(theta)}
        y1="0"
        y2="100%"
        stroke="var(--data-made)"
        strokeWidth="2"
        strokeDasharray="5 3"
      />
    </Layer>
  );
}

/** A pixel in two pictures. */
function PixelInTwo() {
  const [at, setAt] = useState<Place>([13, 10]);
  const other: Place = [at[0] + 32, at[1]];
  return (
    <Stage
      label="Pixel"
      box={[
        [-0.5, 59.5],
        [27.5, -0.5],
      ]}
      width={240}
      bare
    >
      <Pixels values={digit} scale="ink" at={PICTURE} />
      <Pixels
        values={digit}
        scale="diverging"
        at={[
          [31.5, 59.5],
          [27.5, -0.5],
        ]}
      />
      <Grip label="Pixel" at={at} alsoAt={[other]} step={1} onInput={setAt} onCommit={setAt} />
    </Stage>
  );
}

export const example = {
  name: "Grip",
  node: (
    <>
      <WindowOnPicture />
      <HandleOnLine />
      <PixelInTwo />
    </>
  ),
};
