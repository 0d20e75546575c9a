/** A run whose engine comes with the reader's first touch: until then it shows what was computed when the site was built. */
import type { Demo } from "../../contract/demo.ts";
import { toWire } from "../../contract/params.ts";
import type { Setup } from "../../contract/url.ts";
import type { Snapshot } from "../../contract/view.ts";
import type { Client } from "./client.ts";
import type { Run } from "./held-run.ts";
import { idleLooks } from "./idle-snapshot.ts";
import { NO_ENGINE } from "../../contract/no-engine.ts";
import type { Past } from "./past.ts";
import type { Poster } from "./poster.ts";

export interface LateClient {
  /** The client, where it is there already. */
  present(): Client | undefined;
  /** Fetches it; a failure is not kept. */
  fetched(): Promise<Client>;
}

type Act = (run: Run) => void;

/** What a first touch waits for; how large it is, only its own scripts know. */
const COMING = { loaded: 0, total: 0, engine: true } as const;

/** Of a run that has not begun. */
const NO_PAST: Past = { steps: () => [], nearest: () => null };

export function lateRun(
  demo: Demo,
  setup: Setup,
  posters: readonly Poster[],
  client: LateClient,
): Run {
  const listeners = new Set<() => void>();
  const waiting: Act[] = [];
  let run: Run | null = null;
  /** What was set before an engine that did not come. */
  let left: Snapshot["values"] = {};
  const looks = idleLooks(demo, setup, posters);
  let idle: Snapshot = looks({});
  /** What is so of it whenever it begins. */
  const standing: { watch?: Act; visible?: Act; limit?: Act } = {};

  const tell = (): void => listeners.forEach((listener) => listener());

  function open({ open: create }: Client): Run {
    run = create(demo, setup, posters);
    for (const say of Object.values(standing)) say(run);
    run.subscribe(tell);
    run.commit(left);
    for (const say of waiting.splice(0)) say(run);
    tell();
    return run;
  }

  function fail(): void {
    waiting.length = 0;
    left = idle.values;
    idle = { ...idle, phase: "fault", fault: NO_ENGINE, loading: null };
    tell();
  }

  /** Acts on the run, which is made for this. */
  function act(what: Act): void {
    const present = client.present();
    if (run || present) what(run ?? open(present!));
    else if (waiting.push(what) === 1) {
      idle = { ...looks({}), loading: COMING };
      tell();
      void client.fetched().then((there) => run ?? open(there), fail);
    }
  }

  /** Controls, the address and the pictures go by what was set while the engine is on its way. */
  function set(values: Readonly<Record<string, unknown>>, what: Act): void {
    if (!run) {
      idle = { ...looks(values), loading: idle.loading };
      tell();
    }
    act(what);
  }

  /** Tells the run, now or when there is one. */
  function stand(name: keyof typeof standing, what: Act): void {
    standing[name] = what;
    if (run) what(run);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => run?.snapshot() ?? idle,
    past: () => run?.past() ?? NO_PAST,
    input: (values) => set(values, (to) => to.input(values)),
    commit: (values) => set(values, (to) => to.commit(values)),
    play: () => act((to) => to.play()),
    pause: () => run?.pause(),
    stepOnce: () => act((to) => to.stepOnce()),
    reset: () => act((to) => to.reset()),
    reseed: (seed) => act((to) => to.reseed(seed)),
    replay: (...args) => act((to) => to.replay(...args)),
    history: () =>
      run?.history() ?? {
        seed: idle.seed,
        params: toWire(demo.params, idle.values),
        changes: [],
        step: 0,
      },
    save: async () => run?.save() ?? null,
    load: (file) => act((to) => to.load(file)),
    limit: (pace) => stand("limit", (to) => to.limit(pace)),
    watch: (outputs) => stand("watch", (to) => to.watch(outputs)),
    visible: (on) => stand("visible", (to) => to.visible(on)),
    close() {
      waiting.length = 0;
      run?.close();
    },
  };
}
