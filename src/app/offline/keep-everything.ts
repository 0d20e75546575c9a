/** Fetches what is not kept yet, so that every figure works offline. */
import { trustedScript } from "../trusted.ts";
import { SERVICE_WORKER, USED_FILES } from "./names.ts";
import { addressOf, keep, missingOf, type UsedFile } from "./used-files.ts";

/** Why it ended. What was kept until then stays. */
export type Outcome = "kept" | "full" | "no network" | "other version" | "not here";

/** Files that are not kept; null where this browser keeps nothing. */
export async function missingFiles(): Promise<UsedFile[] | null> {
  if (!("caches" in globalThis) || !("serviceWorker" in navigator)) return null;
  const response = await fetch(USED_FILES);
  if (!response.ok) return null;
  return missingOf((await response.json()) as UsedFile[]);
}

/** `onFile` hears of each file that is kept. */
export async function keepEverything(
  files: readonly UsedFile[],
  onFile: (file: UsedFile) => void,
): Promise<Outcome> {
  if (!(await pagesAreKept())) return "not here";
  // The browser may say no: then it can throw the files away when it needs room.
  void navigator.storage?.persist?.();
  for (const file of await missingOf(files)) {
    let response: Response;
    try {
      response = await fetch(addressOf(file));
    } catch {
      return "no network";
    }
    if (response.status >= 500) return "no network";
    try {
      if (!(await keep(file, response))) return "other version";
    } catch (error) {
      return (error as Error).name === "QuotaExceededError" ? "full" : "no network";
    }
    onFile(file);
  }
  return "kept";
}

/** Whether a service worker holds the pages, when it has had its time. */
async function pagesAreKept(): Promise<boolean> {
  try {
    const registration = await navigator.serviceWorker.register(trustedScript(SERVICE_WORKER));
    const { installing, active } = registration;
    if (active || !installing) return active !== null;
    return await new Promise((resolve) =>
      installing.addEventListener("statechange", () => {
        if (installing.state === "activated") resolve(true);
        if (installing.state === "redundant") resolve(false);
      }),
    );
  } catch {
    return false;
  }
}
