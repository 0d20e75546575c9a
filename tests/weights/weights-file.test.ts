/** The file of weights: what is written is read back, and whatever else is read gives a sentence. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/contract/sha256.ts";
import { fromHalves, toHalves } from "../../src/weights/half.ts";
import type { Named } from "../../src/contract/weights.ts";
import { readSafetensors, WeightsError, writeSafetensors } from "../../src/weights/safetensors.ts";
import type { Card } from "../../src/contract/weights.ts";
import { readWeights, writeWeights } from "../../src/weights/weights-file.ts";

const card: Card = {
  title: "Toy",
  script: "npm run train -- toy",
  demo: "toy/fall",
  settings: "default settings",
  seed: 1,
  steps: 10,
  data: "none",
  dataHash: "00",
  scores: { distance: { label: "distance", mean: 0.5, interval: [0.4, 0.6], batches: 5 } },
  version: "0123456789",
  made: "2026-11-23",
};

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text !== "__metadata__"),
  fc.constantFrom("__proto__", "constructor", "généré.0.W", "“"),
);
const array = fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) => {
  const size = shape.reduce((product, n) => product * n, 1);
  return fc
    .array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: size, maxLength: size })
    .map((numbers) => ({ shape, data: Float32Array.from(numbers) }));
});
const arrays = fc
  .array(fc.tuple(name, array), { maxLength: 5 })
  .map((entries): Named => Object.fromEntries(entries));
const bits = ({ data }: { data: Float32Array }): number[] => [
  ...new Uint32Array(data.slice().buffer),
];

test("arrays and texts come back as they were: singles bit for bit, halves as the nearest half", () => {
  fc.assert(
    fc.property(
      arrays,
      fc.dictionary(fc.string(), fc.string()),
      fc.boolean(),
      (tensors, texts, single) => {
        const file = writeSafetensors(tensors, texts, single ? "F32" : "F16");
        expect(file.length % 2).toBe(0);
        const back = readSafetensors(file);
        expect(back.metadata).toEqual({ ...texts });
        expect(Object.keys(back.tensors).toSorted()).toEqual(Object.keys(tensors).toSorted());
        for (const [key, { shape, data }] of Object.entries(tensors)) {
          const kept = single ? data : fromHalves(toHalves(data));
          const found = Object.entries(back.tensors).find(([other]) => other === key)![1];
          expect(found.shape).toEqual(shape);
          expect(bits({ data: found.data })).toEqual(bits({ data: kept }));
        }
      },
    ),
    { numRuns: 300 },
  );
});

const small: Named = {
  "net.0.W": { shape: [2, 3], data: Float32Array.of(1, -2, 3, 0.5, 0.25, 0) },
  "net.0.b": { shape: [3], data: Float32Array.of(0.1, 0.2, 0.3) },
};

test("the layout is that of safetensors: a length, JSON padded with spaces, the numbers in order", () => {
  const file = writeSafetensors(small, { who: "we" }, "F32");
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  const text = new TextDecoder().decode(file.subarray(8, 8 + length));
  expect(JSON.parse(text)).toEqual({
    __metadata__: { who: "we" },
    "net.0.W": { dtype: "F32", shape: [2, 3], data_offsets: [0, 24] },
    "net.0.b": { dtype: "F32", shape: [3], data_offsets: [24, 36] },
  });
  expect([...new Float32Array(file.slice(8 + length).buffer)]).toEqual([
    ...small["net.0.W"]!.data,
    ...small["net.0.b"]!.data,
  ]);
});

function withHeader(header: unknown, data = 36): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(
    typeof header === "string" ? header : JSON.stringify(header),
  );
  const file = new Uint8Array(8 + text.length + data);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}
const entry = (dtype: unknown, shape: unknown, offsets: unknown) => ({
  a: { dtype, shape, data_offsets: offsets },
});

const ENTRY = '{"dtype":"F32","shape":[9],"data_offsets":[0,36]}';

describe("a file that is none is refused with a reason:", () => {
  test.each([
    ["nothing", new Uint8Array(3), "cut off before its header"],
    ["a huge header", Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255), "claims a header of"],
    [
      "a header beyond the end",
      Uint8Array.of(200, 0, 0, 0, 0, 0, 0, 0, 123),
      "cut off within its header",
    ],
    ["no JSON", withHeader("{nonsense"), "not JSON"],
    ["no record", withHeader([1, 2]), "not JSON"],
    ["a byte-order mark", withHeader("\u{feff}{}", 0), "not JSON"],
    ["space before the brace", withHeader(" {}", 0), "not JSON"],
    ["texts that are numbers", withHeader({ __metadata__: { a: 1 } }, 0), "not made of texts"],
    ["another type", withHeader(entry("I64", [9], [0, 36])), "not of single or half precision"],
    [
      "a type that objects have by nature",
      withHeader(entry("constructor", [9], [0, 36])),
      "not of single or half",
    ],
    ["no entry", withHeader({ a: null }), "not of single or half precision"],
    ["a negative length", withHeader(entry("F32", [-9], [0, 36])), "no shape"],
    ["a broken length", withHeader(entry("F32", [4.5, 2], [0, 36])), "no shape"],
    ["too many dimensions", withHeader(entry("F32", Array(99).fill(1), [0, 4])), "no shape"],
    ["no place", withHeader(entry("F32", [9], [0])), "no place"],
    ["a place beyond the end", withHeader(entry("F32", [10], [0, 40])), "cut off: “a” would lie"],
    ["terabytes", withHeader(entry("F32", [2 ** 40], [0, 2 ** 42])), "cut off: “a” would lie"],
    [
      "a product that overflows",
      withHeader(entry("F32", [2 ** 50, 2 ** 50], [0, 36])),
      "has shape",
    ],
    ["a place turned round", withHeader(entry("F32", [1], [8, 4])), "ends before it begins"],
    ["another product", withHeader(entry("F32", [2, 4], [0, 36])), "[2, 4], 32 bytes, but 36"],
    ["a gap", withHeader(entry("F32", [8], [4, 36])), "belong to no array"],
    ["a rest", withHeader(entry("F32", [8], [0, 32])), "at the end that belong to no array"],
    [
      "an overlap",
      withHeader({
        ...entry("F32", [5], [0, 20]),
        b: { dtype: "F32", shape: [5], data_offsets: [16, 36] },
      }),
      "“b” overlaps",
    ],
  ])("%s", (_, file, reason) => {
    const read = (): unknown => readSafetensors(file);
    expect(read).toThrow(WeightsError);
    expect(read).toThrow(reason);
  });

  test.each(
    Object.entries({
      "an array named twice": `{"a":${ENTRY},"a":${ENTRY}}`,
      "one of them by escapes": `{"a":${ENTRY},"\\u0061":${ENTRY}}`,
      "a type named twice": `{"a":{"dtype":"F16","dtype":"F32","shape":[9],"data_offsets":[0,36]}}`,
      "two descriptions": `{"__metadata__":{},"a":${ENTRY},"__metadata__":{}}`,
      "a text twice in a description": `{"__metadata__":{"k":"1","k":"2"},"a":${ENTRY}}`,
    }),
  )("%s", (_, header) => {
    const read = (): unknown => readSafetensors(withHeader(header));
    expect(read).toThrow(WeightsError);
    expect(read).toThrow("names each thing once");
  });

  const refusal = async (file: Uint8Array<ArrayBuffer>): Promise<unknown> =>
    readWeights(file.slice().buffer).catch((error: unknown) => error);
  test("numbers that the card does not describe", async () => {
    const file = await writeWeights(small, card, "F16");
    file[file.length - 1]! ^= 1;
    expect(String(await refusal(file))).toContain("not those that its card describes");
  });
  test("numbers that are not finite", async () => {
    const tensors = { a: { shape: [2], data: Float32Array.of(1, Infinity) } };
    expect(String(await refusal(await writeWeights(tensors, card, "F32")))).toContain(
      "“a” holds a number",
    );
    const large = { a: { shape: [1], data: Float32Array.of(1e6) } };
    expect(String(await refusal(await writeWeights(large, card, "F16")))).toContain("not finite");
  });
  test("arrays of somebody else, and a damaged card", async () => {
    expect(String(await refusal(writeSafetensors(small, {}, "F32")))).toContain("not in the form");
    const damaged = [
      { ...card, seed: "1" },
      { ...card, scores: { em: { label: "em" } } },
      { ...card, dataHash: 7 },
      { ...card, made: 1 },
      { ...card, seed: -1 },
      { ...card, seed: 2 ** 32 },
      { ...card, steps: -1 },
      { ...card, title: "x".repeat(900_000) },
      { ...card, title: "x".repeat(1001) },
      { ...card, from: "x".repeat(1001) },
      { ...card, script: "x".repeat(100_000) },
      { ...card, scores: { em: { ...card.scores.distance, label: "x".repeat(1001) } } },
      { ...card, scores: { em: { ...card.scores.distance, batches: 0 } } },
      { ...card, scores: { em: { ...card.scores.distance, examples: -1 } } },
      {
        ...card,
        scores: Object.fromEntries(
          Array.from({ length: 101 }, (_, i) => [i, card.scores.distance]),
        ),
      },
      null,
    ];
    for (const broken of damaged) {
      const file = await writeWeights(small, broken as unknown as Card, "F32");
      expect(String(await refusal(file))).toContain("card is damaged");
    }
    const twice = JSON.stringify(card).replace("{", '{"title":"Another",');
    const metadata = { format: "live-paper-notes weights 1", hash: "", card: twice };
    const { data } = readSafetensors(writeSafetensors(small, {}, "F32"));
    metadata.hash = (await sha256(data))!;
    expect(String(await refusal(writeSafetensors(small, metadata, "F32")))).toContain(
      "card is damaged",
    );
  });
});

test("a whole file comes back with its card", async () => {
  const {
    tensors,
    card: found,
    hash,
  } = await readWeights((await writeWeights(small, card, "F32")).buffer);
  expect(found).toEqual(card);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(tensors["net.0.b"]!.data).toEqual(small["net.0.b"]!.data);
});

test("whatever is done to its bytes, a file gives the same weights or a sentence", async () => {
  const whole = await writeWeights(small, card, "F16");
  const before = await readWeights(whole.slice().buffer);
  const damage = fc.oneof(
    fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const file = whole.slice();
        for (const [at, byte] of changes) file[at] = byte;
        return file;
      }),
    fc.nat(whole.length).map((end) => whole.slice(0, end)),
    fc.uint8Array({ maxLength: 60 }).map((more) => Uint8Array.from([...whole, ...more])),
    fc.uint8Array({ maxLength: 200 }).map((any) => Uint8Array.from(any)),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (file) => {
      try {
        const { tensors } = await readWeights(file.buffer);
        // Only texts of the header may differ: the numbers have a hash, names and shapes are the model's to check.
        const numbers = Object.values(tensors).flatMap(({ data }) => [...data]);
        expect(numbers).toHaveLength(9);
        expect(new Set(numbers)).toEqual(
          new Set(Object.values(before.tensors).flatMap(({ data }) => [...data])),
        );
      } catch (error) {
        expect(error).toBeInstanceOf(WeightsError);
        expect((error as Error).message).toMatch(/^[A-Z“].*\.$/);
      }
    }),
    { numRuns: 2000 },
  );
});
