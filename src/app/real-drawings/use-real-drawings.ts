import { useCallback, useEffect, useRef, useState } from "react";
import { decodeFile } from "./decode-files.ts";
import {
  forgetDrawings,
  keepDrawings,
  keptDrawings,
  wholeHalves,
  type Bits,
  type WholeHalf,
} from "./kept-drawings.ts";

export interface Reading {
  readonly file: string;
  readonly done: number;
  /** 0 until the file's list is read. */
  readonly all: number;
  /** Estimated by the pace up to now; null where that is not known. */
  readonly secondsLeft: number | null;
}

export interface RealDrawingsState {
  /** Null where there are none; undefined until that is known. */
  readonly bits: Bits | null | undefined;
  readonly whole: readonly WholeHalf[];
  readonly reading: Reading | null;
  /** How it went, for the reader. */
  readonly says: string;
  take(files: readonly File[]): void;
  cancel(): void;
  forget(): void;
}

/** The reader's drawings: what is kept, what is being read, and what came of it. */
export function useRealDrawings(): RealDrawingsState {
  const [bits, setBits] = useState<Bits | null | undefined>(undefined);
  const [whole, setWhole] = useState<readonly WholeHalf[]>([]);
  const [reading, setReading] = useState<Reading | null>(null);
  const [says, setSays] = useState("");
  const ending = useRef<AbortController>(null);
  const waiting = useRef<File[]>([]);

  const show = useCallback(async (next: Bits | null): Promise<void> => {
    setBits(next);
    setWhole(next ? await wholeHalves(next) : []);
  }, []);
  useEffect(() => {
    void keptDrawings().then(show);
    return () => ending.current?.abort();
  }, [show]);

  const read = useCallback(
    async (files: readonly File[]): Promise<void> => {
      // What comes while others are read is read after them.
      waiting.current.push(...files);
      if (ending.current) return;
      const { signal } = (ending.current = new AbortController());
      const said: string[] = [];
      setSays("");
      while (!signal.aborted && waiting.current.length > 0) {
        const file = waiting.current.shift()!;
        const start = performance.now();
        setReading({ file: file.name, done: 0, all: 0, secondsLeft: null });
        const heard = (done: number, all: number): void => {
          const seconds = (performance.now() - start) / 1000;
          const secondsLeft = done > 0 ? (seconds * (all - done)) / done : null;
          setReading({ file: file.name, done, all, secondsLeft });
        };
        const result = await decodeFile(file, heard, signal);
        if (result === null) {
          const ended = [file, ...waiting.current].map(({ name }) => name);
          said.push(`Ended: nothing is kept of ${ended.join(", ")}.`);
        } else if (typeof result === "string") said.push(result);
        else {
          const kept = await keepDrawings(result);
          said.push(kept.says || `${file.name} was read.`);
          await show(kept.bits);
        }
      }
      waiting.current = [];
      ending.current = null;
      setReading(null);
      setSays(said.join(" "));
    },
    [show],
  );

  return {
    bits,
    whole,
    reading,
    says,
    take: useCallback((files) => void read(files), [read]),
    cancel: () => ending.current?.abort(),
    forget() {
      void forgetDrawings().then((done) => {
        setSays(
          done
            ? "The drawings are forgotten: this device has none any more. What was dealt stays on the signs."
            : "This browser’s storage did not answer: clear the site’s data in its settings.",
        );
        return show(null);
      });
    },
  };
}
