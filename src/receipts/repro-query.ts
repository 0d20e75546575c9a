import { slugOf, type Demo } from "../contract/demo.ts";
import type { WeightsFile } from "../contract/weights.ts";
import { writeSetup, type Shared } from "../contract/url.ts";

/** Settings for a command line, where the demo is named and they need no prefix: `wgan/ring?c=0.05&seed=7`. */
export function reproQuery(demo: Demo, shared: Shared): string {
  const prefix = `${slugOf(demo)}.`;
  const own = [...new URLSearchParams(writeSetup(demo, shared))].flatMap(([key, text]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [],
  );
  return own.length === 0 ? demo.id : `${demo.id}?${new URLSearchParams(own)}`;
}

/** The command that computes a run again; one that began from a reader's file needs that file. */
export function reproCommand(demo: Demo, shared: Shared, begunFrom: WeightsFile | null): string {
  const file = begunFrom ? ` --weights ${quoted(begunFrom.name)}` : "";
  return `npm run repro -- '${reproQuery(demo, shared)}'${file}`;
}

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
