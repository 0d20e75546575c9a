import { useCallback, useEffect, useRef, useState } from "react";
import { decodeFile } from "./decode-files.ts";
import {
  exactHalves,
  forgetDrawings,
  keepDrawings,
  keptDrawings,
  type Bits,
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
  /** Files that are, bit for bit, those that the networks were trained on. */
  readonly exact: readonly string[];
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
  const [exact, setExact] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<Reading | null>(null);
  const [says, setSays] = useState("");
  const ending = useRef<AbortController>(null);

  const show = useCallback(async (next: Bits | null): Promise<void> => {
    setBits(next);
    setExact(next ? await exactHalves(next) : []);
  }, []);
  useEffect(() => {
    void keptDrawings().then(show);
    return () => ending.current?.abort();
  }, [show]);

  const read = useCallback(
    async (files: readonly File[]): Promise<void> => {
      if (ending.current) return;
      const { signal } = (ending.current = new AbortController());
      const said: string[] = [];
      for (const file of files) {
        if (signal.aborted) break;
        const start = performance.now();
        setReading({ file: file.name, done: 0, all: 0, secondsLeft: null });
        const heard = (done: number, all: number): void => {
          const seconds = (performance.now() - start) / 1000;
          const secondsLeft = done > 0 ? (seconds * (all - done)) / done : null;
          setReading({ file: file.name, done, all, secondsLeft });
        };
        const result = await decodeFile(file, heard, signal);
        if (result === null) said.push(`${file.name} was not read to its end: nothing changed.`);
        else if (typeof result === "string") said.push(result);
        else {
          const kept = await keepDrawings(result);
          said.push(kept.says || `${file.name} was read.`);
          await show(kept.bits);
        }
      }
      ending.current = null;
      setReading(null);
      setSays(said.join(" "));
    },
    [show],
  );

  return {
    bits,
    exact,
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
