import { expect, test } from "vitest";
import { useBackend } from "../src/math/backend.ts";
import { kernelsInUse } from "../src/math/kernels/in-use.ts";
import { fingerprint, FINGERPRINT } from "./fixtures/fingerprint.ts";

test("our kernels load in a browser, and training gives the same bits as in Node", async () => {
  expect(await useBackend("wasm")).toEqual({ backend: "wasm" });
  expect(kernelsInUse()).toBe(true);
  expect(fingerprint()).toBe(FINGERPRINT);
});
