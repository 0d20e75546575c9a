/** The command line of `npm run repro`: what it understands, and the numbers and codes that it ends with. */
import { spawnSync } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import { UsageError } from "../../scripts/machine/usage.ts";
import { main } from "../../scripts/repro.ts";
import { targetOf } from "../../scripts/repro/target.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { defaults, toWire } from "../../src/contract/params.ts";
import { writeReceipt } from "../../src/receipts/receipt.ts";
import { reproQuery } from "../../src/receipts/repro-query.ts";
import { writeSetup } from "../../src/contract/url.ts";
import { demo } from "../../src/papers/wgan/ring/demo.ts";

const ring: Demo = demo;
const other: Demo = { ...ring, id: "wgan/lines" };

describe("a target", () => {
  test.each([
    "wgan/ring?c=0.05&seed=7",
    "wgan/ring?ring.c=0.05&ring.seed=7",
    "https://site.example/wgan/?ring.c=0.05&ring.seed=7&v=1#ring",
    "/wgan/?ring.c=0.05&ring.seed=7",
    "?ring.c=0.05&ring.seed=7",
    "/wgan/index.html?ring.c=0.05&ring.seed=7",
    "//wgan//?ring.c=0.05&ring.seed=7",
    "/code/wgan/ring/?ring.c=0.05&ring.seed=7#50%",
    "https://site.example/notes/wgan/?ring.c=0.05&ring.seed=7",
  ])("is understood: %s", (text) => {
    const target = targetOf(text, [ring]);
    expect(target).toMatchObject({ seed: 7, eager: false });
    expect(target.params.c).toBe("0.05");
  });
  test("is what a figure offers to copy", () => {
    const values = { ...defaults(ring.params), alpha: 0.01, loss: "gan" };
    const target = targetOf(reproQuery(ring, { values, seed: 3 }), [other, ring]);
    expect(target).toMatchObject({ demo: ring, seed: 3, params: toWire(ring.params, values) });
  });
  test("takes settings from the command line over those of the text", () => {
    expect(targetOf("wgan/ring?c=0.05", [ring], ["c=0.2", "seed=9"])).toMatchObject({
      seed: 9,
      params: { c: "0.2" },
    });
  });
  test.each([
    ["wgan/rung", [], "There is no demo “wgan/rung” (demos: wgan/ring, wgan/lines)"],
    ["wgan/ring?c=7", [], "is outside 0.001 to 1"],
    ["wgan/ring?colour=red", [], "no setting “colour”"],
    ["wgan/ring", ["c"], "--set wants name=value, not “c”"],
    ["wgan/ring", ["colour=red"], "has no setting “colour” (settings: data, "],
    ["/supcon/", [], "The note “supcon” has no demo"],
    ["/wgan/", [], "The link could mean wgan/ring, wgan/lines: name one"],
    ["https://[", [], "is not a link"],
  ])("is refused with a reason: %s %j", (text, set, reason) => {
    expect(() => targetOf(text, [ring, other], set)).toThrow(UsageError);
    expect(() => targetOf(text, [ring, other], set)).toThrow(reason);
  });
  test("that carries a run brings its record, unless that was tampered with", () => {
    const start = { seed: 7, params: toWire(ring.params, defaults(ring.params)) };
    const run = {
      version: "0123456789",
      backend: "wasm",
      step: 30,
      changes: [{ step: 10, params: { c: "0.05" } }],
      digest: "0123456789abcdef",
    } as const;
    const receipt = writeReceipt(ring, start, run);
    const query = writeSetup(ring, { values: defaults(ring.params), seed: 7, receipt });
    expect(targetOf(`/wgan/${query}#ring`, [ring]).receipt).toEqual(run);
    expect(() => targetOf(`/wgan/${query.replace("seed=7", "seed=8")}#ring`, [ring])).toThrow(
      "was changed after it was made",
    );
    expect(() => targetOf(`/wgan/${query}#ring`, [ring], ["c=1"])).toThrow("--set cannot change");
  });
});

describe("the command", () => {
  const repro = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["scripts/run.mjs", "repro", ...args],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr, lines: stdout.trim().split("\n") };
  };
  test("ends with the digest of the run, the same one each time; a changed setting gives another", () => {
    const first = repro("wgan/ring?seed=7", "--steps", "20");
    const second = repro("wgan/ring", "--set", "seed=7", "--steps", "20", "--json");
    const third = repro("wgan/ring?seed=7&c=0.05", "--steps", "20", "--csv");
    expect(first.status).toBe(0);
    const digest = /^digest ([0-9a-f]{16})$/.exec(first.lines.at(-1)!)![1]!;
    const json = JSON.parse(second.stdout) as {
      digest: string;
      runs: { series: { estimate: { values: number[] } } }[];
    };
    expect(json.digest).toBe(digest);
    expect(json.runs[0]!.series.estimate.values).toHaveLength(20);
    // Steps 0 to 20, and a line of names.
    expect(third.lines).toHaveLength(22);
    expect(third.lines[0]).toBe("seed,step,estimate,generator,em,floor,modes");
    expect(third.stderr).not.toContain(digest);
  });
  test("replays a run of a link with its live changes, and says whether it came out the same", () => {
    const start = { seed: 7, params: toWire(ring.params, defaults(ring.params)) };
    const link = (digest: string): string => {
      const receipt = writeReceipt(ring, start, {
        version: "0123456789",
        backend: "wasm",
        step: 20,
        changes: [{ step: 10, params: { c: "0.05" } }],
        digest,
      });
      return `/wgan/${writeSetup(ring, { values: defaults(ring.params), seed: 7, receipt })}#ring`;
    };
    const wrong = repro(link("0123456789abcdef"));
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain("Not reproduced: the link says 0123456789abcdef");
    const found = /^digest ([0-9a-f]{16})$/.exec(wrong.lines.at(-1)!)![1]!;
    const right = repro(link(found));
    expect(right.status).toBe(0);
    expect(right.stdout).toContain("Reproduced: every number is the same");
  });
  test("says what it did not understand, and ends with code 2", () => {
    const { status, stderr, stdout } = repro("wgan/rung");
    expect(status).toBe(2);
    expect(stderr).toContain("Usage: npm run repro");
    expect(stdout).toBe("");
  });
  test.each([[[]], [["wgan/ring", "--seeds", "none"]], [["wgan/ring", "--nope"]]])(
    "does not understand %j",
    async (args) => {
      const printed = vi.spyOn(console, "log");
      await expect(main(args)).rejects.toThrow(UsageError);
      expect(printed).not.toHaveBeenCalled();
      vi.restoreAllMocks();
    },
  );
  test("runs several seeds and gives their spread", () => {
    const { status, stdout } = repro("wgan/ring", "--steps", "4", "--seeds", "3");
    expect(status).toBe(0);
    expect(stdout).toContain("standard deviation");
    expect(stdout).toContain("3 of 3 runs went to the end.");
  });
});
