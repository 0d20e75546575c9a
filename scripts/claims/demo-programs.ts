/** The demos that claims can be about, with their programs. */
import type { Demo } from "../../src/contract/demo.ts";
import type { AnyProgram } from "../../src/engine/program.ts";

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
export interface DemoProgram {
  readonly demo: Demo;
  readonly program: AnyProgram;
}

export async function loadProgram(id: string): Promise<DemoProgram> {
  const { demo } = await demos[`${folder(id)}/demo.ts`]!();
  const { program } = await programs[`${folder(id)}/program.ts`]!();
  return { demo, program };
}
