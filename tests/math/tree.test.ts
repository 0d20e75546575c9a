import * as fc from "fast-check";
import { expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { scalar } from "../../src/math/tensor.ts";
import { leaves, mapTree, rebuild, type Tree } from "../../src/math/tree.ts";

await useBackend("wasm");
const tensors = Array.from({ length: 8 }, (_, i) => scalar(i));

const { tree: trees } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...tensors),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "10", "9")),
      tie("tree"),
      {
        maxKeys: 4,
      },
    ),
  ),
}));

test("rebuilding from its own leaves gives the same tree", () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const again = rebuild(tree, leaves(tree));
      expect(leaves(again)).toEqual(leaves(tree));
      expect(JSON.stringify(again, order)).toBe(JSON.stringify(tree, order));
    }),
  );
});

test("mapTree keeps the form and maps the leaves in order", () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const other = tensors[3]!;
      const seen: unknown[] = [];
      const mapped = mapTree((a, b) => (seen.push(a, b), other), tree, tree);
      expect(seen).toEqual(leaves(tree).flatMap((leaf) => [leaf, leaf]));
      expect(leaves(mapped)).toEqual(leaves(tree).map(() => other));
    }),
  );
});

test("the order of leaves doesn't depend on the order of keys", () => {
  const [a, b, c] = tensors as [Tree, Tree, Tree];
  expect(leaves({ z: a, y: { n: b, m: c } })).toEqual(leaves({ y: { m: c, n: b }, z: a }));
});

test("trees of different forms are refused, naming the place", () => {
  const [a, b] = tensors as [Tree, Tree];
  const map = (x: Tree, y: Tree) => () => mapTree((leaf) => leaf, x, y);
  expect(map({ W: a, b }, { W: a })).toThrow(
    'The trees differ at the top: a record of ["W","b"] against a record of ["W"].',
  );
  expect(map({ layers: [a, b] }, { layers: [a] })).toThrow(
    "The trees differ at layers: a list of 2 against a list of 1.",
  );
  expect(map({ layers: [a, b] }, { layers: [a, [b]] })).toThrow(
    "The trees differ at layers/1: a tensor against a list of 1.",
  );
  expect(() => rebuild([a, b], [scalar(1)])).toThrow("The tree has 2 leaves, and 1 were given.");
});

/** For JSON: tensors by identity, records by sorted keys. */
function order(_key: string, value: unknown): unknown {
  const index = tensors.indexOf(value as (typeof tensors)[number]);
  if (index >= 0) return index;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
