/** The training worker of the sketches. */
import type { Demo } from "../../src/contract/demo.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { serveDemos } from "../../src/app/serve-demos.ts";

serveDemos(
  import.meta.glob<{ demo: Demo }>("./papers/*/*/demo.ts"),
  import.meta.glob<{ program: AnyProgram }>("./papers/*/*/program.ts"),
);
