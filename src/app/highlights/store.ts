/** All marks, in memory first: what the reader did shows at once and is never taken back because storing it failed. */
import { cell } from "./watched-value.ts";
import { NO_ANSWER, readAll, sentenceOf, write } from "./device.ts";
import { flagMarked } from "./flag.ts";
import type { Mark } from "./mark.ts";

/** By id; null removes. */
export type Changes = ReadonlyMap<string, Mark | null>;

/** A change that was made, and what was there before it. */
export interface Done {
  readonly made: Changes;
  readonly before: Changes;
}

export const marks = cell<ReadonlyMap<string, Mark>>(new Map());
/** Why storing does not work; null while it does. */
export const trouble = cell<string | null>(null);

/** Not (yet) in the database. */
const unsaved = new Map<string, Mark | null>();
let channel: BroadcastChannel | undefined;
/** Marks that another tab deleted, as they were here. */
export const deletedElsewhere = new Map<string, Mark>();

/** A database that has not answered by then may never, ms. */
const PATIENCE = 3000;

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
  channel = openChannel();
  channel?.addEventListener("message", () => void read());
  addEventListener("beforeunload", (event) => {
    if (trouble.get() !== null && unsaved.size > 0) event.preventDefault();
  });
  await read();
}

/** Firefox has none to give where all storage is blocked: then other tabs are not heard of. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel("live-paper-notes:marks");
  } catch {
    return undefined;
  }
}

/** Waits for the database, and says so where it does not answer. */
async function answered<T>(work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => trouble.set(NO_ANSWER), PATIENCE);
  const answer = await work.finally(() => clearTimeout(timer));
  if (trouble.get() === NO_ANSWER) trouble.set(null);
  return answer;
}

async function read(): Promise<void> {
  try {
    const next = applied(await answered(readAll()), unsaved);
    for (const [id, mark] of marks.get()) if (!next.has(id)) deletedElsewhere.set(id, mark);
    show(next);
  } catch (error) {
    trouble.set(sentenceOf(error));
  }
}

function show(next: ReadonlyMap<string, Mark>): void {
  marks.set(next);
  flagMarked(Array.from(next.values(), ({ note }) => note));
}

/** Changes marks; returns what it takes to undo it. */
export function change(changes: Changes): Done {
  const before = new Map([...changes.keys()].map((id) => [id, marks.get().get(id) ?? null]));
  for (const [id, mark] of changes) {
    unsaved.set(id, mark);
    deletedElsewhere.delete(id);
  }
  show(applied(marks.get(), changes));
  void save();
  return { made: changes, before };
}

/** Of what was before a change that which would take nothing else back: of marks that are as the change left them. */
export function stillMade({ made, before }: Done): Changes {
  const now = marks.get();
  return new Map([...before].filter(([id]) => made.get(id)?.modified === now.get(id)?.modified));
}

/** What an earlier attempt left over goes with it. */
async function save(): Promise<void> {
  const sent = new Map(unsaved);
  try {
    await answered(write(sent));
    for (const [id, mark] of sent) if (unsaved.get(id) === mark) unsaved.delete(id);
    trouble.set(null);
    channel?.postMessage("changed");
  } catch (error) {
    trouble.set(sentenceOf(error));
  }
}
