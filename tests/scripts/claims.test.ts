/** Replaying claims, on notes made for it: the real ring, few steps. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadDemos } from "../../scripts/claims/demo-programs.ts";
import { gatherClaims } from "../../scripts/claims/gather.ts";
import { distinctRuns, runsOfClaim } from "../../scripts/claims/schedule.ts";
import { stateOf } from "../../scripts/claims/report.ts";
import { readResults, staleness } from "../../scripts/claims/results-file.ts";
import { shortSet } from "../../scripts/claims/short-set.ts";
import { claimRunWords } from "../../scripts/claims/words.ts";
import { noteSources } from "../../scripts/checkout/note-sources.ts";
import type { ClaimResult } from "../../src/claims/result.ts";

const folder = mkdtempSync(join(tmpdir(), "claims-"));
afterAll(() => rmSync(folder, { recursive: true }));
const demos = await loadDemos();
const sources = await noteSources(process.cwd(), folder);

const FRONT =
  "---\ntitle: T\nsummary: S.\nchanges: [2026-01-01: First version.]\norder: 1\n---\n\n";
const TRUE =
  ':claim[It moves.]{run="wgan/ring" steps="75" seeds="2" expect="em > 0 and rank(estimate, em) in [-1, 1]"}';
const FALSE = ':claim[It flies.]{run="wgan/ring?c=0.1" steps="25" seeds="2" expect="em < 0"}';

function write(...claims: string[]): void {
  writeFileSync(join(folder, "n.md"), `${FRONT}::demo{id="wgan/ring"}\n\n${claims.join("\n\n")}\n`);
}
function gather(...texts: string[]) {
  write(...texts);
  return gatherClaims(folder, sources, demos);
}
function command(...options: string[]): { status: number | null; out: string; err: string } {
  const args = ["scripts/run.mjs", "claims", "--notes", folder, "--cache", join(folder, "cache")];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...options], {
    encoding: "utf8",
    // What the test runner sets would change how the scripts' own Vite behaves.
    env: { PATH: process.env.PATH },
    timeout: 180_000,
  });
  return { status, out: stdout, err: stderr };
}

test("a claim made false on purpose fails; a second run computes nothing; a stale file is found", () => {
  write(TRUE, FALSE);
  const first = command("--jobs", "1");
  expect(first.err).toContain("does not hold: “It flies.”");
  expect(first.status).toBe(1);
  // The false one's 25 steps are the beginning of the true one's 75.
  expect(first.out).toContain("2 runs, 0 of them computed before");
  const results = Object.values(readResults(folder));
  expect(results.map(({ holds }) => holds).filter(Boolean)).toEqual([true]);
  expect(results).toHaveLength(2);

  write(TRUE);
  const check = command("--check");
  expect(check.out).toContain("2 runs, 2 of them computed before");
  expect(check.err).toContain("no note claims this any more: em < 0");
  expect(check.status).toBe(1);
  expect(Object.keys(readResults(folder))).toHaveLength(2);

  const again = command();
  expect([again.status, again.err]).toEqual([0, ""]);
  expect(Object.values(readResults(folder))).toHaveLength(1);
  expect(command("--check").status).toBe(0);

  const path = join(folder, "claims.json");
  const file = readFileSync(path, "utf8");
  writeFileSync(
    path,
    file.replace(/(?<="values": \[-?\d+\.\d{3})\d/, (digit) => (digit === "9" ? "8" : "9")),
  );
  const drift = command();
  expect(drift.err).toContain("the same code gave other numbers");
  expect(drift.status).toBe(1);
  expect(command("--update").status).toBe(0);
  expect(readFileSync(path, "utf8")).toBe(file);
}, 600_000);

describe("planning", () => {
  const versions = { "wgan/ring": "0000000000" };
  const plan = (...texts: string[]) =>
    gather(...texts).flatMap(({ claim }) => runsOfClaim(claim, demos, versions).flat());

  test("the same settings, however written, are one run, up to the most steps", () => {
    const runs = distinctRuns(plan(TRUE, FALSE));
    expect(runs.map(({ seed, steps, params }) => [seed, steps, params])).toEqual([
      [1, 75, {}],
      [2, 75, {}],
    ]);
  });

  test("other settings, another seed or other code are another run", () => {
    const base = plan(TRUE);
    const other = plan(TRUE.replace("wgan/ring", "wgan/ring?loss=gan"));
    expect(new Set([...base, ...other].map(({ id }) => id)).size).toBe(4);
    const [claim] = gather(TRUE);
    const [[changed]] = runsOfClaim(claim!.claim, demos, { "wgan/ring": "1111111111" }) as [
      [(typeof base)[number]],
    ];
    expect(changed.id).not.toBe(base[0]!.id);
  });

  test("runs are called as their preset, or by what differs", () => {
    const words = (query: string): string[] =>
      claimRunWords(gather(TRUE.replace("wgan/ring", `wgan/ring${query}`))[0]!.claim, demos);
    expect(words("")).toEqual(["WGAN, our settings"]);
    expect(words("?loss=gan")).toEqual(["GAN, same settings"]);
    expect(words("?loss=gan&c=0.2&data=grid")).toEqual([
      "Clipping bound 0.2, Data 5 × 5 grid, Loss GAN",
    ]);
  });
});

describe("a claim about what its demo does not have is refused, with its line", () => {
  test.each([
    ["em > 0", "speed > 0", "n.md:10: wgan/ring has no metric or measure “speed”"],
    ['"wgan/ring"', '"wgan/ring?colour=1"', "This demo has no setting “colour”"],
    ['"wgan/ring"', '"wgan/ring?c=99"', "Clipping bound: 99 is outside"],
    ['"75"', '"9999"', "stops after 2000 steps"],
  ])("%s → %s", (was, is, problem) => {
    expect(() => gather(TRUE.replace(was, is))).toThrow(problem);
  });
});

describe("what a file lacks", () => {
  const [claim] = gather(TRUE);
  const result: ClaimResult = {
    code: { "wgan/ring": "0123456789" },
    runs: ["WGAN"],
    seeds: [1, 2],
    measured: [{ is: "em", says: "distance", values: [0.5, 0.6] }],
    agree: [true, true],
    holds: true,
    commit: "1a2b3c4",
    date: "2026-11-23",
    seconds: 3,
  };
  const today = result.code;

  test("is said claim by claim", () => {
    expect(staleness([claim!], { [claim!.key]: result }, today)).toEqual([]);
    expect(staleness([claim!], {}, today)[0]).toContain("never run: “It moves.”");
    expect(
      staleness([claim!], { [claim!.key]: result }, { "wgan/ring": "ffffffffff" })[0],
    ).toContain("measured with other code than today's");
    expect(staleness([], { [claim!.key]: result }, today)[0]).toContain("no note claims this");
  });

  test("other numbers are drift only if the code is the same", () => {
    const other = { ...result, measured: [{ ...result.measured[0]!, values: [0.5, 0.7] }] };
    const newer = { "wgan/ring": "ffffffffff" };
    expect(stateOf(result, undefined)).toBe("new");
    expect(stateOf(result, result)).toBe("same");
    expect(stateOf(other, result)).toBe("drift");
    expect(stateOf({ ...other, code: newer }, result)).toBe("moved");
    expect(stateOf({ ...result, code: newer }, result)).toBe("other code");
  });

  test("the short set is the cheapest within the budget, and never empty", () => {
    const claims = ["x", "y", "z"].map((key) => ({ ...claim!, key }));
    const results = { x: { ...result, seconds: 9 }, y: result, z: { ...result, seconds: 9 } };
    const keys = (budget: number): string[] =>
      shortSet(claims, results, budget).map(({ key }) => key);
    expect(keys(12)).toEqual(["y", "x"]);
    expect(keys(100)).toEqual(["y", "x", "z"]);
    expect(keys(1)).toEqual(["y"]);
  });
});
