/** The files that runs need before their first step, each fetched once, and the data in them read once for each reader. */
import type { Demo } from "../contract/demo.ts";
import { askedWeights, weightsFile } from "../contract/trained.ts";
import type { AnyProgram, Reader } from "./program.ts";
import { RunFault } from "./run-fault.ts";

export interface Files {
  /** The data that the demo declares, as its program reads it, by name. Throws RunFault where a file cannot be had or read. */
  data(demo: Demo, program: AnyProgram): Promise<Readonly<Record<string, unknown>>>;
  /** The trained weights that a run with these settings begins from, if any. Throws RunFault where they cannot be had. */
  weights(
    demo: Demo,
    values: Readonly<Record<string, unknown>>,
  ): Promise<(Source & { readonly bytes: ArrayBuffer }) | null>;
}

/** Where a file came from. */
export interface Source {
  readonly path: string;
  /** It need not have all arrays: the others stay as a fresh state has them. */
  readonly part?: boolean;
  /** What came is of no use: the next time it is fetched past the browser's cache. */
  refuse(): void;
}

/** `fetchFile` takes a path below `public` and rejects where there is no such file; `again` says that the last one was refused. */
export function createFiles(
  fetchFile: (path: string, again: boolean) => Promise<ArrayBuffer>,
): Files {
  const read = new Map<string, Map<Reader<unknown>, Promise<unknown>>>();
  const refused = new Set<string>();

  async function fetched(path: string): Promise<ArrayBuffer> {
    try {
      return await fetchFile(path, refused.has(path));
    } catch {
      const message =
        "A file that this figure needs could not be loaded. Check the connection and try again.";
      throw new RunFault({ code: "no-file", message, culprit: path });
    }
  }

  async function readBy(path: string, reader: Reader<unknown>): Promise<unknown> {
    const file = await fetched(path);
    try {
      const content = await reader(file);
      refused.delete(path);
      return content;
    } catch (error) {
      refused.add(path);
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The data that this run needs cannot be read: ${reason}`;
      throw new RunFault({ code: "bad-file", message, culprit: path });
    }
  }

  function shared(path: string, reader: Reader<unknown>): Promise<unknown> {
    const readers = read.get(path) ?? new Map<Reader<unknown>, Promise<unknown>>();
    read.set(path, readers);
    const known = readers.get(reader);
    if (known) return known;
    const reading = readBy(path, reader);
    readers.set(reader, reading);
    // What failed is tried again by whoever asks next.
    reading.catch(() => readers.delete(reader));
    return reading;
  }

  return {
    async data({ id, data = {} }, program) {
      const entries = Object.entries(data).map(async ([name, path]) => {
        const reader = (program.data as Readonly<Record<string, Reader<unknown>>>)?.[name];
        if (!reader) throw new Error(`The program of ${id} does not say how to read “${name}”.`);
        return [name, await shared(path, reader)] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    },
    async weights(demo, values) {
      const path = weightsFile(demo, values);
      if (path === undefined) return null;
      const bytes = await fetched(path);
      refused.delete(path);
      const part = askedWeights(demo, values)?.part;
      return { path, bytes, part, refuse: () => refused.add(path) };
    },
  };
}

/** For programs that declare neither data nor weights. */
export const noFiles: Files = createFiles(() => Promise.reject(new Error("There are no files.")));
