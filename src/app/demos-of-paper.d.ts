/** What `scripts/vite/demos-plugin.ts` makes of a paper. */
declare module "*/paper.ts?demos" {
  import type { PaperDemos } from "./demos.ts";
  export const parts: PaperDemos;
}
