/** What measures and pictures of a demo without steps share: made where one of them asks for it, and kept until a setting that it looked at is another. */
import type { Params, Wire } from "../contract/params.ts";
import type { Key } from "../math/key.ts";
import { dispose, retain, scope } from "../math/memory.ts";
import { leaves, type Tree } from "../math/tree.ts";
import type { AnyProgram } from "./program.ts";
import { notedValues } from "./settings.ts";

type Values = Readonly<Record<string, unknown>>;

export interface Sharing {
  /** A way to each, by name; what it gives may be held until the settings change. */
  readonly ways: Readonly<Record<string, () => Tree>>;
  /** All that is kept at present. */
  kept(): Tree;
  /** Takes other settings, and frees what looked at one that differs. */
  change(values: Values, wire: Wire): void;
  free(): void;
}

/** Nothing, of a program that shares nothing. */
export const noSharing: Sharing = { ways: {}, kept: () => [], change() {}, free() {} };

interface Kept {
  readonly tree: Tree;
  readonly seen: ReadonlySet<string>;
}

/** `data` is what is read of the demo's files. Throws, when asked, at a view setting: what it changed would be in no journal. */
export function createSharing(
  { shared }: Pick<AnyProgram, "shared">,
  params: Params,
  state: Tree,
  key: Key,
  data: Values,
  first: { readonly values: Values; readonly wire: Wire },
): Sharing {
  if (!shared) return noSharing;
  const kept = new Map<string, Kept>();
  const own = new Set(leaves(state));
  let { values, wire } = first;

  function made(name: string): Tree {
    const known = kept.get(name);
    if (known) return known.tree;
    const seen = new Set<string>();
    const noted = notedValues(params, values, (setting) => seen.add(setting));
    const tree = retain(scope(() => shared![name]!(state, noted, key, data) as Tree));
    kept.set(name, { tree, seen });
    return tree;
  }

  function drop(name: string, { tree }: Kept): void {
    kept.delete(name);
    dispose(leaves(tree).filter((leaf) => !own.has(leaf)));
  }

  return {
    ways: Object.fromEntries(Object.keys(shared).map((name) => [name, () => made(name)])),
    kept: () => [...kept.values()].map(({ tree }) => tree),
    change(nextValues, nextWire) {
      const differs = (setting: string): boolean => wire[setting] !== nextWire[setting];
      for (const [name, each] of kept) if ([...each.seen].some(differs)) drop(name, each);
      values = nextValues;
      wire = nextWire;
    },
    free() {
      for (const [name, each] of kept) drop(name, each);
    },
  };
}
