/** The page of all parts belongs to the development server. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

test("the built site has neither the page of parts nor its examples", async ({ request }) => {
  expect((await request.get("/parts/")).status()).toBe(404);
  const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(js|css|html)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.filter((name) =>
    /parts-look|deuteranopia/i.test(readFileSync(`dist/${name}`, "utf8")),
  );
  expect(found).toEqual([]);
});
