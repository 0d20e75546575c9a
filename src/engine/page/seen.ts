/** What views get of a run: curves and outputs by their own names. */
import type { NDArray } from "../../contract/array.ts";
import { ofBranch } from "../../contract/branches.ts";
import type { Demo } from "../../contract/demo.ts";
import type { Fault, Points } from "../../contract/protocol.ts";
import type { Seen } from "../../contract/view.ts";

/** Branch by branch, and the first in front. */
export function seen(
  { branches }: Demo,
  curves: Readonly<Record<string, Points>>,
  outputs: Readonly<Record<string, NDArray>>,
  lost: Readonly<Record<string, Fault>>,
): Seen<Demo> & { readonly branches: Readonly<Record<string, Seen<Demo>>> } {
  if (!branches) return { series: curves, outputs, lost: null, branches: {} };
  const names = Object.keys(branches);
  const all = names.map((name): Seen<Demo> => ({
    series: ofBranch(curves, name),
    outputs: ofBranch(outputs, name),
    lost: lost[name] ?? null,
  }));
  return {
    ...all[0]!,
    branches: Object.fromEntries(names.map((name, i) => [name, all[i]!])),
  };
}
