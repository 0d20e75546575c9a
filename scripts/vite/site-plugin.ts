/** How the servers answer: every page of the development server from one template, the built site as a static host would. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** KaTeX names each font in three formats; every browser that runs this site takes the first. */
const woff2Only = (css: string): string =>
  css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g, "");

/** Whether a page stands there that wants a slash. Browsers take what begins with two, or with a backslash, for another host. */
const isFolder = (dist: string, path: string): boolean =>
  /^\/[^/\\]/.test(path) &&
  !path.endsWith("/") &&
  !path.includes("..") &&
  existsSync(join(dist, path, "index.html"));

export function sitePlugin(): Plugin {
  return {
    name: "site",
    enforce: "pre",
    transform(code, id) {
      return /katex(\.min)?\.css/.test(id) ? woff2Only(code) : undefined;
    },
    configureServer(server) {
      // The test runner serves its own pages.
      if (process.env.VITEST) return;
      server.middlewares.use((request, _response, next) => {
        const [path = "/"] = (request.url ?? "/").split("?");
        const wantsPage = request.headers.accept?.includes("text/html") && !/\.\w+$|\/@/.test(path);
        if (wantsPage) request.url = `${server.config.base}index.html`;
        next();
      });
    },
    configurePreviewServer(server) {
      const { root, build, base, preview } = server.config;
      const dist = resolve(root, build.outDir);
      server.middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(preview.headers))
          response.setHeader(name, value as string);
        if (request.method === "GET" || request.method === "HEAD") return next();
        response.writeHead(405, { Allow: "GET, HEAD" });
        return response.end();
      });
      // After the files themselves, before Vite's own bare "404".
      return () => {
        server.middlewares.use((request, response, next) => {
          const [path = "/", query] = (request.url ?? "/").split("?");
          if (path.endsWith(".html") && existsSync(join(dist, path))) return next();
          if (isFolder(dist, path)) {
            const to = `${base}${path.slice(1)}/${query ? `?${query}` : ""}`;
            response.writeHead(301, { Location: to });
            return response.end();
          }
          response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
          return response.end(readFileSync(join(dist, "404.html")));
        });
      };
    },
  };
}
