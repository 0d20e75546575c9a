/**
 * Computes the pictures that figures show before their first run: every preset of every demo, or its default settings where
 * it has none, headless, with the default seed, to the end, or at step 0 where trained weights answer a hand in the picture.
 * Writes `poster.json` beside each demo. Run after a change of a demo or a model: `npm run posters`, or
 * `npm run posters -- paper/demo …` for some.
 */
import { writeFileSync } from "node:fs";
import type { Demo } from "../src/contract/demo.ts";
import type { Views } from "../src/contract/view.ts";
import type { AnyProgram } from "../src/engine/program.ts";
import { useReference } from "./versions/use-reference.ts";
import { publicFiles } from "./checkout/public-file.ts";
import { mustBeKnown, namesOf } from "./machine/usage.ts";
import { postersOf } from "./posters/posters-of.ts";
import { codeVersion } from "./versions/code-version.ts";

const demos = import.meta.glob<{ demo: Demo }>("../src/papers/*/*/demo.ts");
const views = import.meta.glob<{ views: Views<Demo, unknown> }>("../src/papers/*/*/views.tsx");
const programs = import.meta.glob<{ program: AnyProgram }>("../src/papers/*/*/program.ts");

export const USAGE = `Usage: npm run posters -- [paper/demo …]

  paper/demo   such as wgan/ring (default: all demos)`;

export async function main(args: string[]): Promise<void> {
  const ids = namesOf(args);
  const known = Object.keys(demos).map((path) => path.replace(/^.*papers\/|\/demo\.ts$/g, ""));
  mustBeKnown("demo", ids, known);
  await useReference();
  for (const id of ids.length === 0 ? known : ids) {
    // Pages name a demo's code: what has no name is told of here, before a page fails.
    try {
      await codeVersion(id);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
      return;
    }
    const folder = `../src/papers/${id}`;
    const { demo } = await demos[`${folder}/demo.ts`]!();
    const { program } = await programs[`${folder}/program.ts`]!();
    const { finding } = (await views[`${folder}/views.tsx`]!()).views;
    const file = `src/papers/${id}/poster.json`;
    const posters = await postersOf({ demo, program, files: publicFiles, finding });
    writeFileSync(file, `${JSON.stringify(posters)}\n`);
    console.log(`${id}: ${posters.posters.length} pictures`);
  }
}
