import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromium } from "./scripts/machine/chromium.mjs";
import { codeVersionsPlugin } from "./scripts/versions/code-versions-plugin.ts";
import { HEADERS } from "./scripts/site/csp.ts";
import { leanFontsPlugin } from "./scripts/vite/lean-fonts-plugin.ts";
import { noteSources } from "./scripts/checkout/note-sources.ts";
import { sitePlugin } from "./scripts/vite/site-plugin.ts";
import { codePlugin } from "./src/code/code-plugin.ts";
import { notesPlugin } from "./src/notes/notes-plugin.ts";

const root = import.meta.dirname;

const notes = notesPlugin({
  folder: `${root}/notes`,
  sources: () => noteSources(root),
  isSource: (path) =>
    /\/src\/papers\/.*\.ts$|\/notes\/(references|claims)\.json$|\/src\/notes\//.test(path),
});

export default defineConfig({
  plugins: [
    notes,
    codePlugin({ papers: `${root}/src/papers`, ...notes.api }),
    codeVersionsPlugin(root),
    sitePlugin(),
    leanFontsPlugin(notes.api),
    react(),
  ],
  appType: "mpa",
  // Found late otherwise, inside the worker: the development server would reload the page in the middle of a run.
  optimizeDeps: {
    include: ["core", "backend-wasm", "backend-cpu"].map((part) => `@tensorflow/tfjs-${part}`),
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: {
      polyfill: false,
      // Scripts of late parts follow on their own; naming them all would cost every page more than it saves a few.
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith(".css")),
    },
    rolldownOptions: {
      output: {
        // Every demo's is called "poster": by the demo's name the next build's replaces this one's offline.
        assetFileNames: ({ originalFileNames: [file = ""] }) => {
          const [, paper, demo] = /papers\/(.+)\/(.+)\/poster\.json$/.exec(file) ?? [];
          return `assets/${paper ? `poster-${paper}-${demo}` : "[name]"}-[hash][extname]`;
        },
        codeSplitting: {
          groups: [
            {
              name: "shared",
              test: /src\/(contract\/(params|trained|demo|url|branches|figure-place|last)|ui\/(format-number|Button|Icon|Progress|VisuallyHidden)|app\/saves-data)\.tsx?$/,
            },
            // Small files in one: together they travel lighter.
            { name: "react", test: /node_modules\/react\// },
            { name: "arrays", test: /src\/contract\/(array-param|drawings-param|base64)\.ts$/ },
            {
              name: "stage",
              test: /src\/ui\/parts\/(Stage|stage-\w+|Layer|DataUnits|use-drag|PictureRow|is-still)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  preview: { headers: HEADERS },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        // Nobody may import the file that a worker starts with: WebKit would run it, and all it holds, a second time.
        codeSplitting: { groups: [{ name: "engine", test: /src\/engine\/worker\/\w+\.ts$/ }] },
        // Every library's main file is called "dist".
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${/tfjs-backend-\w+/.exec(facadeModuleId ?? "")?.[0] ?? "[name]"}-[hash].js`,
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/**/*.browser.test.*"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/**/*.browser.test.{ts,tsx}"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium() }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
