import {
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { slugOf, type Demo } from "../contract/demo.ts";
import { figureName, type FigurePlace } from "../contract/figure-place.ts";
import type { Shared } from "../contract/url.ts";
import type { Views } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Controls } from "./Controls.tsx";
import { Disclosure } from "./Disclosure.tsx";
import type { FaultBoxProps } from "./FaultBox.tsx";
import { FigureNumber } from "./FigureNumber.tsx";
import { FigureEquations, FigureSource } from "./FigureSource.tsx";
import { Finding, SpokenFinding } from "./Finding.tsx";
import { lookedRun } from "./looked-run.ts";
import { LateCharts } from "./LateCharts.tsx";
import { hasMore } from "./main-controls.ts";
import { MainControls } from "./MainControls.tsx";
import { Notices } from "./Notices.tsx";
import { firstPart, PartSwitch, type Part } from "./PartSwitch.tsx";
import { Pictures } from "./Pictures.tsx";
import { Presets } from "./Presets.tsx";
import type { ReceiptBarProps } from "./ReceiptBar.tsx";
import { ShareButton } from "./ShareButton.tsx";
import { latePart } from "../ui/late-part.tsx";
import { createStepCursor, FigureCursor } from "../ui/step-cursor.ts";
import { useAtHand } from "./use-at-hand.ts";
import { useOnScreen } from "./use-on-screen.ts";
import { WhatToSee } from "./WhatToSee.tsx";
import { useRunPart } from "./use-run.ts";
import "./figure-sheets.css";

// Figures without steps do without. Where it is still on its way the whole figure waits, so that nothing moves.
const PlayBar = latePart("The play bar", () =>
  import("./PlayBar.tsx").then((part) => part.PlayBar),
);

// Few links carry a run: the others do without its code.
const ReceiptBar = latePart("The run of the link", () =>
  import("./ReceiptBar.tsx").then((part) => part.ReceiptBar),
);

// Fetched when a run begins, so that it is there when a run fails; where it cannot be had, the message alone.
const FaultBox = latePart(
  "The fault",
  () => import("./FaultBox.tsx").then((part) => part.FaultBox),
  ({ run }) => <PlainFault run={run} />,
);
const PlainFault = ({ run }: Pick<FaultBoxProps, "run">) => (
  <p>{useRunPart(run, ({ fault }) => fault?.message)}</p>
);

// For paper alone.
const PrintedSettings = latePart(
  "The settings",
  () => import("./PrintedSettings.tsx").then((part) => part.PrintedSettings),
  () => null,
);

const Reproduce = latePart("What it takes to reproduce this", () =>
  import("./Reproduce.tsx").then((part) => part.Reproduce),
);

/** The run that the link brought along. */
export type Brought = Pick<ReceiptBarProps, "start" | "record">;

export interface FigureProps {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
  /** Version of the demo's code: runs of one version repeat bit for bit. */
  readonly version: string;
  readonly brought?: Brought;
  /** Absolute link to this figure with the given settings. */
  share(shared: Shared): string;
  /** Drawn by the server: nothing can be pressed until the page's own code has taken over. */
  readonly still?: boolean;
  /** Where it stands in a note, and in which form; without one it is whole. */
  readonly inNote?: FigurePlace;
  /** What stands below all else. */
  readonly foot?: ReactNode;
  /** After each settled change of settings or seed: the time to write them into the URL. */
  readonly onCommit?: () => void;
}

/** A demo as the reader meets it. All that it shows comes from the demo's declaration and from the run. */
export function Figure({ demo, views, run, version, brought, share, ...props }: FigureProps) {
  const { foot, inNote, still = false, onCommit } = props;
  const { steps } = demo;
  const whole = steps ? "full" : "instant";
  const form = inNote?.form === "hero" ? "hero" : whole;
  const hero = form === "hero";
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  const saysId = useId();
  const outputs = [...new Set(views.views.flatMap(({ needs }) => needs))];
  useOnScreen(run, outputs, element);
  useAtHand(element);
  const [cursor] = useState(createStepCursor);
  const looked = useMemo(() => lookedRun(run, cursor), [run, cursor]);
  const begun = useRunPart(run, ({ phase }) => phase !== "idle");
  const failed = useRunPart(run, ({ fault }) => fault !== null);
  const [chosen, setChosen] = useState(() => ({ part: firstPart(demo), afterFault: false }));
  // A fault stands where the answer does, and is seen until the reader turns away from it.
  const part = failed && !chosen.afterFault ? "answer" : chosen.part;
  const setPart = (next: Part): void => setChosen({ part: next, afterFault: failed });

  // One function for the life of the figure: controls are memoised and must not see a new one.
  const latest = useRef({ share, onCommit });
  useEffect(() => {
    latest.current = { share, onCommit };
  });
  const committed = useCallback(() => latest.current.onCommit?.(), []);
  const link = useCallback((shared: Shared) => latest.current.share(shared), []);

  // Above the first section no heading may stand.
  const Title = hero ? "p" : "h3";
  return (
    <section
      ref={element}
      className="lp-figure" // Beside the whole figure, whose question is the same.
      {...(hero ? { "aria-label": `In short: ${demo.question}` } : { "aria-labelledby": titleId })}
      data-form={form}
    >
      <header className="lp-figure-head">
        <Title id={titleId}>
          <FigureNumber inNote={inNote} />
          <span className="lp-figure-question">{demo.question}</span>
          <FigureEquations inNote={inNote} />
          {!inNote?.note && (
            <a
              className="anchor"
              href={`#${inNote?.id ?? slugOf(demo)}`}
              aria-label="Link to this figure"
            >
              #
            </a>
          )}
        </Title>
        <fieldset role="presentation" className="lp-figure-tools" disabled={still}>
          <ShareButton run={run} link={link} />
        </fieldset>
      </header>
      <fieldset className="lp-figure-body" role="presentation" disabled={still}>
        <Notices demo={demo} run={run} />
        {brought && !hero && (
          <Suspense>
            <ReceiptBar demo={demo} run={run} version={version} {...brought} />
          </Suspense>
        )}
        <FigureCursor value={cursor}>
          <div className="lp-screen" data-views={views.views.length > 1 ? "many" : "one"}>
            <Presets demo={demo} run={run} saysId={saysId} onCommit={committed} />
            <div className="lp-held">
              <Pictures demo={demo} views={views} run={looked} onCommit={committed} />
              {steps && (
                <PlayBar run={run} steps={steps} pace={inNote?.pace} onCommit={committed} />
              )}
            </div>
            {form === "full" && <PartSwitch demo={demo} part={part} onChoose={setPart} />}
            <div className="lp-parts" data-part={part}>
              {!hero && <MainControls demo={demo} run={run} onCommit={committed} />}
              {steps && !hero && <LateCharts demo={demo} run={run} id={inNote?.id ?? ""} />}
              <div className="lp-answer">
                <WhatToSee demo={demo} run={run} id={saysId} />
                <Finding demo={demo} views={views} run={looked} />
                <Suspense>
                  <PrintedSettings demo={demo} run={run} />
                </Suspense>
                <div role="alert">
                  {begun && (
                    <Suspense>
                      <FaultBox demo={demo} run={run} onCommit={committed} />
                    </Suspense>
                  )}
                </div>
              </div>
            </div>
            {!hero && <SpokenFinding demo={demo} views={views} run={run} />}
          </div>
        </FigureCursor>
      </fieldset>
      <footer className="lp-foot">
        {hero ? (
          <a href={`${inNote?.note ?? ""}#${slugOf(demo)}`}>
            {`The whole figure${inNote?.note ? "" : `, ${figureName(inNote!.number)}`}, with its settings and its code`}
          </a>
        ) : (
          <>
            {hasMore(demo) && (
              <Disclosure title="All settings" name="settings" disabled={still}>
                <Controls demo={demo} run={run} onCommit={committed} />
              </Disclosure>
            )}
            <div className="lp-foot-code">{foot}</div>
            <Disclosure title="Reproduce" disabled={still}>
              <Reproduce demo={demo} run={run} version={version} link={link} />
            </Disclosure>
            <FigureSource demo={demo} inNote={inNote} />
          </>
        )}
      </footer>
    </section>
  );
}
