/** What a test sees of a page besides its surface: frames from the worker, long tasks, requests, complaints. */
import type { Page, Request } from "@playwright/test";
import type { Frame, Report } from "../../src/contract/protocol.ts";

declare global {
  interface Window {
    seen: {
      frames: { step: number; tensors: number; at: number }[];
      losses: number[][];
      longTasks: number[];
    };
  }
}

/** What Playwright itself writes where the configuration keeps service workers out. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** Listens in on the page's own worker and on its main thread; call before the page is opened. */
export async function watchPage(
  page: Page,
): Promise<{ requests: Request[]; complaints: string[] }> {
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const grave = message.type() === "error" || message.type() === "warning";
    if (grave && message.text() !== BLOCKED) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    window.seen = { frames: [], losses: [], longTasks: [] };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.seen.longTasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener("message", ({ data }: MessageEvent<Report>) => {
          if (data.type !== "frame") return;
          const frame: Frame = data;
          window.seen.frames.push({
            step: frame.step,
            tensors: frame.tensors,
            at: performance.now(),
          });
          const { estimate, generator } = frame.series;
          estimate?.values.forEach((value, i) =>
            window.seen.losses.push([value, generator!.values[i]!]),
          );
        });
      }
    };
  });
  return { requests, complaints };
}

/** Addresses of the requests that went to other sites. */
export const elsewhere = (page: Page, requests: readonly Request[]): string[] =>
  requests
    .map((request) => request.url())
    .filter((address) => new URL(address).origin !== new URL(page.url()).origin);
