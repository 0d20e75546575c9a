import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromText, toText } from "../../src/contract/base64.ts";
import { readBytes, writeBytes } from "../../src/receipts/bytes.ts";
import { digestOf } from "../../src/receipts/digest.ts";
import { endOf, type Demo } from "../../src/contract/demo.ts";
import { drawings } from "../../src/contract/drawings-param.ts";
import { points } from "../../src/contract/points-param.ts";
import { choice, defaults, dice, toggle, toWire, type Param } from "../../src/contract/params.ts";
import {
  offeredReceipt,
  readReceipt,
  writeReceipt,
  type Receipt,
  type Start,
} from "../../src/receipts/receipt.ts";
import { readSetup, writeSetup } from "../../src/contract/url.ts";
import { demo } from "../../src/papers/wgan/ring/demo.ts";

const hex = (digits: number): fc.Arbitrary<string> =>
  fc
    .array(fc.nat(15), { minLength: digits, maxLength: digits })
    .map((values) => values.map((value) => value.toString(16)).join(""));

function textOf({ control, parse, format }: Param<unknown>): fc.Arbitrary<string> {
  if (control.kind === "switch") return fc.constantFrom("on", "off");
  if (control.kind === "choice")
    return fc.constantFrom(...control.options.map(({ value }) => value));
  if (control.kind === "dice") return fc.nat(control.below - 1).map(String);
  if (control.kind === "drawings" || control.kind === "points") {
    const rowBytes = fromText(format(parse("").value)).length / control.least;
    return fc
      .integer({ min: control.least, max: control.most })
      .chain((n) => fc.uint8Array({ minLength: n * rowBytes, maxLength: n * rowBytes }))
      .map(toText);
  }
  const within = fc.double({ min: control.min, max: control.max, noNaN: true });
  // What a slider gives has few digits; what a link gives may have all.
  const few = within.map((x) => Number(x.toPrecision(3)));
  return fc.oneof(within, few).map((x) => format(parse(String(x)).value));
}

function record(names: readonly string[], of: Demo): fc.Arbitrary<Record<string, string>> {
  return fc.record(Object.fromEntries(names.map((name) => [name, textOf(of.params[name]!)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, string>>;
}

function runs(of: Demo, changes: fc.ArrayConstraints = { maxLength: 20 }) {
  const live = Object.keys(of.params).filter((name) => of.params[name]!.effect === "live");
  const start: fc.Arbitrary<Start> = fc.record({
    seed: fc.nat(0xffffffff),
    params: record(Object.keys(of.params), of).map((params) => ({
      ...toWire(of.params, defaults(of.params)),
      ...params,
    })),
  });
  const receipt: fc.Arbitrary<Receipt> = fc
    .record({
      version: hex(10),
      backend: fc.constantFrom("wasm", "cpu"),
      step: fc.nat(20 * endOf(of)),
      digest: hex(16),
      changes: fc.array(
        fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), params: record(live, of) }),
        changes,
      ),
    })
    .map(({ changes: shares, ...rest }) => ({
      ...rest,
      changes: shares
        .map(({ share, params }) => ({ step: Math.floor(share * rest.step), params }))
        .toSorted((a, b) => a.step - b.step),
    }));
  return { start, receipt };
}

const ring: Demo = demo;
const described = { label: "L", help: "H", effect: "live" } as const;
const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
] as const;
const mixed: Demo = {
  ...ring,
  params: {
    ...ring.params,
    mode: choice({ ...described, fallback: "a", options }),
    on: toggle({ ...described, fallback: false }),
    row: dice({ ...described, below: 500 }),
    signs: drawings({ ...described, most: 3, side: 9, levels: 2 }),
    grey: drawings({ ...described, most: 2, height: 4, width: 5, levels: 16 }),
    D: points({
      ...described,
      most: 5,
      box: [
        [-1, 1],
        [0, 3],
      ],
    }),
  },
};

describe("a receipt", () => {
  test("comes back as it was: 10,000 journals", () => {
    const { start, receipt } = runs(ring);
    fc.assert(
      fc.property(start, receipt, (from, run) => {
        const text = writeReceipt(ring, from, run);
        expect(text).toMatch(/^[\w-]+$/);
        expect(readReceipt(ring, from, text)).toEqual({ receipt: run });
      }),
      { numRuns: 10_000 },
    );
  });
  test("works with settings of every kind that act live", () => {
    const { start, receipt } = runs(mixed);
    fc.assert(
      fc.property(start, receipt, (from, run) => {
        expect(readReceipt(mixed, from, writeReceipt(mixed, from, run))).toEqual({ receipt: run });
      }),
    );
  });
  test("of a run with 20 live changes of one setting makes a link of at most 512 characters", () => {
    const live = Object.keys(ring.params).filter((name) => ring.params[name]!.effect === "live");
    const one = fc
      .constantFrom(...live)
      .chain((name) => textOf(ring.params[name]!).map((text) => ({ [name]: text })));
    const changes = fc.array(fc.record({ step: fc.nat(2000), params: one }), {
      minLength: 20,
      maxLength: 20,
    });
    const { start } = runs(ring);
    const { values, seed } = { values: defaults(ring.params), seed: 0xffffffff };
    let longest = 0;
    fc.assert(
      fc.property(start, changes, (_, made) => {
        const from = { seed, params: toWire(ring.params, values) };
        const receipt = writeReceipt(ring, from, {
          version: "0123456789",
          backend: "wasm",
          step: 2000,
          changes: made.toSorted((a, b) => a.step - b.step),
          digest: "0123456789abcdef",
        });
        const link = `https://live-paper-notes.example/wgan/${writeSetup(ring, { values, seed, receipt })}#ring`;
        longest = Math.max(longest, link.length);
      }),
    );
    expect(longest).toBeLessThanOrEqual(512);
  });
  test("stands in a link and is read from it", () => {
    const setup = { values: defaults(ring.params), seed: 7, receipt: "AbC-_1" };
    const query = writeSetup(ring, setup);
    expect(readSetup(ring, query)).toMatchObject({ seed: 7, receipt: "AbC-_1", problems: [] });
    expect(writeSetup(ring, { ...setup, receipt: undefined }, query)).not.toContain("receipt");
  });
});

describe("a receipt is refused", () => {
  const start: Start = { seed: 7, params: toWire(ring.params, defaults(ring.params)) };
  const good: Receipt = {
    version: "0123456789",
    backend: "wasm",
    step: 100,
    changes: [{ step: 40, params: { c: "0.05" } }],
    digest: "0123456789abcdef",
  };
  const problem = (text: string, from = start): string => {
    const read = readReceipt(ring, from, text);
    return "problem" in read ? read.problem : "none";
  };
  test("when the settings or the seed beside it were edited", () => {
    const text = writeReceipt(ring, start, good);
    expect(problem(text)).toBe("none");
    expect(problem(text, { ...start, seed: 8 })).toContain("was changed after it was made");
    const params = { ...start.params, c: "0.2" };
    expect(problem(text, { ...start, params })).toContain("was changed after it was made");
  });
  test("when any one of its characters was", () => {
    const text = writeReceipt(ring, start, good);
    for (let i = 0; i < text.length; i++) {
      const edited = text.slice(0, i) + (text[i] === "A" ? "B" : "A") + text.slice(i + 1);
      // The last character may hold bits that stand for nothing.
      if (toText(fromText(edited)) !== text) expect(problem(edited)).not.toBe("none");
    }
  });
  test("when it names a backend that there is none of", () => {
    const text = writeReceipt(ring, start, { ...good, backend: "webgl" as never });
    expect(problem(text)).toContain("its record is damaged");
  });
  test("when one setting changes twice at once", () => {
    const params = { alpha: "0.001", c: "0.05" };
    const text = writeReceipt(ring, start, { ...good, changes: [{ step: 40, params }] });
    const payload = fromText(text).slice(0, -4);
    // Settings that act live, in the order of their names: alpha is the first, c the second.
    const second = payload.lastIndexOf(1);
    expect(problem(sealed(payload))).toBe("none");
    payload[second] = 0;
    expect(problem(sealed(payload))).toContain("its record is damaged");
  });
  /** With the checksum that belongs to it: FNV-1a over the start and the record. */
  function sealed(payload: Uint8Array): string {
    const own = Object.keys(start.params).toSorted();
    const begin = [ring.id, start.seed, ...own.map((name) => `${name}=${start.params[name]}`)];
    let hash = 0x811c9dc5;
    for (const byte of [...new TextEncoder().encode(begin.join("&")), ...payload])
      hash = Math.imul(hash ^ byte, 0x01000193);
    const seal = new Uint8Array(4);
    new DataView(seal.buffer).setInt32(0, hash);
    return toText(Uint8Array.from([...payload, ...seal]));
  }
  test("when it would take too long", () => {
    expect(problem(writeReceipt(ring, start, { ...good, step: 40_001 }))).toContain(
      "it is 40001 steps long; at most 40000 are computed again",
    );
  });
  test("and never offered", () => {
    const changes = (n: number) =>
      Array.from({ length: n }, (_, step) => ({ step, params: { c: "0.05" } }));
    const offered = (more: Partial<Receipt>): string => {
      const { reason = "offered" } = offeredReceipt(ring, start, { ...good, ...more }) as {
        reason?: string;
      };
      return reason;
    };
    expect(offered({ step: 40_000 })).toBe("offered");
    expect(offered({ step: 40_001 })).toContain("it is 40001 steps long");
    expect(offered({ step: 2000, changes: changes(1000) })).toBe("offered");
    expect(offered({ step: 2000, changes: changes(1001) })).toBe(
      "it has 1001 live changes; at most 1000 are kept.",
    );
    expect(offered({ step: 2000, changes: changes(2000) })).toBe(
      "its settings and 2000 live changes are too much for one.",
    );
  });
  test("whatever the text is, without an exception", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(problem(text)).toMatch(/^The run in this link cannot be replayed: /);
      }),
    );
    const bytes = fc.uint8Array({ maxLength: 80 });
    fc.assert(
      fc.property(bytes, (noise) => {
        expect(problem(toText(noise))).not.toBe("none");
      }),
    );
  });
});

test("numbers come back from bytes exactly", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      fc.maxSafeNat(),
      (x, n) => {
        const out = writeBytes();
        out.real(x);
        out.whole(n);
        const input = readBytes(out.bytes());
        expect(input.real()).toBe(x === 0 ? 0 : x);
        expect(input.whole()).toBe(n);
        expect(input.done()).toBe(true);
      },
    ),
  );
});

describe("a digest", () => {
  const curve = (steps: number[], values: number[]) => ({
    steps: Uint32Array.from(steps),
    values: Float32Array.from(values),
  });
  const series = { loss: curve([1, 2, 3], [0.5, 0.25, 0.125]), em: curve([0, 2], [1, 0.5]) };
  test("is of the bits up to a step, whatever comes after and in whatever order curves are", async () => {
    const shorter = { em: curve([0, 2], [1, 0.5]), loss: curve([1, 2], [0.5, 0.25]) };
    expect(await digestOf(series, 2)).toBe(await digestOf(shorter, 2));
    expect(await digestOf(series, 3)).not.toBe(await digestOf(series, 2));
  });
  test("changes with the last bit of one number", async () => {
    const loss = curve([1, 2, 3], [0.5, 0.25, 0.125]);
    new Uint32Array(loss.values.buffer)[1]! += 1;
    expect(await digestOf({ ...series, loss }, 3)).not.toBe(await digestOf(series, 3));
  });
  test("is SHA-256 of the layout that it says", async () => {
    // Name, zero, count 1, step 1, the bits of 0.5: written out by hand.
    const bytes = Uint8Array.of(0x61, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x3f);
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    expect(await digestOf({ a: curve([1], [0.5]) }, 1)).toBe(hash.slice(0, 16));
  });
});
