import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumForTests } from "./scripts/machine/chromium.mjs";
import { basePath } from "./scripts/site/base-path.ts";
import { HEADERS } from "./scripts/site/csp.ts";
import { demosPlugin } from "./scripts/vite/demos-plugin.ts";
import { engineFilesPlugins } from "./scripts/vite/engine-files-plugin.ts";
import { leanDeclarationsPlugin } from "./scripts/vite/lean-declarations-plugin.ts";
import { leanFontsPlugin } from "./scripts/vite/lean-fonts-plugin.ts";
import { licencesPlugins } from "./scripts/vite/licences-plugin.ts";
import { noteSources } from "./scripts/checkout/note-sources.ts";
import { DearestFirst } from "./scripts/test/dearest-first.ts";
import { brotliPlugin } from "./scripts/vite/brotli-plugin.ts";
import { sitePlugin } from "./scripts/vite/site-plugin.ts";
import { codePlugin } from "./src/code/code-plugin.ts";
import { notesPlugin } from "./src/notes/notes-plugin.ts";

const root = import.meta.dirname;
const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
  dependencies: Record<string, string>;
};

const notes = notesPlugin({
  folder: `${root}/notes`,
  sources: () => noteSources(root),
  isSource: (path) =>
    /\/src\/papers\/.*\.ts$|\/notes\/(references|claims)\.json$|\/src\/notes\//.test(path),
});

const licences = licencesPlugins({
  root,
  // The service worker is built by itself, the kernels hold parts of their language, and style sheets bring the fonts.
  besides: [
    "workbox-core",
    "workbox-precaching",
    "workbox-routing",
    "assemblyscript",
    ...Object.keys(dependencies).filter((name) => name.startsWith("@fontsource")),
  ],
});

const engineFiles = engineFilesPlugins(root);

/** Tests of rooms without tensors. */
const PLAIN = [
  "tests/{app,claims,code,contract,data,figure,notes,numbers,ui,weights}/**/*.test.ts",
  "tests/{architecture,every-component,every-note,every-word}.test.ts",
];

export default defineConfig({
  plugins: [
    notes,
    codePlugin({ papers: `${root}/src/papers`, ...notes.api }),
    demosPlugin(root),
    leanDeclarationsPlugin(),
    engineFiles.plugin,
    sitePlugin(),
    brotliPlugin(),
    leanFontsPlugin(notes.api),
    licences.plugin,
    react(),
  ],
  base: basePath(),
  appType: "mpa",
  // The build of it for browsers makes markup of text, which the page's policy forbids.
  resolve: {
    alias: {
      "decode-named-character-reference": `${root}/node_modules/decode-named-character-reference/index.js`,
    },
  },
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
              test: /src\/(contract\/(params|trained|holds|demo|url|branches|figure-place|last|page-path)|figure\/value-text|ui\/(format-number|small|NumberField|Button|Icon|Legend|close-popover|Progress|VisuallyHidden|Fence|late-part|until-fetched|watch-seen|percent|shared-watch)|app\/(saves-data|site-path|notes))\.tsx?$|\?brief|preload-helper|rolldown[\\/:-]runtime|node_modules\/react\//,
            },
            { name: "arrays", test: /src\/contract\/(array-param|drawings-param|base64)\.ts$/ },
            {
              name: "stage",
              test: /src\/ui\/parts\/(Stage|stage-\w+|Layer|DataUnits|use-drag|PictureRow|is-still|Grip|grip-steps|use-handle)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  preview: { headers: HEADERS },
  worker: {
    format: "es",
    plugins: () => [licences.worker, engineFiles.worker],
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
    sequence: { sequencer: DearestFirst },
    // By itself it leaves a core out, which is half of a machine with two.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/**/*.browser.test.*", ...PLAIN],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "plain",
          environment: "node",
          include: PLAIN,
          exclude: ["tests/**/*.browser.test.*"],
          // A worker’s files share their modules, and the compiled notes: tensors and what counts them must not be shared.
          isolate: false,
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
            provider: playwright({ launchOptions: chromiumForTests() }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
