/**
 * From pointer to picture. What an event asked for is told apart by what the worker says it computed with, an output that echoes
 * settings; the time counts from the event to the frame in which the answer to exactly these settings has been painted.
 */
import { useLayoutEffect, type ReactNode } from "react";
import type { Demo } from "../../src/contract/demo.ts";
import type { Hand, Snapshot, Views } from "../../src/contract/view.ts";

export interface Answer {
  /** From the event to the end of the frame that shows its answer, ms; null where a newer one came first. */
  readonly ms: number | null;
  /** Of these, from the event to the page's hearing of it: the browser hands moves on once a frame. */
  readonly heardMs: number;
  /** And from there until the answer stood in the document: to the worker and back, and drawing. */
  readonly backMs: number;
}

interface Asked {
  readonly what: string;
  readonly eventAt: number;
  readonly heardAt: number;
}

declare global {
  interface Window {
    /** Since the page was opened, oldest first. */
    answered?: Answer[];
  }
}

type Values = Readonly<Record<string, unknown>>;
type Numbers = { readonly data: Float32Array };

/** Of a demo: the settings that are echoed, as text, and the echo. */
const ECHOES: Readonly<
  Record<string, { asked(values: Values): string; shown(outputs: Snapshot["outputs"]): string }>
> = {
  "draw/filterbank": {
    asked: ({ gX, gY }) => `${Math.fround(gX as number)} ${Math.fround(gY as number)}`,
    shown: ({ centre }) => centre?.data.join(" ") ?? "",
  },
  "matching-networks/draw": {
    asked: ({ query }) => (query as Numbers).data.join(""),
    shown: ({ seen }) => seen?.data.join("") ?? "",
  },
};

/** The views, with a note of each input of the hand and of each answer. */
export function timedViews({ id }: Demo, views: Views<Demo, ReactNode>): Views<Demo, ReactNode> {
  const echo = ECHOES[id];
  if (!echo) return views;
  const waiting: Asked[] = [];
  const answered: Answer[] = (window.answered ??= []);
  let eventAt = 0;
  addEventListener("pointermove", ({ timeStamp }) => (eventAt = timeStamp), { capture: true });

  /** The answer to `what` is in the document: painted at the end of this frame. */
  function shown(what: string): void {
    const index = waiting.findIndex((asked) => asked.what === what);
    if (index < 0) return;
    const now = performance.now();
    const passed = waiting.splice(0, index + 1);
    const own = passed.at(-1)!;
    const answers = passed.map(({ eventAt: at, heardAt }) => ({
      ms: null,
      heardMs: heardAt - at,
      backMs: now - heardAt,
    }));
    answered.push(...answers.slice(0, -1));
    afterPaint(() => answered.push({ ...answers.at(-1)!, ms: performance.now() - own.eventAt }));
  }

  const timed = (hand: Hand<Demo>, values: Values): Hand<Demo> => ({
    ...hand,
    input(next) {
      const what = echo.asked({ ...values, ...next });
      if (waiting.at(-1)?.what !== what)
        waiting.push({ what, eventAt, heardAt: performance.now() });
      hand.input(next);
    },
  });
  return {
    ...views,
    views: views.views.map((view) => ({
      ...view,
      draw: (snapshot, hand) => (
        <Shown what={echo.shown(snapshot.outputs)} tell={shown}>
          {view.draw(snapshot, timed(hand, snapshot.values))}
        </Shown>
      ),
    })),
  };
}

interface ShownProps {
  readonly what: string;
  tell(what: string): void;
  readonly children: ReactNode;
}

function Shown({ what, tell, children }: ShownProps) {
  useLayoutEffect(() => tell(what), [what, tell]);
  return children;
}

/** Calls once what is in the document now has been painted: a message that is posted in a frame comes after its painting. */
function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", callback, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
