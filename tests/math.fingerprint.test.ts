import { expect, test } from "vitest";
import { useBackend } from "../src/math/backend.ts";
import { kernelsInUse } from "../src/math/kernels/in-use.ts";
import { fingerprint, FINGERPRINT } from "./fixtures/fingerprint.ts";

test("training gives the same bits in Node as anywhere", async () => {
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
  expect(fingerprint()).toBe(FINGERPRINT);
  expect(fingerprint()).toBe(FINGERPRINT);
});
