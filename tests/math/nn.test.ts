import { expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { read } from "../../src/math/memory.ts";
import { mlp } from "../../src/math/nn.ts";
import { tensor } from "../../src/math/tensor.ts";

test.each(["wasm", "cpu"] as const)(
  "the last layer is linear unless told otherwise, on %s",
  async (backend) => {
    await useBackend(backend);
    const one = { W: tensor([1, -1], [1, 2]), b: tensor([0, 0], [2]) };
    const two = { W: tensor([2, -2, 1, 1], [2, 2]), b: tensor([0, 1], [2]) };
    const x = tensor([3, -4], [2, 1]);
    // Hidden: (3, 0) and (0, 4).
    expect([...(await read(mlp([one, two], x))).data]).toEqual([6, -5, 4, 5]);
    expect([...(await read(mlp([one, two], x, { last: "relu" }))).data]).toEqual([6, 0, 4, 5]);
  },
);
