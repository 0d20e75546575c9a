import { beforeAll, expect, test } from "vitest";
import pinned from "../../../scripts/versions/core-fingerprint.json";
import { differences, fingerprint } from "../../../scripts/versions/core-bits.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { kernelsInUse } from "../../../src/math/kernels/in-use.ts";
import { tensorCount } from "../../../src/math/memory.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

test("the core gives the bits that are written down; if it should not, run npm run fingerprint", async () => {
  expect(kernelsInUse()).toBe(true);
  const before = tensorCount();
  const now = await fingerprint();
  expect(differences(now, pinned)).toEqual([]);
  expect(tensorCount()).toBe(before);
});

test("operations that differ, and those that came or went, are named", () => {
  expect(differences({ a: "1", b: "2", c: "3" }, { a: "1", b: "9", d: "4" })).toEqual([
    "b",
    "c",
    "d",
  ]);
});
