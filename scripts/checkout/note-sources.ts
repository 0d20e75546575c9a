/** Reads what notes may refer to from the checkout: papers, demos (by their folders), references and results of claims. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mentionsIn } from "../../src/code/mentions.ts";
import { sourceFiles } from "../../src/code/source-files.ts";
import { quantitiesOf, type Demo } from "../../src/contract/demo.ts";
import type { Param } from "../../src/contract/params.ts";
import type { Paper } from "../../src/contract/paper.ts";
import type { ClaimResults } from "../../src/claims/result.ts";
import type { DemoFacts, Reference, SettingFacts, Sources } from "../../src/notes/note.ts";
import { demoIds, paperIds } from "./demo-ids.ts";
import { importAll } from "./import-all.ts";

/** `root` is the absolute path of the checkout, `notes` that of the folder of notes. */
export async function noteSources(root: string, notes = join(root, "notes")): Promise<Sources> {
  const papers = join(root, "src/papers");
  const names = paperIds(root);
  const demos = demoIds(root);
  const modules = await importAll<{ readonly paper: Paper; readonly demo: Demo }>([
    ...names.map((id) => join(papers, id, "paper.ts")),
    ...demos.map((id) => join(papers, id, "demo.ts")),
  ]);
  const declared = modules.slice(names.length).map(({ demo }) => demo);
  const known = Object.fromEntries(names.map((id, i) => [id, modules[i]!.paper]));
  const mentions = demos.map((id) => {
    const paper = known[id.split("/")[0]!]!;
    return [id, sourceFiles(papers, id).flatMap((file) => mentionsIn(file, paper))] as const;
  });
  return {
    papers: known,
    demos,
    demoFacts: Object.fromEntries(demos.map((id, i) => [id, factsOf(declared[i]!)])),
    code: Object.fromEntries(mentions),
    references: table<Record<string, Reference>>(join(notes, "references.json")),
    claims: table<ClaimResults>(join(notes, "claims.json")),
  };
}

function factsOf(demo: Demo): DemoFacts {
  const { title, question, source, params, presets = {} } = demo;
  const letters = Object.values(quantitiesOf(demo)).flatMap(({ symbol }) => symbol ?? []);
  return {
    title,
    question,
    equations: source.equations,
    steps: demo.steps !== undefined,
    settings: Object.entries(params).map(([name, param]) => settingOf(name, param)),
    presets: Object.fromEntries(Object.entries(presets).map(([name, { label }]) => [name, label])),
    letters,
  };
}

function settingOf(name: string, param: Param<unknown>): SettingFacts {
  const { label, help, symbol, unit, control } = param;
  return {
    name,
    label,
    help,
    symbol,
    read(text) {
      const { value, problem } = param.parse(text);
      const option =
        control.kind === "choice" && control.options.find((each) => each.value === value)?.label;
      const shown = option || param.format(value) + (unit === undefined ? "" : ` ${unit}`);
      return { says: `${label.toLowerCase()} ${shown}`, problem };
    },
  };
}

const table = <T extends object>(path: string): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : ({} as T);
