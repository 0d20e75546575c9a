import { defineConfig } from "@playwright/test";
import { chromiumForTests } from "./scripts/machine/chromium.mjs";

/** Tests in which nothing trains. A new file counts as one that trains. */
const READING =
  /(accessibility|addresses|cards|claims|code|elsewhere|every-figure|fonts|forced-colours|highlights|linked-settings|missing-parts|pads|parts|pointing|print|search)\.spec\.ts$/;
const PORT = Number(process.env.PORT ?? 4199);

/*
 * Playwright stays at 1.59: since 1.60 a check that waits for a part paints the accessibility tree of the whole page at each look
 * (microsoft/playwright#41098), which is a second of our long pages. Newer ones are worth a try: `npm test` says what took longest.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: "reading", testMatch: READING },
    { name: "training", testIgnore: READING },
  ],
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: chromiumForTests(),
    // Every test sees the build's own files; those about reading offline allow them.
    serviceWorkers: "block",
  },
  webServer: {
    command: `node scripts/run.mjs serve`,
    env: { PORT: String(PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
