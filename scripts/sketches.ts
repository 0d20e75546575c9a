/**
 * `npm run sketches`: the sketches of demos in `tests/sketches`, served by themselves on PORT (default 4300) until Ctrl-C.
 * `npm run sketches -- --files` makes anew what they need besides their code: data, weights and first pictures, from seeds.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Demo } from "../src/contract/demo.ts";
import type { Views } from "../src/contract/view.ts";
import { useBackend } from "../src/math/backend.ts";
import { sketches } from "../tests/sketches/found-sketches.ts";
import { signsFile, weightsFiles } from "../tests/sketches/making/make-files.ts";
import { serveSketches } from "../tests/sketches/serve-sketches.ts";
import { portAsked } from "./machine/port.mjs";
import { parsed } from "./machine/usage.ts";
import { postersOf } from "./posters/posters-of.ts";

const PORT = 4300;

const views = import.meta.glob<{ views: Views<Demo, unknown> }>(
  "../tests/sketches/papers/*/*/views.tsx",
);
const findingOf = async (id: string): Promise<Views<Demo, unknown>["finding"]> =>
  (await views[`../tests/sketches/papers/${id}/views.tsx`]!()).views.finding;

export const USAGE = `Usage: npm run sketches -- [--files]

  --files   makes what the sketches need besides their code, instead of serving them`;

export async function main(args: string[]): Promise<void> {
  if (parsed(args, { files: { type: "boolean" } }).values.files) return makeFiles();
  const { origin, close } = await serveSketches(portAsked() ?? PORT);
  console.log(origin);
  await new Promise((resolve) => process.once("SIGINT", resolve));
  await close();
}

async function makeFiles(): Promise<void> {
  await useBackend("wasm");
  const write = (path: string, content: string | Uint8Array): void => {
    const file = `tests/sketches/${path}`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    console.log(`${file}: ${content.length} bytes`);
  };
  write("public/data/signs.bin", signsFile());
  for (const [path, bytes] of Object.entries(await weightsFiles())) write(`public/${path}`, bytes);
  for (const sketch of sketches)
    write(
      `papers/${sketch.id}/poster.json`,
      `${JSON.stringify(await postersOf({ ...sketch, finding: await findingOf(sketch.id) }))}\n`,
    );
}
