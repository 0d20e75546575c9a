/** What is said of the parameters of our functions, against the sources that they are compiled from. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { library } from "../../../src/math/kernels/launch.ts";
import { isAddress, rolesOf } from "../../../src/math/kernels/parameters.ts";

const FOLDER = "src/math/kernels/assembly";
/** Called by hand, never launched. */
const DRAWS = new Set(["normals", "uniforms", "words"]);

beforeAll(async () => {
  await useBackend("wasm");
});

const sources = readdirSync(FOLDER)
  .map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"))
  .join("\n");

/** Names and types of a function's parameters. */
function declared(name: string): { name: string; type: string }[] {
  const [, list] = new RegExp(`^export function ${name}\\(([^)]*)\\): void`, "m").exec(sources)!;
  return [...list!.matchAll(/(\w+): (\w+)/g)].map(([, own, type]) => ({ name: own!, type: type! }));
}

const launched = (): string[] =>
  [...library().signatures.keys()].filter((name) => !DRAWS.has(name));

test("addresses are said to be where the sources have them, and so are floats", () => {
  expect(launched().length).toBeGreaterThan(30);
  for (const name of launched()) {
    const kinds = rolesOf(name)?.map((role) => (isAddress(role) ? "usize" : role));
    const wanted = declared(name).map(({ type }) => ({ i32: "n", f32: "f" })[type] ?? type);
    expect(kinds, name).toEqual(wanted);
  }
});

test("a function writes what its sources call an output, and its scratch is called that", () => {
  const output = /^(out\w*|next[HC]|C|dGates|dc|dx|by[A-Z]\w*)$/;
  for (const name of launched()) {
    const roles = declared(name)
      .filter(({ type }) => type === "usize")
      .map((parameter) =>
        parameter.name === "scratch" ? "s" : output.test(parameter.name) ? "w" : "r",
      );
    expect(rolesOf(name)?.filter(isAddress), name).toEqual(roles);
  }
});
