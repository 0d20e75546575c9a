/** The files that a run needs before its first step. */
import type { Demo } from "../contract/demo.ts";
import { fromWire, type Wire } from "../contract/params.ts";
import { weightsFile } from "../contract/trained.ts";
import type { Assets } from "./program.ts";
import { RunFault } from "./run-fault.ts";

/** Throws RunFault where one cannot be had. Whoever brings weights of their own (`own`) needs none of the site's. */
export async function gatherAssets(
  demo: Demo,
  params: Wire,
  fetchAsset: (path: string) => Promise<ArrayBuffer>,
  own?: ArrayBuffer,
): Promise<Assets> {
  const weights = own ? undefined : weightsFile(demo, fromWire(demo.params, params).values);
  const paths = [...(demo.assets ?? []), ...(weights === undefined ? [] : [weights])];
  const entries = paths.map(async (path) => {
    try {
      return [path, await fetchAsset(path)] as const;
    } catch {
      const message =
        "A file that this run needs could not be loaded. Check the connection and reset.";
      throw new RunFault({ code: "no-file", message, culprit: path });
    }
  });
  return Object.fromEntries(await Promise.all(entries));
}
