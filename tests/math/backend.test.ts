import { expect, test, vi } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { add } from "../../src/math/elementwise.ts";
import { read } from "../../src/math/memory.ts";
import { scalar } from "../../src/math/tensor.ts";

test("where wasm may not be compiled, cpu takes over and says so; where it may, wasm comes back", async () => {
  // What a content security policy without 'wasm-unsafe-eval' does.
  const refused = vi
    .spyOn(WebAssembly, "instantiate")
    .mockRejectedValue(new WebAssembly.CompileError("blocked by Content Security Policy"));
  const silenced = ["warn", "error", "log"].map((name) =>
    vi.spyOn(console, name as "warn").mockReturnValue(),
  );
  const { backend, notice } = await useBackend("wasm");
  expect(refused).toHaveBeenCalled();
  expect(backend).toBe("cpu");
  expect(notice).toMatch(
    /could not start the WebAssembly backend, so the models run in plain JavaScript/,
  );
  expect((await read(add(scalar(1), 2))).data[0]).toBe(3);
  refused.mockRestore();
  silenced.forEach((spy) => spy.mockRestore());
  expect(await useBackend("wasm")).toEqual({ backend: "wasm" });
  expect((await read(add(scalar(1), 2))).data[0]).toBe(3);
});
