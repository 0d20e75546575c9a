/** The sketches, found by file name as the site's demos are. */
import type { Demo } from "../../src/contract/demo.ts";
import type { PosterFile } from "../../src/engine/page/poster.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { foundIn } from "../fixtures/every-demo/found.ts";
import { publicFile } from "./public-file.ts";

export const sketches = foundIn(
  "./papers/",
  {
    demos: import.meta.glob<{ demo: Demo }>("./papers/*/*/demo.ts", { eager: true }),
    programs: import.meta.glob<{ program: AnyProgram }>("./papers/*/*/program.ts", { eager: true }),
    posters: import.meta.glob<{ default: PosterFile }>("./papers/*/*/poster.json", { eager: true }),
  },
  publicFile,
);
