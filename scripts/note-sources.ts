/** Reads what notes may refer to from the checkout: papers, demos (by their folders) and references. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import type { Paper } from "../src/contract/paper.ts";
import type { Reference, Sources } from "../src/notes/note.ts";
import { demoIds, paperIds } from "./demo-ids.ts";

/** `root` is the absolute path of the checkout. */
export async function noteSources(root: string): Promise<Sources> {
  const read = paperIds(root).map(async (id): Promise<[string, Paper]> => {
    const path = join(root, "src/papers", id, "paper.ts");
    const { module } = await runnerImport<{ paper: Paper }>(path);
    return [id, module.paper];
  });
  const references = join(root, "notes/references.json");
  return {
    papers: Object.fromEntries(await Promise.all(read)),
    demos: demoIds(root),
    references: existsSync(references)
      ? (JSON.parse(readFileSync(references, "utf8")) as Record<string, Reference>)
      : {},
  };
}
