/** What Vite's manifest says of a build: its chunks and what comes with each. */

export interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
/** Chunks by the path of the source that they begin with. */
export type Manifest = Readonly<Record<string, Chunk>>;

/** Keys of the chunks that come with the given ones; with `late`, also of those that they may ask for later. */
export function closure(
  manifest: Manifest,
  keys: readonly string[],
  { late = false } = {},
): Set<string> {
  const seen = new Set<string>();
  const pending = [...keys];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { imports = [], dynamicImports = [] } = manifest[key] ?? { file: "" };
    pending.push(...imports, ...(late ? dynamicImports : []));
  }
  return seen;
}

/** Scripts that come with the given chunks. */
export const scriptsOf = (manifest: Manifest, keys: readonly string[]): Set<string> =>
  new Set(
    [...closure(manifest, keys)]
      .map((key) => manifest[key]?.file ?? "")
      .filter((file) => file.endsWith(".js")),
  );

/** Style sheets that come with the given chunks. */
export const stylesOf = (manifest: Manifest, keys: readonly string[]): Set<string> =>
  new Set([...closure(manifest, keys)].flatMap((key) => manifest[key]?.css ?? []));
