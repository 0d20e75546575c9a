/** The training worker of this site. */
import type { Demo } from "../contract/demo.ts";
import type { AnyProgram } from "../engine/program.ts";
import { answerServiceWorker } from "./offline/fetched-before.ts";
import { serveDemos } from "./serve-demos.ts";

serveDemos(
  import.meta.glob<{ demo: Demo }>("../papers/*/*/demo.ts"),
  import.meta.glob<{ program: AnyProgram }>("../papers/*/*/program.ts"),
);
answerServiceWorker();
