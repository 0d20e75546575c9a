/** The worker as the page sees it: spawned when first needed, watched while a frame is due, replaced when it dies. */
import type { Demo } from "../../contract/demo.ts";
import type { BackendName, Command, Fault, Report, RunId } from "../../contract/protocol.ts";
import type { Setup } from "../../contract/url.ts";
import type { Link, Live } from "./link.ts";
import type { Poster } from "./poster.ts";
import type { Run } from "./held-run.ts";
import { NO_ENGINE } from "../../contract/no-engine.ts";
import { createRun } from "./run-store.ts";

export interface Port {
  post(command: Command): void;
  terminate(): void;
}

export interface ClientOptions {
  /** Starts a worker. `broken` is for a worker that cannot even load; `code` is what it broke of, `"backend-lost"` where that is not said. */
  spawn(on: {
    report(report: Report): void;
    broken(message: string, code?: Fault["code"]): void;
    /** Its own files are on their way; as in `Loading`. */
    arriving(loaded: number, total: number): void;
    /** They cannot be had. */
    missing(): void;
  }): Port;
  /** `requestAnimationFrame`. */
  nextFrame(callback: () => void): void;
  /** `setInterval`; returns what stops it. */
  every(ms: number, callback: () => void): () => void;
  now(): number;
}

export interface Client {
  open<D extends Demo>(demo: D, setup: Setup, posters?: readonly Poster[]): Run<D>;
  /** A figure of this demo came near: the worker starts and loads what a run will need, once a demo. */
  warm(demo: string): void;
}

/** Seconds without the frame that is due, after which the worker counts as dead; longer while it is still loading. */
const PATIENCE = { running: 5, loading: 30 };
/** Each death doubles the patience, up to so many times: a single step may take longer than it lasted. */
const MOST_PATIENCE = 8;
/** Workers that died in a row, none of which came further than the one before, until the client gives up. */
const MAX_DEATHS = 3;

export function createClient(options: ClientOptions): Client {
  const lives = new Map<RunId, Live>();
  /** Seconds since each outstanding pull. */
  const waiting = new Map<RunId, number>();
  /** The last step of which this worker sent a frame, and the furthest that any came to before it died. */
  const seen = new Map<RunId, number>();
  const furthest = new Map<RunId, number>();
  const warmed = new Set<string>();
  let port: Port | null = null;
  let backend: BackendName | null = null;
  let stopClock: (() => void) | null = null;
  let deaths = 0;
  let patience = 1;
  let count = 0;

  function worker(): Port {
    if (port) return port;
    const born: Port = options.spawn({
      // A replaced worker may still have messages under way.
      report: (report) => {
        if (port === born) receive(report);
      },
      broken: (message, code) => {
        const what = backend === null ? "could not start" : "broke";
        if (port === born) replace(`${what}: ${message}`, code);
      },
      arriving(loaded, total) {
        if (port !== born) return;
        for (const run of lives.keys())
          receive({ type: "loading", run, loaded, total, engine: true });
      },
      missing() {
        if (port === born) giveUp(NO_ENGINE);
      },
    });
    port = born;
    return born;
  }

  function receive(report: Report): void {
    if (report.type === "ready") {
      backend = report.backend;
      for (const live of lives.values()) live.report(report);
      return;
    }
    if (report.type === "alive" || report.type === "loading") {
      // One thread serves all: where it works for one run, none is forgotten.
      for (const run of waiting.keys()) waiting.set(run, 0);
      if (report.type === "loading") lives.get(report.run)?.report(report);
      return;
    }
    if (report.type === "frame") seen.set(report.run, report.step);
    // Weights are no frame: the one that is due stays due.
    if (report.type !== "saved") waiting.delete(report.run);
    const live = lives.get(report.run);
    live?.report(report);
    if (report.type === "frame") {
      const gained = report.step > (furthest.get(report.run) ?? -1);
      if (gained || !live?.trains()) deaths = 0;
    }
    // A backend that trapped or ran out of memory serves nobody any more.
    const code = report.type === "fault" ? report.fault.code : null;
    if (code === "backend-lost" || code === "out-of-memory") {
      drop();
      revive([...lives.keys()].filter((run) => run !== report.run));
    }
  }

  function tick(): void {
    for (const [run, seconds] of waiting) waiting.set(run, seconds + 1);
    const overdue = [...waiting].find(
      ([run, seconds]) =>
        seconds >= patience * (seen.has(run) ? PATIENCE.running : PATIENCE.loading),
    );
    if (!overdue) return;
    const [run, seconds] = overdue;
    const hint = seen.has(run)
      ? " If one step of these settings takes so long here, smaller ones will do."
      : "";
    patience = Math.min(MOST_PATIENCE, 2 * patience);
    replace(`gave no answer for ${seconds} s, several times in a row.${hint}`);
  }

  function replace(why: string, code: Fault["code"] = "backend-lost"): void {
    deaths += 1;
    if (deaths > MAX_DEATHS) return giveUp({ code, message: `The training worker ${why}` });
    drop();
    revive([...lives.keys()]);
  }

  function drop(): void {
    port?.terminate();
    port = null;
    backend = null;
    waiting.clear();
    for (const [run, step] of seen) furthest.set(run, Math.max(step, furthest.get(run) ?? -1));
    seen.clear();
  }

  function revive(runs: readonly RunId[]): void {
    for (const run of runs) lives.get(run)?.revive();
  }

  function giveUp(fault: Fault): void {
    drop();
    deaths = 0;
    for (const [run, live] of lives) live.report({ type: "fault", run, fault });
  }

  const link: Link = {
    connect(live) {
      count += 1;
      const run = `run-${count}`;
      lives.set(run, live);
      return run;
    },
    disconnect(run) {
      lives.delete(run);
      waiting.delete(run);
      furthest.delete(run);
      port?.post({ type: "close", run });
      if (lives.size === 0) {
        stopClock?.();
        stopClock = null;
      }
    },
    send(command) {
      if (command.type === "pull") {
        waiting.set(command.run, 0);
        stopClock ??= options.every(1000, tick);
      }
      worker().post(command);
    },
    displaceOthers(run) {
      for (const [other, live] of lives) if (other !== run) live.displace();
    },
    nextFrame: options.nextFrame,
    now: options.now,
    backend: () => backend,
  };

  return {
    open: (demo, setup, posters = []) => createRun(demo, setup, posters, link),
    warm(demo) {
      if (warmed.has(demo)) return;
      warmed.add(demo);
      worker().post({ type: "warm", demo });
    },
  };
}
