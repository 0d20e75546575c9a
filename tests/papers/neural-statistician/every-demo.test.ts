import type { Demo } from "../../../src/contract/demo.ts";
import type { PosterFile } from "../../../src/engine/page/poster.ts";
import type { AnyProgram } from "../../../src/engine/program.ts";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { everyDemo } from "../../fixtures/every-demo/every-demo.ts";
import { foundIn } from "../../fixtures/every-demo/found.ts";

everyDemo(
  foundIn(
    "../../../src/papers/",
    {
      demos: import.meta.glob<{ demo: Demo }>("../../../src/papers/neural-statistician/*/demo.ts", {
        eager: true,
      }),
      programs: import.meta.glob<{ program: AnyProgram }>(
        "../../../src/papers/neural-statistician/*/program.ts",
        {
          eager: true,
        },
      ),
      posters: import.meta.glob<{ default: PosterFile }>(
        "../../../src/papers/neural-statistician/*/poster.json",
        {
          eager: true,
        },
      ),
    },
    publicFile,
  ),
);
