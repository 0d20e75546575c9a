/** Optimisers in one pass against the same composed of the vocabulary. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { valueAndGradWithAux } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { kernelsInUse } from "../../src/math/kernels/in-use.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { read } from "../../src/math/memory.ts";
import { adam, rmsprop, sgd, type Optimiser } from "../../src/math/optim.ts";
import { normal } from "../../src/math/random.ts";
import type { Tensor } from "../../src/math/tensor.ts";
import { leaves, type Tree } from "../../src/math/tree.ts";

beforeAll(async () => {
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
});

const bits = (tree: Tree) => Promise.all(leaves(tree).map(async (leaf) => (await read(leaf)).data));

const OPTIMISERS: [string, string, Optimiser][] = [
  ["SGD", "sgd", sgd()],
  ["RMSProp", "rmsprop", rmsprop()],
  ["Adam", "adam", adam({ beta1: 0.5 })],
];

test.each(
  OPTIMISERS.flatMap(([name, kernel, opt]) =>
    [undefined, 0.7].map((bound) => [name, bound, kernel, opt] as const),
  ),
)(
  "%s, bound %s: the same bits both ways, and what was given stays",
  async (_, bound, kernel, opt) => {
    const at = (name: string) =>
      [[7, 5], [1], [0], [33]].map((shape, i) => normal(fold(fold(keyOf(3), name), i), shape));
    const [w, g] = [at("w"), at("g")];
    const given = await bits([w, g]);
    let state = opt.init(w);
    let params = w as readonly Tensor[];
    for (let step = 0; step < 3; step++) {
      const names: (string | null)[] = [];
      watchLaunches((name) => names.push(name));
      const once = opt.update(params, g, state, 0.01, bound);
      watchLaunches(undefined);
      expect(names.filter((name) => name === kernel)).toHaveLength(4);
      expect(names).not.toContain("sqrt");
      // Where a gradient is being taken the update is composed, so that it has one.
      const { aux: composed } = valueAndGradWithAux((p: readonly Tensor[]) => {
        const aux = opt.update(p, g, state, 0.01, bound);
        return { loss: sum(aux.params[0]!), aux };
      })(params);
      expect(await bits(once.params)).toEqual(await bits(composed.params));
      expect(await bits(once.state)).toEqual(await bits(composed.state));
      const sizes = (await bits(once.params)).flatMap((data) => [...data].map(Math.abs));
      expect(Math.max(...sizes)).toBe(
        bound === undefined ? Math.max(...sizes) : Math.fround(bound),
      );
      expect(bound !== undefined || Math.max(...sizes) > 1).toBe(true);
      ({ params, state } = once);
    }
    expect(await bits([w, g])).toEqual(given);
  },
);
