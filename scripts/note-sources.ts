/** Reads what notes may refer to from the checkout: papers, demos (by their folders) and references. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { mentionsIn } from "../src/code/mentions.ts";
import { sourceFiles } from "../src/code/source-files.ts";
import type { Demo } from "../src/contract/demo.ts";
import type { Paper } from "../src/contract/paper.ts";
import type { DemoFacts, Reference, Sources } from "../src/notes/note.ts";
import { demoIds, paperIds } from "./demo-ids.ts";

/** `root` is the absolute path of the checkout. */
export async function noteSources(root: string): Promise<Sources> {
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
  const references = join(root, "notes/references.json");
  return {
    papers: known,
    demos,
    demoFacts: Object.fromEntries(await Promise.all(facts)),
    code: Object.fromEntries(mentions),
    references: existsSync(references)
      ? (JSON.parse(readFileSync(references, "utf8")) as Record<string, Reference>)
      : {},
  };
}
