import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import { leaves } from "../../src/math/tree.ts";
import { fromNamed, named } from "../../src/math/tree-names.ts";

beforeAll(() => useBackend("wasm"));

const leaf = (value: number): Tensor => tensor([value], [1]);
const tree = () => ({
  net: Array.from({ length: 12 }, (_, i) => ({ b: leaf(2 * i), W: leaf(2 * i + 1) })),
  bias: leaf(99),
});

test("names are paths, in the order of the leaves, also beyond ten parts", () => {
  const made = tree();
  const entries = named(made);
  expect(entries.map(([, each]) => each)).toEqual(leaves(made));
  expect(entries[0]![0]).toBe("bias");
  expect(entries.slice(1, 4).map(([name]) => name)).toEqual(["net.0.W", "net.0.b", "net.1.W"]);
  expect(Object.fromEntries(entries)["net.11.W"]).toBe(made.net[11]!.W);
  expect(new Set(entries.map(([name]) => name)).size).toBe(25);
});

test("a tree comes back from its names", () => {
  const made = tree();
  const arrays = Object.fromEntries(named(made));
  const back = fromNamed(tree(), (name) => arrays[name]!);
  expect(back.net[11]!.b).toBe(made.net[11]!.b);
  expect(leaves(back)).toEqual(leaves(made));
});

test.each(["a.b", "", "__metadata__"])("a part called “%s” is refused", (name) => {
  expect(() => named({ [name]: leaf(1) })).toThrow("cannot be called");
});
