/** A step as the list of its launches: run again on the same addresses, it gives the same bits. */
import { backend } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { expect, test, vi } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { softplus } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { addressOf } from "../../../src/math/kernels/heap.ts";
import { library, watchLaunches } from "../../../src/math/kernels/launch.ts";
import { initMlp, mlp, type Layer } from "../../../src/math/nn.ts";
import { adam } from "../../../src/math/optim.ts";
import { normal } from "../../../src/math/random.ts";
import { mean } from "../../../src/math/reduce.ts";
import { leaves } from "../../../src/math/tree.ts";

test("a recorded step, run again, follows its inputs bit for bit", async () => {
  await useBackend("wasm");
  const wasm = (backend() as BackendWasm).wasm as unknown as { readonly HEAPU8: Uint8Array };
  const floatsAt = (address: number, count: number) =>
    new Float32Array(wasm.HEAPU8.buffer, address, count);

  const optimiser = adam();
  const layers = initMlp(keyOf(1), [3, 17, 1]);
  const state = optimiser.init(layers);
  const [x, other] = ["x", "other"].map((name) => normal(fold(keyOf(2), name), [33, 3]));
  const step = (batch = x!) => {
    const loss = (w: readonly Layer[]) => mean(softplus(mlp(w, batch)));
    const { grad } = valueAndGrad(loss)(layers);
    return optimiser.update(layers, grad, state, 0.01);
  };
  const bits = (result: ReturnType<typeof step>) =>
    leaves([result.params, result.state]).map((leaf) => leaf.dataSync().slice());
  const wanted = bits(step(other));

  // While recording nothing is given back, so every address stays what it was.
  const recorded: (() => void)[] = [];
  const held = vi.spyOn(backend() as BackendWasm, "disposeData").mockReturnValue(true);
  watchLaunches((name, args) => {
    expect(name).not.toBe(null);
    const run = library().functions[name!]!;
    recorded.push(() => run(...args));
  });
  const result = step();
  watchLaunches(undefined);
  held.mockRestore();

  expect(bits(result)).not.toEqual(wanted);
  floatsAt(addressOf(x!), x!.size).set(other!.dataSync());
  for (const run of recorded) run();
  expect(bits(result)).toEqual(wanted);
});
