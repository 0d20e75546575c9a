/** Recorded launches as one WebAssembly function, and what is joined beforehand. */
import { backend } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { addressOf, allocated, bytes, free } from "../../../src/math/kernels/heap.ts";
import { library } from "../../../src/math/kernels/launch.ts";
import { F32, I32 } from "../../../src/math/kernels/signatures.ts";
import { scope } from "../../../src/math/memory.ts";
import { initMlp, mlp, type Layer } from "../../../src/math/nn.ts";
import { normal } from "../../../src/math/random.ts";
import { mean } from "../../../src/math/reduce.ts";
import { fused } from "../../../src/math/replay/fused.ts";
import { readdressed, type Call } from "../../../src/math/replay/call.ts";
import { program } from "../../../src/math/replay/compiled.ts";
import { ARENA } from "../../../src/math/replay/layout.ts";
import { pieceOf, SPAN } from "../../../src/math/replay/places.ts";
import { record } from "../../../src/math/replay/recording.ts";
import { zeros, type Tensor } from "../../../src/math/tensor.ts";
import { leaves } from "../../../src/math/tree.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const floatsAt = (tensor: Tensor): Float32Array => {
  const { HEAPU8 } = (backend() as BackendWasm).wasm as unknown as { HEAPU8: Uint8Array };
  return new Float32Array(HEAPU8.buffer, addressOf(tensor), tensor.size);
};

test("the module says which numbers its functions take", () => {
  const { functions, signatures } = library();
  expect([...signatures.keys()].toSorted()).toEqual(
    Object.keys(functions)
      .filter((name) => typeof functions[name] === "function")
      .toSorted(),
  );
  expect(signatures.get("fill")).toEqual([I32, I32, F32]);
  expect(signatures.get("gemm")).toEqual(Array(14).fill(I32));
});

test("a program makes its calls in order, whole and broken numbers alike, then its copies", () => {
  scope(() => {
    const [a, b, c] = ["a", "b", "c"].map(() => zeros([5])) as [Tensor, Tensor, Tensor];
    // A tensor comes to the heap when a kernel asks for it.
    const [atA, atB, atC] = [a, b, c].map(addressOf) as [number, number, number];
    const run = program(
      [
        { name: "fill", args: [5, atA, -0.1] },
        // Addresses from ARENA on count from where the program is told.
        { name: "clip", args: [5, atA, ARENA + 16, -1e-3, 70000.5] },
      ],
      [
        { to: atC, from: atA, bytes: 12 },
        { to: atC + 16, from: ARENA + 16, bytes: 4 },
      ],
    );
    expect([...floatsAt(a)]).toEqual([0, 0, 0, 0, 0]);
    run(atB - 16);
    expect([...floatsAt(a)]).toEqual(Array(5).fill(Math.fround(-0.1)));
    expect([...floatsAt(b)]).toEqual(Array(5).fill(Math.fround(-1e-3)));
    const copied = Array<number>(3).fill(Math.fround(-0.1));
    expect([...floatsAt(c)]).toEqual([...copied, 0, Math.fround(-1e-3)]);
  });
});

test.each([[[3, 20, 17, 5, 1]], [[2, 2, 40, 3]], [[4, 16, 33, 2]]])(
  "in the gradient of an MLP of sizes %s each mask is joined to a product of more than two columns, with the same bits",
  (sizes) => {
    const layers = initMlp(keyOf(1), sizes);
    const x = normal(fold(keyOf(2), "x"), [7, sizes[0]!]);
    const { result, recording } = record(keyOf(0), [], () =>
      scope(() => valueAndGrad((w: readonly Layer[]) => mean(mlp(w, x)))(layers).grad),
    );
    const wanted = leaves(result).map((leaf) => [...floatsAt(leaf)]);
    expect(wanted.flat().filter((g) => g !== 0).length).toBeGreaterThan(sizes.length);
    const named = (calls: readonly Call[], name: string) =>
      calls.filter((call) => call.name === name).length;
    const { launches, places } = recording;
    const ends = leaves(result).map((leaf) => places.of(addressOf(leaf)));
    const joined = fused(launches, ends);
    expect(named(launches, "reluGrad")).toBe(sizes.length - 2);
    const narrow = sizes.slice(1, -1).filter((width) => width <= 2).length;
    expect(named(joined, "reluGrad")).toBe(narrow);
    expect(named(joined, "gemm")).toBe(named(launches, "gemm"));
    // Each piece of memory anew, full of NaN where the step found no numbers.
    const starts = new Map<number, number>();
    for (const [piece, { bytes: count, content }] of places.pieces) {
      const start = allocated(count);
      starts.set(piece, start);
      bytes().fill(255, start, start + count);
      if (content) bytes().set(content, start);
    }
    const at = (place: number): number => {
      const start = starts.get(pieceOf(place));
      return start === undefined ? place : start + (place % SPAN);
    };
    const calls = joined.map((call) => readdressed(call, at));
    program(calls, [])(0);
    const found = ends.map((place, i) => [
      ...new Float32Array(bytes().buffer, at(place), leaves(result)[i]!.size),
    ]);
    expect(found).toEqual(wanted);
    for (const start of starts.values()) free(start);
  },
);

test("a mask is left where its product is read by others too", () => {
  const [y, a, b, dy, out] = [10_000, 20_000, 30_000, 40_000, 50_000] as const;
  const gemm = { name: "gemm", args: [1, 4, 8, 3, a, 0, 0, b, 0, 0, dy, 0, 0, 90_000] };
  const calls = [
    { name: "relu", args: [32, 9000, y] },
    gemm,
    { name: "reluGrad", args: [32, dy, y, out] },
  ];
  const masking = { name: "gemm", args: gemm.args.with(10, out).with(11, y).with(12, 4) };
  expect(fused(calls, [out])).toEqual([calls[0], masking]);
  expect(fused(calls, [dy + 16])).toEqual(calls);
  const reading = [...calls, { name: "neg", args: [2, dy + 120, 60_000] }];
  expect(fused(reading, [out])).toEqual(reading);
  const later = [gemm, calls[0]!, calls[2]!];
  expect(fused(later, [out])).toEqual(later);
});
