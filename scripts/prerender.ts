/** After `vite build`: writes each page of the site as HTML that reads fully without scripts, and what belongs to pages. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { linksOf } from "./site/links.ts";
import { buildServer } from "./site/server-build.ts";
import { writeServiceWorker } from "./site/service-worker.ts";
import { fillTemplate, withoutScripts } from "./site/template.ts";

const DIST = resolve("dist");

export async function main(): Promise<void> {
  const server = await buildServer();
  const template = readFileSync(join(DIST, "index.html"), "utf8");
  const links = linksOf(DIST);

  const write = (file: string, text: string): void => {
    const target = join(DIST, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(`dist/${file}`);
  };
  const writePage = async (path: string, file: string): Promise<void> => {
    const page = await server.renderPage(path);
    const head = page.html.includes("data-demo=") ? links.part("src/app/DemoMount.tsx") : "";
    write(file, fillTemplate(template, { ...page, first: links.fonts(page.formulas), head }));
  };

  await writePage("/404/", "404.html");
  for (const path of server.paths) await writePage(path, `${path.slice(1)}index.html`);
  write(
    "offline.html",
    fillTemplate(withoutScripts(template), {
      title: "No network · Live Paper Notes",
      description: "",
      html: await server.renderOffline(),
    }),
  );
  await writeServiceWorker(DIST);
}
