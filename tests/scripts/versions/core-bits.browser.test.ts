import { expect, test } from "vitest";
import pinned from "../../../scripts/versions/core-fingerprint.json";
import { differences, fingerprint } from "../../../scripts/versions/core-bits.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { kernelsInUse } from "../../../src/math/kernels/in-use.ts";

test("our kernels load in a browser, and every operation gives the same bits as in Node", async () => {
  expect(await useBackend("wasm")).toEqual({ backend: "wasm" });
  expect(kernelsInUse()).toBe(true);
  expect(differences(await fingerprint(), pinned)).toEqual([]);
});
