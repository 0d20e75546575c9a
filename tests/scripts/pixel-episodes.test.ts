/** Omniglot by its raw pixels, on a few pictures made here in the form of Omniglot's own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { common, wordsOf } from "../../scripts/studies/bits.ts";
import { reducedFile as reduced } from "../../scripts/data/omniglot.ts";
import { readDrawings } from "../../scripts/studies/drawings.ts";
import { accuracies, chosen, RULES } from "../../scripts/studies/pixel-rules.ts";
import { DRAWERS } from "../../src/data/characters.ts";

const folder = mkdtempSync(join(tmpdir(), "omniglot-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SIZE = 105;

function chunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, Buffer.from(name), data, Buffer.alloc(4)]);
}

/** A picture of one bit a pixel, ink 0. Every other row is written as its difference to the row above. */
function png(ink: (x: number, y: number) => boolean, size = SIZE): Buffer {
  const length = Math.ceil(size / 8);
  const plain = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(length);
    for (let x = 0; x < size; x++) if (!ink(x, y)) row[x >> 3]! |= 128 >> (x & 7);
    return row;
  });
  const rows = plain.flatMap((row, y) =>
    y % 2 === 0
      ? [Buffer.of(0), row]
      : [Buffer.of(2), row.map((byte, i) => byte - plain[y - 1]![i]!)],
  );
  const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 1, 0, 0, 0, 0]);
  const data = deflateSync(Buffer.concat(rows));
  const start = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    start,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function saved(name: string, picture: Buffer): string {
  writeFileSync(join(folder, name), picture);
  return join(folder, name);
}

/** Two alphabets of five characters, each drawn by all in the same way, which `picture` gives. */
function omniglot(name: string, picture: (character: number) => Buffer): string {
  for (let c = 0; c < 10; c++) {
    const alphabet = c < 5 ? "A" : "B";
    const place = join(folder, name, "images_evaluation", alphabet, `character0${c % 5}`);
    mkdirSync(place, { recursive: true });
    for (let d = 0; d < DRAWERS; d++) writeFileSync(join(place, `${10 + d}.png`), picture(c));
  }
  return join(folder, name);
}

function command(...args: string[]): { status: number | null; err: string } {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["scripts/run.mjs", "pixel-episodes", ...args],
    // What the test runner sets would change how the scripts' own Vite behaves.
    { encoding: "utf8", env: { PATH: process.env.PATH }, timeout: 60_000 },
  );
  return { status, err: stderr };
}

const onesIn = (bytes: Uint8Array): number => common(wordsOf(bytes), 0, 0);

describe("a picture is reduced", () => {
  test("all ink, no ink, and the upper left new pixel", () => {
    expect(
      onesIn(
        reduced(
          saved(
            "ink.png",
            png(() => true),
          ),
        ),
      ),
    ).toBe(784);
    expect(
      onesIn(
        reduced(
          saved(
            "empty.png",
            png(() => false),
          ),
        ),
      ),
    ).toBe(0);
    const corner = reduced(
      saved(
        "corner.png",
        png((x, y) => x < 3 && y < 3),
      ),
    );
    expect([corner[0], onesIn(corner)]).toEqual([128, 1]);
  });
  test("to ink where 30 % of the area is", () => {
    // The first new pixel is of 16 old ones.
    const cells = (count: number) => (x: number, y: number) => y < 3 && x < 3 && 3 * y + x < count;
    expect(onesIn(reduced(saved("four.png", png(cells(4)))))).toBe(0);
    expect(onesIn(reduced(saved("five.png", png(cells(5)))))).toBe(1);
  });
  test("only if it has Omniglot's form", () => {
    const path = saved(
      "small.png",
      png(() => true, 96),
    );
    expect(() => reduced(path)).toThrow(/small\.png” has 96 × 96 pixels/);
    expect(() => reduced(saved("text.png", Buffer.from("no picture")))).toThrow(
      /is no PNG picture/,
    );
  });
});

describe("accuracies", () => {
  const tasks = [
    { way: 5, shot: 1, queries: 250 },
    { way: 5, shot: 5, queries: 250 },
    { way: 5, shot: 1, queries: 250, within: true },
  ];
  test.each(tasks)("are 1 where each character is drawn alike by all: %o", (task) => {
    const drawings = readDrawings(
      omniglot("alike", (c) => png((x) => x >= 10 * c && x < 10 * c + 8)),
    );
    expect(drawings.alphabets).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ]);
    expect(accuracies(drawings, task, 1)).toEqual(RULES.map(() => ({ mean: 1, error: 0 })));
  });
  test.each(tasks)("are those of guessing where all characters are one: %o", (task) => {
    const drawings = readDrawings(omniglot("one", () => png((x, y) => x === y)));
    for (const { mean } of accuracies(drawings, task, 1)) expect(mean).toBeCloseTo(0.2, 12);
  });
  test("depend on how drawings of a class are joined", () => {
    const cosines = Float64Array.of(0.9, 0.1, 0.6, 0.6);
    expect(RULES.map((rule) => chosen(cosines, 2, rule))).toEqual([1, 0, 0]);
  });
});

test.each([
  [[], "Name one folder"],
  [["notes", "src"], "Name one folder"],
  [["notes"], "“notes” holds neither images_evaluation nor"],
])("asked with %j, the command says what it wants", (args, sentence) => {
  const { status, err } = command(...args);
  expect(err).toContain(sentence);
  expect(status).toBe(2);
});
