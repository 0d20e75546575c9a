/** What commands say to requests that make no sense, and to machines that do not let them work. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main as bench } from "../../../scripts/bench.ts";
import { main as claims } from "../../../scripts/claims.ts";
import { main as data } from "../../../scripts/data.ts";
import { main as lighthouse } from "../../../scripts/lighthouse.ts";
import { portAsked } from "../../../scripts/machine/port.mjs";
import { endWith, reasonOf } from "../../../scripts/machine/reason.mjs";
import { UsageError } from "../../../scripts/machine/usage.ts";
import { main as posters } from "../../../scripts/posters.ts";
import { main as profile } from "../../../scripts/profile.ts";
import { main as scrollFrames } from "../../../scripts/scroll-frames.ts";
import { main as sketches } from "../../../scripts/sketches.ts";
import { main as survey } from "../../../scripts/survey.ts";
import { main as symbols } from "../../../scripts/symbols.ts";

const folder = mkdtempSync(join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a request that makes no sense is refused before anything is done:", () => {
  const requests: [string, (args: string[]) => Promise<void>, string[], string][] = [
    ["an option of claims", claims, ["--chek"], "--chek"],
    ["a claim", claims, ["no such claim", "--notes", folder], "has “no such claim” in it"],
    ["a number of jobs", claims, ["--jobs", "two"], "--jobs wants a whole number"],
    ["a demo to survey", survey, ["wgan/rings"], "Name a demo"],
    ["a number of seeds", survey, ["wgan/ring", "ten"], "seeds wants a whole number"],
    ["a preset", survey, ["wgan/ring", "1", "paper", "papper"], "no preset “papper”"],
    ["a demo to draw", posters, ["wgan/rings"], "no demo “wgan/rings”"],
    ["a data file", data, ["mnist"], "no data file “mnist”"],
    ["a case", bench, ["mlp", "mpl"], "no case “mpl”"],
    ["an option of bench", bench, ["--quik"], "--quik"],
    ["a case to profile", profile, ["mpl"], "no case “mpl”"],
    ["a note", symbols, ["wgans"], "no note “wgans”"],
    ["a page", lighthouse, ["/wgans/"], "no page /wgans/"],
    ["an option of scroll-frames", scrollFrames, ["--path"], "--path"],
    ["an option of sketches", sketches, ["--file"], "--file"],
    ["an option of posters", posters, ["--all"], "--all"],
    ["an option of data", data, ["--all"], "--all"],
    ["an option of profile", profile, ["--all"], "--all"],
    ["an option of symbols", symbols, ["--all"], "--all"],
    ["an option of lighthouse", lighthouse, ["--all"], "--all"],
    ["a second page", scrollFrames, ["/wgan/", "/draw/"], "what is “/draw/” for?"],
  ];
  test.each(requests)("%s", async (_, main, args, reason) => {
    const asked = main(args);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(reason);
  });
  test.each(["80a", "-1", "65536", "4.2"])("the port %s", (port) => {
    expect(() => portAsked(port)).toThrow("PORT");
  });
});

describe("what the machine does not let happen is a sentence and code 1, a fault keeps its stack", () => {
  const failure = (more: object): Error => Object.assign(new Error("raw"), more);
  test.each([
    [{ code: "ENOSPC", syscall: "write" }, "A file could not be written: there is no room left"],
    [{ code: "EACCES", syscall: "open", path: "/x" }, "/x could not be opened: this user may not"],
    [{ code: "EROFS", syscall: "mkdir", path: "/x" }, "/x could not be made: it lies on a file"],
    [{ code: "EADDRINUSE", syscall: "listen", port: 4173 }, "Port 4173 is taken"],
  ])("%o", (more, sentence) => {
    const reason = reasonOf(failure(more));
    expect(reason?.sentence).toContain(sentence);
    expect(reason?.code).toBe(1);
  });
  test("a fault", () => {
    const fault = new TypeError("x is not a function");
    expect(reasonOf(fault)).toBeNull();
    expect(() => endWith(fault)).toThrow(fault);
  });
});

const run = (script: string, args: readonly string[] = [], port?: number | string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...(port === undefined ? {} : { PORT: String(port) }) },
    timeout: 120_000,
  });
  return { status, out: stdout, lines: stderr.trim().split("\n") };
};

test("every command says how it is used", () => {
  const commands = import.meta.glob<{ main: unknown; USAGE: unknown }>("../../../scripts/*.ts");
  expect(Object.keys(commands).length).toBeGreaterThan(25);
  return Promise.all(
    Object.entries(commands).map(async ([path, load]) => {
      const name = /(\w[\w-]*)\.ts$/.exec(path)![1]!;
      const { USAGE } = await load();
      expect(USAGE, name).toMatch(
        new RegExp(`^Usage: (npm run|node scripts/run\\.mjs) ${name}( |\n|$)`),
      );
    }),
  );
});

test("asked for help, a command prints how it is used and does nothing else", () => {
  for (const [script, args, usage] of [
    ["scripts/run.mjs", ["--help"], "Usage: node scripts/run.mjs NAME [ARGUMENTS]"],
    ["scripts/run.mjs", ["claims", "--help"], "Usage: npm run claims -- [part] [options]"],
    ["scripts/run.mjs", ["icons", "--help"], "Usage: npm run icons"],
    ["scripts/start.mjs", ["--help"], "Usage: npm start"],
    ["scripts/test.mjs", ["--help"], "Usage: npm test [-- check]"],
  ] as const) {
    const { status, out, lines } = run(script, args);
    expect([status, lines]).toEqual([0, [""]]);
    expect(out.split("\n")[0]).toBe(usage);
  }
  for (const script of ["start", "test", "setup", "build-kernels"])
    expect(run(`scripts/${script}.mjs`, ["chekc"])).toMatchObject({
      status: 2,
      out: "",
      lines: expect.arrayContaining(["What is “chekc” for?"]),
    });
}, 120_000);

test("commands end with the codes that they name, and say why in a line", async () => {
  const none = run("scripts/run.mjs", ["clams"]);
  expect(none).toMatchObject({ status: 2, out: "" });
  expect(none.lines[0]).toContain("no command “clams”");
  expect(none.lines.at(-1)).toContain("claims, ");
  const alone = run("scripts/run.mjs", ["serve", "4173"]);
  expect(alone).toMatchObject({ status: 2, out: "" });
  expect(alone.lines[0]).toContain("takes no arguments");
  expect(alone.lines[2]).toBe("Usage: node scripts/run.mjs serve");
  const strange = run("scripts/run.mjs", ["posters", "--x"]);
  expect(strange).toMatchObject({ status: 2, out: "" });
  expect(strange.lines[0]).toContain("'--x'");
  expect(strange.lines[2]).toBe("Usage: npm run posters -- [paper/demo …]");

  writeFileSync(join(folder, "file"), "");
  const train = run("scripts/run.mjs", [
    "train",
    "wgan-ring",
    "--steps",
    "1",
    "--out",
    join(folder, "file/w"),
  ]);
  expect(train.status).toBe(2);
  expect(train.lines[0]).toMatch(/could not be written to .*: something else stands there/);
  expect(train.out).toBe("");

  const nonsense = run("scripts/start.mjs", [], "http");
  expect(nonsense).toMatchObject({ status: 2, lines: [expect.stringContaining("PORT is “http”")] });
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "localhost", () => resolve((other.address() as { port: number }).port));
  });
  for (const [script, args] of [
    ["scripts/start.mjs", []],
    ["scripts/run.mjs", ["serve"]],
  ] as const)
    expect(run(script, args, port)).toMatchObject({
      status: 1,
      lines: [
        `Port ${port} is taken by another program. Name another one, as in PORT=${port + 1}.`,
      ],
    });
  await new Promise((resolve) => other.close(resolve));
}, 300_000);
