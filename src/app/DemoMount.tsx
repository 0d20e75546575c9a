import { use, useCallback, useEffect } from "react";
import { CodeDisclosure } from "./code/CodeDisclosure.tsx";
import { openedDemo } from "./demos.ts";
import { OpenedFigure } from "./OpenedFigure.tsx";
import { client } from "./training-client.ts";
import { useWarmed } from "./use-warmed.ts";

export interface DemoMountProps {
  readonly id: string;
  /** The element that it is drawn into; none on the server. */
  readonly place?: Element;
}

/** One demo of a note. Suspends until its code and its precomputed pictures are here. */
export function DemoMount({ id, place }: DemoMountProps) {
  const opened = use(openedDemo(id));
  useWarmed(
    place,
    useCallback(() => client().warm(id), [id]),
  );
  useEffect(() => opened.hold(), [opened]);
  const still = import.meta.env.SSR;
  const foot = <CodeDisclosure demo={id} still={still} />;
  return <OpenedFigure opened={opened} still={still} foot={foot} />;
}
