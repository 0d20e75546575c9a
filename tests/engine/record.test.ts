import { expect, test } from "vitest";
import { createRecorder } from "../../src/engine/record.ts";

test("the recorder hands over what is new, and refuses names that nobody declared", () => {
  const recorder = createRecorder(["loss"]);
  recorder.add("loss", 1, 0.5);
  expect(recorder.take().loss).toEqual({ steps: Uint32Array.of(1), values: Float32Array.of(0.5) });
  expect(recorder.take().loss!.steps.length).toBe(0);
  expect(() => recorder.add("los", 1, 1)).toThrow("no metric or measure “los”");
});
