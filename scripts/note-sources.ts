/** Reads what notes may refer to from the checkout: papers, demos (by their folders), references and results of claims. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import type { Paper } from "../src/contract/paper.ts";
import type { ClaimResults } from "../src/contract/claims/result.ts";
import type { Reference, Sources } from "../src/notes/note.ts";
import { demoIds, paperIds } from "./demo-ids.ts";

/** `root` is the absolute path of the checkout, `notes` that of the folder of notes. */
export async function noteSources(root: string, notes = join(root, "notes")): Promise<Sources> {
  const read = paperIds(root).map(async (id): Promise<[string, Paper]> => {
    const path = join(root, "src/papers", id, "paper.ts");
    const { module } = await runnerImport<{ paper: Paper }>(path);
    return [id, module.paper];
  });
  return {
    papers: Object.fromEntries(await Promise.all(read)),
    demos: demoIds(root),
    references: table<Record<string, Reference>>(join(notes, "references.json")),
    claims: table<ClaimResults>(join(notes, "claims.json")),
  };
}

const table = <T extends object>(path: string): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : ({} as T);
