import { Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { same } from "../contract/params.ts";
import { DEFAULT_SEED } from "../contract/url.ts";
import type { Snapshot } from "../contract/view.ts";
import type { ChartsProps } from "./Charts.tsx";
import { latePart } from "../ui/late-part.tsx";
import { servedCharts } from "./served-charts.ts";
import { useRunPart } from "./use-run.ts";

const module = () => import("./Charts.tsx");
// Where the page was not served with them the whole figure waits, so that nothing moves.
const Charts = latePart("The charts", () => module().then((part) => part.Charts));

export interface LateChartsProps extends ChartsProps {
  /** Of the figure in its page. */
  readonly id: string;
}

/** Charts as the page was served with them; live ones, and their code, come once there is something else to show or the reader does. */
export function LateCharts({ id, ...props }: LateChartsProps) {
  const { demo, run } = props;
  const [first] = useState(() => run.snapshot());
  const [served] = useState(() => (isServed(props, first) ? servedCharts(id) : null));
  const [live, setLive] = useState<Awaited<ReturnType<typeof module>>>();
  const place = useRef<HTMLDivElement>(null);
  const changed = useRunPart(
    run,
    ({ phase, stale, curves }) => phase !== "idle" || stale || curves !== first.curves,
  );
  const [failed, setFailed] = useState(false);
  // What the reader's hand could not wake, it may the next time.
  const wake = (): void => void module().then(setLive, () => undefined);
  useEffect(() => {
    if (changed && served) module().then(setLive, () => setFailed(true));
  }, [changed, served]);

  useLayoutEffect(() => {
    if (!served) return;
    if (!live) return place.current?.append(served);
    // What has the focus when they are replaced has it afterwards.
    const focused = stopsIn(served).findIndex((stop) => stop === document.activeElement);
    served.remove();
    stopsIn(place.current!)[focused]?.focus();
  }, [live, served]);

  const charts = <Charts {...props} />;
  if (!served) return charts;
  // By now a run has begun, which the figure must not leave to wait for them.
  if (failed) return <Suspense>{charts}</Suspense>;
  return (
    <div ref={place} className="lp-charts-place" onPointerEnter={wake} onFocus={wake}>
      {live && <live.Charts demo={demo} run={run} />}
    </div>
  );
}

/** What Tab stops at: plots, and what helps to read them. */
const stopsIn = (element: Element): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>("button, .lp-plot-readable"),
];

const isServed = ({ demo }: ChartsProps, { precomputed, stale, values, seed }: Snapshot): boolean =>
  precomputed &&
  !stale &&
  seed === DEFAULT_SEED &&
  Object.entries(demo.params).every(([name, param]) =>
    same(param, (values as Readonly<Record<string, unknown>>)[name], param.fallback),
  );
