/** Runs demos for a page: reads commands, trains in short slices, answers each pull with one frame. */
import type { Demo } from "../../contract/demo.ts";
import type { BackendName, Command, Report, RunId } from "../../contract/protocol.ts";
import { createRunner } from "../create-runner.ts";
import { createFiles } from "../files.ts";
import type { Between } from "../measuring.ts";
import type { AnyProgram } from "../program.ts";
import type { Runner } from "../runner.ts";
import { createDownloads } from "./downloads.ts";
import { faultOf } from "./fault-of.ts";
import type { FetchHow, Heard } from "./fetch-file.ts";
import { createPace } from "./pace.ts";
import {
  createSession,
  frameDue,
  frameOf,
  savedOf,
  SLICE_MS,
  train,
  wantsTraining,
  type Session,
} from "./session.ts";

/** In long work the page hears so often that the worker lives, ms. */
const ALIVE_EVERY_MS = 1000;

/** While scripts and files are on their way it says so for so long, ms: then the page may try another worker. */
const LOADS_FOR_MS = 300_000;

/** How often a page hears how far its files are, ms. */
const LOADING_EVERY_MS = 100;

/** Below `public`: those that a run of the demo may begin with. */
const filesOf = ({ data = {}, weights = [] }: Demo): string[] => [
  ...Object.values(data),
  ...weights.map(({ file }) => file),
];

export interface HostOptions {
  post(report: Report): void;
  load(demo: string): Promise<{ demo: Demo; program: AnyProgram }>;
  /** A file below `public`. */
  fetchFile(path: string, how: FetchHow): Promise<ArrayBuffer>;
  prepare(): Promise<{ backend: BackendName; notice?: string }>;
  /** Lets waiting messages in, then resolves; after a rest when there is nothing to compute at the moment. */
  breathe(resting: boolean): Promise<void>;
  now(): number;
}

/** Returns the function that takes commands in the order sent. */
export function createHost(options: HostOptions): (command: Command) => void {
  const { now, breathe } = options;
  const sessions = new Map<RunId, Session>();
  const downloads = createDownloads(options.fetchFile);
  const files = createFiles(downloads.fetch);
  let prepared: ReturnType<HostOptions["prepare"]> | null = null;
  /** Closed while the loop may be inside their step; freed between two rounds. */
  let leaving: Runner[] = [];
  let looping = false;
  let spokeAt = now();
  let breathedAt = now();

  function post(report: Report): void {
    spokeAt = now();
    options.post(report);
  }

  /** Says so each time: who opens a run was not there yet when a figure came near. */
  async function prepare(): Promise<void> {
    post({ type: "ready", ...(await (prepared ??= options.prepare())) });
  }

  /** Between two units of a run's long work. */
  const betweenOf =
    ({ run }: Session): Between =>
    async () => {
      if (now() - spokeAt >= ALIVE_EVERY_MS) post({ type: "alive", run });
      if (now() - breathedAt >= SLICE_MS) await pause(false);
    };

  async function pause(resting: boolean): Promise<void> {
    await breathe(resting);
    breathedAt = now();
  }

  /** To the page of a run that waits for files; not of one that is closed. */
  function loadingOf(session: Session): Heard {
    const { run } = session;
    let saidAt = -Infinity;
    return (loaded, total) => {
      if (sessions.get(run) !== session) return;
      if (loaded < total && now() - saidAt < LOADING_EVERY_MS) return;
      saidAt = now();
      post({ type: "loading", run, loaded, total });
    };
  }

  async function warm(id: string): Promise<void> {
    try {
      await Promise.all([prepare(), options.load(id)]);
    } catch {
      // Whoever opens a run will be told.
    }
  }

  async function open(command: Command & { type: "open" }): Promise<void> {
    if (sessions.has(command.run)) return;
    const session = createSession(command.run, now());
    sessions.set(command.run, session);
    let unwatch: (() => void) | undefined;
    const opensAt = now();
    const beat = setInterval(() => {
      if (now() - opensAt < LOADS_FOR_MS) post({ type: "alive", run: command.run });
    }, ALIVE_EVERY_MS);
    try {
      await prepare();
      const { demo, program } = await options.load(command.demo);
      unwatch = downloads.watch(filesOf(demo), loadingOf(session));
      const { params, seed, weights, eager = false } = command;
      const between = betweenOf(session);
      const opening = { demo, program, params, seed, files, weights, replay: !eager, between };
      const runner = await createRunner(opening);
      // Closed while loading: nobody wants this state any more.
      if (sessions.get(command.run) !== session) return runner.close();
      session.work = { demo, runner };
      void loop();
    } catch (error) {
      fail(session, error);
    } finally {
      clearInterval(beat);
      unwatch?.();
    }
  }

  function fail(session: Session, error: unknown): void {
    session.failed = true;
    session.pace = createPace(now());
    post({ type: "fault", run: session.run, fault: faultOf(error) });
  }

  /** Whether a session did something, and whether it has more to do. */
  async function serve(session: Session, runner: Runner): Promise<{ did: boolean; more: boolean }> {
    let did = false;
    for (const command of session.inbox.splice(0)) await act(session, runner, command);
    if (wantsTraining(session, now())) did = await train(session, runner, now);
    if (session.saving) {
      const saved = await savedOf(session);
      if (saved) post(saved);
      did = true;
    }
    if (frameDue(session, now())) {
      post(await frameOf(session, now));
      did = true;
    }
    const waiting = session.pulled !== null || session.saving !== null;
    return { did, more: did || waiting || wantsTraining(session, now()) };
  }

  async function act(session: Session, runner: Runner, command: Command): Promise<void> {
    if (command.type === "set") runner.set(command.rev, command.params, command.at);
    if (command.type === "go")
      session.pace = createPace(now(), runner.step, command.until, command.stepsPerSecond);
    if (command.type === "pull") session.pulled = command.outputs;
    if (command.type === "save")
      session.saving = { weights: await runner.weights(), scoring: runner.scoring() };
  }

  /** One loop serves all runs in turn; it ends when no run has anything to do. */
  async function loop(): Promise<void> {
    if (looping) return;
    looping = true;
    let busy = true;
    while (busy) {
      busy = false;
      let resting = true;
      for (const session of sessions.values()) {
        if (!session.work || session.failed) continue;
        try {
          const { did, more } = await serve(session, session.work.runner);
          busy ||= more || session.inbox.length > 0;
          if (did) resting = false;
        } catch (error) {
          fail(session, error);
        }
      }
      for (const runner of leaving) runner.close();
      leaving = [];
      if (busy) await pause(resting);
    }
    looping = false;
  }

  return (command) => {
    if (command.type === "warm") return void warm(command.demo);
    if (command.type === "open") return void open(command);
    const session = sessions.get(command.run);
    if (!session || session.failed) return;
    if (command.type === "close") {
      sessions.delete(command.run);
      const runner = session.work?.runner;
      if (runner && looping) leaving.push(runner);
      else runner?.close();
      return;
    }
    if (command.type === "pull") session.pulledAt = now();
    session.inbox.push(command);
    if (session.work) void loop();
  };
}
