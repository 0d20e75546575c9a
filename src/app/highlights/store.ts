/** All marks, in memory first: what the reader did shows at once and is never taken back because storing it failed. */
import { cell } from "./watched-value.ts";
import { readAll, sentenceOf, write } from "./device.ts";
import { flagMarked } from "./flag.ts";
import type { Mark } from "./mark.ts";

/** By id; null removes. */
export type Changes = ReadonlyMap<string, Mark | null>;

export const marks = cell<ReadonlyMap<string, Mark>>(new Map());
/** Why storing does not work; null while it does. */
export const trouble = cell<string | null>(null);

/** Not (yet) in the database. */
const unsaved = new Map<string, Mark | null>();
let channel: BroadcastChannel | undefined;

const applied = (to: ReadonlyMap<string, Mark>, changes: Changes): ReadonlyMap<string, Mark> => {
  const next = new Map(to);
  for (const [id, mark] of changes) {
    if (mark) next.set(id, mark);
    else next.delete(id);
  }
  return next;
};

/** Reads the database and goes on following what other tabs do. */
export async function open(): Promise<void> {
  channel = new BroadcastChannel("live-paper-notes:marks");
  channel.addEventListener("message", () => void read());
  addEventListener("beforeunload", (event) => {
    if (trouble.get() !== null && unsaved.size > 0) event.preventDefault();
  });
  await read();
}

async function read(): Promise<void> {
  try {
    show(applied(await readAll(), unsaved));
  } catch (error) {
    trouble.set(sentenceOf(error));
  }
}

function show(next: ReadonlyMap<string, Mark>): void {
  marks.set(next);
  flagMarked(Array.from(next.values(), ({ note }) => note));
}

/** Changes marks; returns what would undo it. */
export function change(changes: Changes): Changes {
  const before = new Map([...changes.keys()].map((id) => [id, marks.get().get(id) ?? null]));
  for (const [id, mark] of changes) unsaved.set(id, mark);
  show(applied(marks.get(), changes));
  void save();
  return before;
}

/** What an earlier attempt left over goes with it. */
async function save(): Promise<void> {
  const sent = new Map(unsaved);
  try {
    await write(sent);
    for (const [id, mark] of sent) if (unsaved.get(id) === mark) unsaved.delete(id);
    trouble.set(null);
    channel?.postMessage("changed");
  } catch (error) {
    trouble.set(sentenceOf(error));
  }
}
