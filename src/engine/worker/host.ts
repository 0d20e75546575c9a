/** Runs demos for a page: reads commands, trains in short slices, answers each pull with one frame. */
import type { Demo } from "../../contract/demo.ts";
import type { BackendName, Command, Fault, Report, RunId } from "../../contract/protocol.ts";
import { tensorCount } from "../../math/memory.ts";
import type { AnyProgram } from "../program.ts";
import { gatherAssets } from "../assets.ts";
import { RunFault } from "../run-fault.ts";
import { createRunner, type Runner } from "../runner.ts";
import { createPace, type Pace } from "./pace.ts";

/** A slice of training between two looks at the mailbox, ms: short enough that a slider feels immediate. */
const SLICE_MS = 8;
/** Without a pull for this long, nobody is looking: training stops until the next one. */
const CREDIT_MS = 250;

export interface HostOptions {
  post(report: Report): void;
  load(demo: string): Promise<{ demo: Demo; program: AnyProgram }>;
  fetchAsset(path: string): Promise<ArrayBuffer>;
  prepare(): Promise<{ backend: BackendName; notice?: string }>;
  /** Lets waiting messages in, then resolves; after a rest when there is nothing to compute at the moment. */
  breathe(resting: boolean): Promise<void>;
  now(): number;
}

interface Session {
  readonly run: RunId;
  runner: Runner | null;
  /** Commands that came before the first state was built. */
  readonly early: Command[];
  pace: Pace;
  pulled: readonly string[] | null;
  pulledAt: number;
  /** The weights were asked for. */
  saving: boolean;
  trained: { steps: number; ms: number };
  failed: boolean;
}

/** Returns the function that takes commands in the order sent. */
export function createHost(options: HostOptions): (command: Command) => void {
  const { post, now, breathe } = options;
  const sessions = new Map<RunId, Session>();
  let ready: Promise<void> | null = null;
  /** Closed while the loop may be inside their step; freed between two rounds. */
  let leaving: Runner[] = [];
  let looping = false;

  const prepare = (): Promise<void> =>
    (ready ??= options.prepare().then((report) => post({ type: "ready", ...report })));

  async function open(command: Command & { type: "open" }): Promise<void> {
    if (sessions.has(command.run)) return;
    const session: Session = {
      run: command.run,
      runner: null,
      early: [],
      pace: createPace(now()),
      pulled: null,
      pulledAt: now(),
      saving: false,
      trained: { steps: 0, ms: 0 },
      failed: false,
    };
    sessions.set(command.run, session);
    try {
      await prepare();
      const { demo, program } = await options.load(command.demo);
      const { params, seed, weights, eager = false } = command;
      const assets = await gatherAssets(demo, params, options.fetchAsset, weights);
      const runner = await createRunner({
        demo,
        program,
        params,
        seed,
        assets,
        weights,
        replay: !eager,
      });
      // Closed while loading: nobody wants this state any more.
      if (sessions.get(command.run) !== session) return runner.close();
      session.runner = runner;
      for (const early of session.early) receive(early);
      void loop();
    } catch (error) {
      fail(session, error);
    }
  }

  function fail(session: Session, error: unknown): void {
    session.failed = true;
    session.pace = createPace(now());
    post({ type: "fault", run: session.run, fault: faultOf(error) });
  }

  const wantsTraining = (session: Session): boolean =>
    session.runner !== null &&
    !session.failed &&
    session.runner.step < session.pace.until &&
    now() - session.pulledAt < CREDIT_MS;

  /** Returns whether a step was taken. */
  async function train(session: Session, runner: Runner): Promise<boolean> {
    const start = now();
    let steps = 0;
    // At least one step a slice, however long it takes; a slower pace leaves slices empty.
    while (wantsTraining(session) && session.pace.due(runner.step, now())) {
      await runner.advance();
      steps += 1;
      if (now() - start >= SLICE_MS) break;
    }
    session.trained.steps += steps;
    session.trained.ms += now() - start;
    return steps > 0;
  }

  async function sendFrame(session: Session, runner: Runner): Promise<void> {
    const outputs = session.pulled ?? [];
    session.pulled = null;
    const { steps, ms } = session.trained;
    session.trained = { steps: 0, ms: 0 };
    const series = await runner.series();
    const arrays = await runner.observe(outputs);
    post({
      type: "frame",
      run: session.run,
      step: runner.step,
      stepMs: steps > 0 ? ms / steps : 0,
      applied: runner.applied(),
      series,
      outputs: arrays,
      tensors: tensorCount(),
    });
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
        const { runner } = session;
        if (!runner || session.failed) continue;
        try {
          if (wantsTraining(session)) {
            busy = true;
            if (await train(session, runner)) resting = false;
          }
          if (session.saving) {
            busy = true;
            session.saving = false;
            const { run } = session;
            const weights = await runner.weights();
            const scores = weights ? await runner.scores() : {};
            post({ type: "saved", run, step: runner.step, weights, scores });
          }
          if (session.pulled) {
            busy = true;
            resting = false;
            await sendFrame(session, runner);
          }
        } catch (error) {
          fail(session, error);
        }
      }
      for (const runner of leaving) runner.close();
      leaving = [];
      if (busy) await breathe(resting);
    }
    looping = false;
  }

  function receive(command: Command): void {
    if (command.type === "open") return void open(command);
    const session = sessions.get(command.run);
    if (!session || session.failed) return;
    if (command.type === "close") {
      sessions.delete(command.run);
      if (session.runner && looping) leaving.push(session.runner);
      else session.runner?.close();
      return;
    }
    if (command.type === "pull") session.pulledAt = now();
    if (!session.runner) return void session.early.push(command);
    if (command.type === "set") session.runner.set(command.rev, command.params, command.at);
    if (command.type === "go") {
      session.pace = createPace(now(), session.runner.step, command.until, command.stepsPerSecond);
    }
    if (command.type === "pull") session.pulled = command.outputs;
    if (command.type === "save") session.saving = true;
    void loop();
  }

  return receive;
}

function faultOf(error: unknown): Fault {
  if (error instanceof RunFault) return error.fault;
  const text = error instanceof Error ? error.message : String(error);
  if (/memory|allocation/i.test(text)) {
    const message =
      "The browser ran out of memory for this run. Close other tabs or choose smaller sizes, then reset.";
    return { code: "out-of-memory", message, culprit: text };
  }
  if (error instanceof Error && error.name === "RuntimeError") {
    return {
      code: "backend-lost",
      message: "The numeric backend stopped working.",
      culprit: text,
    };
  }
  return { code: "bug", message: `The demo failed: ${text}`, culprit: text };
}
