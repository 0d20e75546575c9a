/** Where our kernels cannot be had. In a file of its own: once loaded, they stay. */
import { expect, test, vi } from "vitest";
import { useReference } from "../../scripts/versions/use-reference.ts";
import { useBackend } from "../../src/math/backend.ts";
import { add } from "../../src/math/elementwise.ts";
import { read } from "../../src/math/memory.ts";
import { scalar } from "../../src/math/tensor.ts";

test("the library's compute, under a name of their own, and it is said", async () => {
  const { getBuiltinModule } = process;
  vi.spyOn(process, "getBuiltinModule").mockImplementation((name: string) => {
    if (name === "node:fs") throw new Error("no kernels.wasm");
    return getBuiltinModule(name as "fs");
  });
  const { backend, notice } = await useBackend("wasm");
  expect(backend).toBe("stock");
  expect(notice).toContain("own kernels could not be loaded");
  expect((await read(add(scalar(1), 2))).data[0]).toBe(3);
  await expect(useReference()).rejects.toThrow("own kernels could not be loaded");
});
