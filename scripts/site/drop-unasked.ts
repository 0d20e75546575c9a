/** Files that lie in `public` and that no page of this build asks for: a host need not hold them, nor a reader keep them. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import type { Demo } from "../../src/contract/demo.ts";

/** Removes data and weights that no demo names, and the pictures for links where no page names them; gives what it removed. */
export function dropUnasked(
  dist: string,
  demos: readonly Pick<Demo, "data" | "weights">[],
  { cards }: { readonly cards: boolean },
): string[] {
  const named = new Set(
    demos.flatMap(({ data = {}, weights = [] }) => [
      ...Object.values(data),
      ...weights.map(({ file }) => file),
    ]),
  );
  const dropped = [
    ...["data", "weights"].flatMap((folder) =>
      // What says whose they are is asked for by nobody, and stays.
      filesIn(dist, folder).filter((file) => !named.has(file) && !file.endsWith(".md")),
    ),
    ...(cards ? [] : ["cards"]),
  ];
  for (const path of dropped) rmSync(join(dist, path), { recursive: true, force: true });
  return dropped;
}

/** With `/`, from `dist` on. */
function filesIn(dist: string, folder: string): string[] {
  if (!existsSync(join(dist, folder))) return [];
  return readdirSync(join(dist, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
