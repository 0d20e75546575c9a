/** What `scripts/vite/engine-files-plugin.ts` makes. */
declare module "*/worker.ts?files" {
  export const files: import("./engine-files.ts").EngineFiles;
}
