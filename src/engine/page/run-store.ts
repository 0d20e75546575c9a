/** One demo on the page: carries out what the transitions say, and makes a new snapshot for each change. */
import type { Demo } from "../../contract/demo.ts";
import type { Points, RunId } from "../../contract/protocol.ts";
import type { Setup } from "../../contract/url.ts";
import type { Snapshot } from "../../contract/view.ts";
import { actedSoFar } from "../journal.ts";
import { training, wantsFrame } from "./asking.ts";
import type { Link, Live } from "./link.ts";
import { createPast } from "./past.ts";
import type { Poster } from "./poster.ts";
import { createPump } from "./pump.ts";
import { createReceived } from "./received.ts";
import type { Run } from "./held-run.ts";
import type { RunCommand, RunEvent } from "./run-event.ts";
import { idleRun } from "./run-state.ts";
import { createSaving } from "./saving.ts";
import { snapshotOf } from "./snapshot.ts";
import { transition } from "./transition.ts";

export function createRun<D extends Demo>(
  demo: D,
  setup: Setup,
  posters: readonly Poster[],
  link: Link,
): Run<D> {
  const listeners = new Set<() => void>();
  const saving = createSaving();
  let state = idleRun(demo, setup, posters);
  let received = createReceived(demo);
  /** Those with the newest frame: the ones of the run before until the first of this one has come. */
  let drawn = received;
  let former: Readonly<Record<string, Points>> = {};
  let run: RunId | null = null;
  let past = createPast<D>();
  const pump = createPump({
    nextFrame: link.nextFrame,
    now: link.now,
    wanted: () => wantsFrame(state),
    pull: () => advance({ type: "turn" }),
  });
  let snapshot = take();

  function take(): Snapshot<D> {
    return snapshotOf(state, drawn, former, link.backend());
  }

  function advance(event: RunEvent): void {
    const next = transition(state, event);
    ({ state } = next);
    for (const command of next.commands) carryOut(command);
  }

  function carryOut(command: RunCommand): void {
    switch (command.type) {
      case "connect":
        run = link.connect(live);
        break;
      case "disconnect":
        if (run !== null) link.disconnect(run);
        run = null;
        past = createPast();
        break;
      case "displace":
        if (run !== null) link.displaceOthers(run);
        break;
      case "post":
        if (run !== null) link.send({ ...command.message, run });
        break;
      case "forget":
        received = createReceived(demo);
        past = createPast();
        break;
      case "answer":
        saving.end(command.saved);
        break;
      case "ask":
        pump.request(command.when);
    }
  }

  function hear(event: RunEvent): void {
    const before = state;
    advance(event);
    if (state === before) return;
    snapshot = take();
    if (event.type === "frame" && demo.steps) past.add(snapshot);
    for (const listener of listeners) listener();
  }

  /** Of the run that another begins in place of: a precomputed one too, where nobody asked for another to train. */
  function before(): Readonly<Record<string, Points>> {
    const { shown, playing, goal } = state;
    return !playing && goal === 0 && shown?.poster ? shown.poster.series : drawn.curves();
  }

  const live: Live = {
    report(report) {
      if (report.type === "frame") {
        received.add(report, link.now());
        // One that is repeated in a new worker is the same run.
        if (drawn !== received && state.resumeAt === 0) former = before();
        drawn = received;
      }
      hear(report);
    },
    trains: () => training(state),
    revive: () => hear({ type: "revived" }),
    displace: () => hear({ type: "displaced" }),
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    past: () => past,
    input: (values) => hear({ type: "input", values }),
    commit: (values) => hear({ type: "commit", values }),
    play: () => hear({ type: "play" }),
    pause: () => hear({ type: "pause" }),
    stepOnce: () => hear({ type: "step" }),
    reset: () => hear({ type: "reset" }),
    reseed: (seed) => hear({ type: "reseed", seed }),
    replay: (start, changes, until) => hear({ type: "replay", start, changes, until }),
    history: () => ({ ...actedSoFar(state.journal, state.step), step: state.step }),
    save: async () =>
      state.begun && !state.fault ? saving.begin(() => hear({ type: "save" })) : null,
    load: (file) => hear({ type: "load", file }),
    limit: (stepsPerSecond) => hear({ type: "limit", stepsPerSecond }),
    watch: (outputs) => hear({ type: "watch", outputs }),
    visible: (on) => hear({ type: "visible", on }),
    close: () => hear({ type: "close" }),
  };
}
