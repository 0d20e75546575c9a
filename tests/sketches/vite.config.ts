import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = import.meta.dirname;

/** The sketches by themselves: never a part of the site. */
export default defineConfig({
  root,
  publicDir: `${root}/public`,
  cacheDir: `${root}/../../.cache/sketches-vite`,
  plugins: [react()],
  appType: "spa",
  build: {
    target: "es2022",
    outDir: `${root}/../../.cache/sketches`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // All sketches at once: nobody downloads them.
    chunkSizeWarningLimit: 2000,
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "engine", test: /src\/engine\/worker\/\w+\.ts$/ }] },
      },
    },
  },
});
