/** The demos that claims can be about, with their programs and data files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Demo } from "../../src/contract/demo.ts";
import type { AnyProgram, Assets } from "../../src/engine/program.ts";

const demos = import.meta.glob<{ demo: Demo }>("../../src/papers/*/*/demo.ts");
const programs = import.meta.glob<{ program: AnyProgram }>("../../src/papers/*/*/program.ts");
const folder = (id: string): string => `../../src/papers/${id}`;

export type Demos = Readonly<Record<string, Demo>>;

/** Every declaration, by id. */
export async function loadDemos(): Promise<Demos> {
  const loaded = await Promise.all(Object.values(demos).map((load) => load()));
  return Object.fromEntries(loaded.map(({ demo }) => [demo.id, demo]));
}

/** What a run of one demo takes. */
export async function loadProgram(
  id: string,
): Promise<{ demo: Demo; program: AnyProgram; assets: Assets }> {
  const { demo } = await demos[`${folder(id)}/demo.ts`]!();
  const { program } = await programs[`${folder(id)}/program.ts`]!();
  const read = (path: string): ArrayBuffer =>
    Uint8Array.from(readFileSync(join("public", path))).buffer;
  const assets = Object.fromEntries((demo.assets ?? []).map((path) => [path, read(path)]));
  return { demo, program, assets };
}
