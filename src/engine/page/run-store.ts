/** One demo on the page: what the reader asked for, what the worker reported, and a new snapshot for each change. */
import { defaults, fromWire, toWire, type Wire } from "../../contract/params.ts";
import type { Demo, OutputName, ValuesOf } from "../../contract/demo.ts";
import type { Fault, Report, RunId } from "../../contract/protocol.ts";
import type { Setup } from "../../contract/url.ts";
import type { Snapshot } from "../../contract/view.ts";
import type { WeightsFile } from "../../contract/weights.ts";
import * as journals from "../journal.ts";
import type { Link } from "./client.ts";
import type { Poster } from "./poster.ts";
import { createPump } from "./pump.ts";
import { createReceived } from "./received.ts";
import type { Run } from "./run.ts";
import { createSaving } from "./saving.ts";
import { settingsChange, valuesAfter } from "./settings-change.ts";
import { snapshotOf } from "./snapshot.ts";

export function createRun<D extends Demo>(
  demo: D,
  setup: Setup,
  posters: readonly Poster[],
  link: Link,
): Run<D> {
  const listeners = new Set<() => void>();
  let values = { ...defaults(demo.params), ...setup.values } as ValuesOf<D>;
  let seed = setup.seed;
  let notices: readonly string[] = setup.problems;

  let run: RunId | null = null;
  let journal = journals.begin(demo.id, toWire(demo.params, values), seed, setup.eager);
  let received = createReceived(demo);
  const stopAt = setup.stop ?? demo.stopAt;
  let target = stopAt;
  let pace: number | null = null;
  let fault: Fault | null = null;
  let playing = false;
  let begunFrom: WeightsFile | null = null;
  let revision = 0;
  const saving = createSaving();
  /** Revisions of a replayed run: their values become the page's when they act. */
  const scripted = new Set<number>();

  let unsent: Wire | null = null;
  let watched: readonly OutputName<D>[] = [];
  /** Where the worker was told to train to. */
  let goal = 0;
  /** Until a replaced worker has come to where the old one was, new settings wait for that step. */
  let resumeAt = 0;
  /** The worker has something to show that the page has not seen. */
  let stale = false;
  const pump = createPump({
    nextFrame: link.nextFrame,
    now: link.now,
    wanted: () => run !== null && !fault && (stale || received.step < goal),
    pull,
  });

  let snapshot = take();

  function take(): Snapshot<D> {
    const backend = link.backend();
    const reader = { demo, posters, values, seed, playing, target, notices, begunFrom };
    return snapshotOf({ ...reader, begun: run !== null, received, journal, backend, fault });
  }

  function notify(): void {
    snapshot = take();
    for (const listener of listeners) listener();
  }

  function begin(): void {
    leave();
    scripted.clear();
    const { bytes } = begunFrom ?? {};
    journal = journals.begin(demo.id, toWire(demo.params, values), seed, setup.eager, bytes);
    received = createReceived(demo);
    target = stopAt;
    run = link.connect({ report, revive });
    for (const command of journals.replay(journal, run, 0)) link.send(command);
    stale = true;
  }

  function leave(): void {
    saving.end();
    if (run !== null) link.disconnect(run);
    run = null;
    unsent = null;
    fault = null;
    goal = 0;
    resumeAt = 0;
    pump.settle();
  }

  function go(until: number): void {
    if (run === null) return;
    link.send({ type: "go", run, until, ...(pace !== null && { stepsPerSecond: pace }) });
    goal = until;
    stale = true;
  }

  function pull(): void {
    if (run === null) return;
    if (unsent) {
      revision += 1;
      journal = journals.change(journal, revision, unsent);
      const at = received.step < resumeAt ? { at: resumeAt } : {};
      link.send({ type: "set", run, rev: revision, params: unsent, ...at });
      unsent = null;
    }
    stale = false;
    link.send({ type: "pull", run, outputs: watched });
  }

  function report(message: Report): void {
    if (message.type === "saved") return saving.end(message);
    if (message.type === "ready") {
      if (message.notice) notices = [...notices, message.notice];
    } else if (message.type === "fault") {
      fault = message.fault;
      saving.end();
      playing = false;
      pump.settle();
    } else {
      pump.settle();
      received.add(message, link.now());
      journal = journals.applied(journal, message.applied);
      const acted = message.applied.map(({ rev }) => rev).filter((rev) => scripted.delete(rev));
      values = valuesAfter(demo, values, journal, acted);
      if (received.step >= target) playing = false;
    }
    notify();
    pump.request();
  }

  function revive(): void {
    saving.end();
    if (run === null || fault) return;
    const reached = Math.max(received.step, resumeAt);
    resumeAt = reached;
    received = createReceived(demo);
    pump.settle();
    for (const command of journals.replay(journal, run, reached)) link.send(command);
    if (playing || reached > 0) go(playing ? target : reached);
    stale = true;
    const sentence = `The training worker stopped answering at step ${reached} and was replaced; the run is being repeated from its journal.`;
    notices = [...notices.filter((notice) => notice !== sentence), sentence];
    notify();
    pump.request();
  }

  function play(): void {
    if (run === null || fault) begin();
    if (received.step >= target) target += stopAt;
    playing = true;
    go(target);
  }

  function restart(): void {
    const resume = playing;
    begin();
    playing = resume;
    if (resume) go(target);
  }

  const then = (action: () => void): void => {
    action();
    notify();
    pump.request();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    set: (changes) =>
      then(() => {
        const { effect, live } = settingsChange(demo, values, changes);
        values = { ...values, ...changes };
        if (run === null || effect === null || effect === "view") return;
        if (effect === "restart") return restart();
        unsent = { ...unsent, ...live };
        stale = true;
      }),
    play: () => then(play),
    pause: () =>
      then(() => {
        playing = false;
        go(0);
      }),
    stepOnce: () =>
      then(() => {
        if (run === null || fault) begin();
        playing = false;
        go(received.step + 1);
      }),
    reset: () =>
      then(() => {
        playing = false;
        if (run !== null || fault) begin();
      }),
    reseed: (next) =>
      then(() => {
        seed = next;
        if (run !== null) restart();
      }),
    replay: (start, changes, until) =>
      then(() => {
        values = fromWire(demo.params, start.params).values as ValuesOf<D>;
        ({ seed } = start);
        begunFrom = null;
        begin();
        for (const { step, params } of changes) {
          revision += 1;
          scripted.add(revision);
          journal = journals.change(journal, revision, params, step);
          link.send({ type: "set", run: run!, rev: revision, params, at: step });
        }
        target = until;
        playing = true;
        go(until);
      }),
    history: () => ({ ...journals.actedSoFar(journal), step: received.step }),
    save: async () =>
      run === null || fault ? null : saving.begin(() => link.send({ type: "save", run: run! })),
    load: (file) =>
      then(() => {
        begunFrom = file;
        restart();
      }),
    limit: (stepsPerSecond) =>
      then(() => {
        pace = stepsPerSecond;
        if (playing) go(target);
      }),
    watch: (wanted) =>
      then(() => {
        stale ||= wanted.some((name) => !watched.includes(name));
        watched = wanted;
      }),
    visible: (on) => then(() => pump.visible(on)),
    close: leave,
  };
}
