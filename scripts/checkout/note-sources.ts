/** Reads what notes may refer to from the checkout: papers, demos (by their folders), references and results of claims. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { mentionsIn } from "../../src/code/mentions.ts";
import { sourceFiles } from "../../src/code/source-files.ts";
import type { Demo } from "../../src/contract/demo.ts";
import type { Paper } from "../../src/contract/paper.ts";
import type { ClaimResults } from "../../src/claims/result.ts";
import type { DemoFacts, Reference, Sources } from "../../src/notes/note.ts";
import { demoIds, paperIds } from "./demo-ids.ts";

/** `root` is the absolute path of the checkout, `notes` that of the folder of notes. */
export async function noteSources(root: string, notes = join(root, "notes")): Promise<Sources> {
  const papers = join(root, "src/papers");
  const read = paperIds(root).map(async (id): Promise<[string, Paper]> => {
    const { module } = await runnerImport<{ paper: Paper }>(join(papers, id, "paper.ts"));
    return [id, module.paper];
  });
  const demos = demoIds(root);
  const facts = demos.map(async (id): Promise<[string, DemoFacts]> => {
    const { module } = await runnerImport<{ demo: Demo }>(join(papers, id, "demo.ts"));
    const { title, question, params } = module.demo;
    return [id, { title, question, settings: Object.values(params) }];
  });
  const known = Object.fromEntries(await Promise.all(read));
  const mentions = demos.map((id) => {
    const paper = known[id.split("/")[0]!]!;
    return [id, sourceFiles(papers, id).flatMap((file) => mentionsIn(file, paper))] as const;
  });
  return {
    papers: known,
    demos,
    demoFacts: Object.fromEntries(await Promise.all(facts)),
    code: Object.fromEntries(mentions),
    references: table<Record<string, Reference>>(join(notes, "references.json")),
    claims: table<ClaimResults>(join(notes, "claims.json")),
  };
}

const table = <T extends object>(path: string): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : ({} as T);
