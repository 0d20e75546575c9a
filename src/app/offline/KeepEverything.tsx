import { useEffect, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { say } from "../reading/say.ts";
import { keepEverything, missingFiles, type Outcome } from "./keep-everything.ts";
import type { UsedFile } from "./used-files.ts";

const SAYS: Readonly<Record<Outcome, string>> = {
  kept: "Everything is kept on this device: every figure works without a network.",
  full: "There is no more room: the browser gives this site no further storage. What was kept stays.",
  "no network": "The download broke off. What was kept stays, and the button goes on from there.",
  "other version":
    "This site has a new version, so the files of this one cannot be had any more. Reload the page and use the new one.",
  "not here": "This browser keeps nothing for this site; perhaps its window is private.",
};

const bytesOf = (files: readonly UsedFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
/** A tenth of a megabyte at least: none is nothing. */
const megabytes = (bytes: number): string =>
  `${Math.max(bytes / 1e6, 0.1).toLocaleString("en", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;

/** Downloads at the reader's wish what figures would else keep one by one. Only where the built site runs. */
export function KeepEverything() {
  const [missing, setMissing] = useState<readonly UsedFile[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  useEffect(() => {
    if (!import.meta.env.PROD) return;
    void missingFiles().then(
      (files) => {
        setMissing(files);
        if (files?.length === 0) setOutcome("kept");
      },
      // No list, no button: there is no network, and what is kept is kept.
      () => undefined,
    );
  }, []);
  if (!missing) return null;

  const press = async (): Promise<void> => {
    const all = bytesOf(missing);
    let done = 0;
    setProgress({ done, all });
    setOutcome(null);
    say(`Keeping ${megabytes(all)} for reading offline.`);
    const end = await keepEverything(missing, ({ bytes }) => {
      done += bytes;
      setProgress({ done, all });
    });
    setMissing(await missingFiles().catch(() => missing));
    setProgress(undefined);
    setOutcome(end);
    say(SAYS[end]);
  };
  return (
    <div className="keep-everything">
      <Button inert={progress !== undefined || missing.length === 0} onPress={() => void press()}>
        {missing.length === 0
          ? "Everything is kept offline"
          : `Keep everything offline (${megabytes(bytesOf(missing))})`}
      </Button>
      {progress && <Progress label="Files kept" value={progress.done} max={progress.all} />}
      {outcome && <p>{SAYS[outcome]}</p>}
    </div>
  );
}
