import { Suspense, useState } from "react";
import { Button } from "../Button.tsx";
import { latePart } from "../late-part.tsx";
import type { DrawingPadProps } from "./DrawingPad.tsx";
import "./part-sheets.css";

// Readers of what was drawn before need none.
const DrawingPad = latePart("The pad for drawing", () =>
  import("./DrawingPad.tsx").then((part) => part.DrawingPad),
);

export interface PadOverProps extends Pick<
  DrawingPadProps,
  "label" | "values" | "onInput" | "onCommit"
> {
  /** Which of several pictures the stage shows: with another one the reader goes on, and the pad closes. */
  readonly at: number;
  /** What the button says that closes it. */
  readonly back: string;
}

/** On a stage, in the place of all that is on it: a pad, until the reader goes on. So nothing below the stage moves. */
export function PadOver({ at, back, ...drawn }: PadOverProps) {
  /** Where it was opened. */
  const [opened, setOpened] = useState<number | null>(at);
  if (opened !== null && opened !== at) setOpened(null);
  if (opened === null)
    return (
      <div className="lp-stage-corner">
        <Button onPress={() => setOpened(at)}>Draw</Button>
      </div>
    );
  return (
    <div className="lp-stage-over">
      <Suspense>
        <DrawingPad low {...drawn} />
      </Suspense>
      <Button kind="primary" onPress={() => setOpened(null)}>
        {back}
      </Button>
    </div>
  );
}
