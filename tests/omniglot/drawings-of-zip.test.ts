/** From zip files in the form of Omniglot's to drawings of 98 bytes; and a sentence for each file that is none. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { BYTES, drawingAt } from "../../src/omniglot/alphabets.ts";
import { drawingsOfZip, isDrawn, joined, tooLarge } from "../../src/omniglot/drawings-of-zip.ts";
import { crosses, pathOf, png, zip, type Ink, type ZipFile } from "../fixtures/omniglot-zip.ts";
import { pillowBox } from "../fixtures/pillow-box.ts";

const PATH = pathOf("Angelic", 1, 1);
const cross: Ink = (x, y) => Math.abs(x - y) < 3 || Math.abs(x - 50) < 2;
const drawing: ZipFile = { path: PATH, content: png(cross) };

const bitsAt = (bits: Uint8Array, place: number): number[] =>
  Array.from({ length: 784 }, (_, p) => (bits[place * BYTES + (p >> 3)]! >> (7 - (p & 7))) & 1);

test("whatever is drawn, and however it is written down, the drawing comes to its place in the packed form", () => {
  const form = fc.record({
    left: fc.integer({ min: 5, max: 95 }),
    top: fc.integer({ min: 5, max: 95 }),
    wide: fc.integer({ min: 1, max: 9 }),
    noise: fc.nat(9),
    depth: fc.constantFrom(1 as const, 8 as const),
    filters: fc.array(fc.nat(4), { minLength: 7, maxLength: 7 }),
    cut: fc.constantFrom(11, 64, 100_000),
    stored: fc.boolean(),
    character: fc.integer({ min: 1, max: 26 }),
    drawer: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(
      form,
      ({ left, top, wide, noise, depth, filters, cut, stored, character, drawer }) => {
        const ink: Ink = (x, y) =>
          Math.abs(x - left) < wide ||
          (x + 2 * y - top) ** 2 < 40 ||
          (x * x * 31 + y * 17) % 19 < noise;
        const content = png(ink, {
          depth,
          cut,
          black: 127,
          white: 128,
          filter: (y) => filters[y % 7]!,
        });
        const bits = drawingsOfZip(
          zip([{ path: pathOf("Atlantean", character, drawer), content, stored }], {
            comment: "PK\x05\x06, the mark of an end, in a comment",
          }),
        );
        // Atlantean's characters begin with 1,010.
        const place = (1010 + character - 1) * 20 + drawer - 1;
        expect(bitsAt(bits, place)).toEqual(pillowBox(ink));
        expect(bits.filter((byte) => byte !== 0)).toHaveLength(
          bits.subarray(place * BYTES, (place + 1) * BYTES).filter((byte) => byte !== 0).length,
        );
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test("what macOS adds, other files and other alphabets are passed over; how far it is is told", () => {
  const others = ["__MACOSX/Angelic/character01/0965_02.png", "Angelic/character01/._0965_03.png"];
  const files = [
    ...crosses("Angelic", 12, 20),
    ...others.map((path) => ({ path, content: Buffer.from("no picture") })),
    { path: "readme.txt", content: Buffer.alloc(1_000_000) },
    { path: pathOf("Klingon", 1, 1), content: Buffer.from("no picture") },
    { path: pathOf("Angelic", 21, 1), content: Buffer.from("Angelic has 20") },
  ];
  const heard: string[] = [];
  const bits = drawingsOfZip(zip(files), (done, all) => heard.push(`${done} of ${all}`));
  expect(heard).toEqual(["0 of 240", "200 of 240"]);
  const first = drawingAt("Angelic", 1, 1)!;
  expect(
    Array.from({ length: 400 }, (_, i) => isDrawn(bits, first + i)).filter(Boolean),
  ).toHaveLength(240);
});

test("drawings of a second file come to those of the first, and replace their like", () => {
  const other: ZipFile = { path: PATH, content: png((x) => x > 90) };
  const [one, two] = [
    drawingsOfZip(zip([drawing, { path: pathOf("ULOG", 2, 3), content: png(cross) }])),
    drawingsOfZip(zip([other])),
  ];
  const all = joined(one, two);
  const [first, last] = [drawingAt("Angelic", 1, 1)!, drawingAt("ULOG", 2, 3)!];
  expect(bitsAt(all, first)).toEqual(bitsAt(two, first));
  expect(bitsAt(all, last)).toEqual(bitsAt(one, last));
});

const whole = zip(crosses("Angelic", 2, 3));
/** An entry that says it is small and unpacks to much more. */
const bomb = (says: ZipFile["says"]): Buffer =>
  zip([{ path: PATH, content: Buffer.alloc(5_000_000), says }]);
const withDamage = (file: Buffer): Buffer => {
  const other = Buffer.from(file);
  other[40 + PATH.length]! ^= 0xff;
  return other;
};

test.each<[string, Buffer, RegExp]>([
  ["no zip", Buffer.from("%PDF-1.4 and so on, a file of another kind"), /^is no zip file\.$/],
  ["empty", Buffer.alloc(0), /^is no zip file\.$/],
  ["cut off", whole.subarray(0, whole.length - 300), /^is cut off: its end is missing/],
  ["a list that is broken", zip([drawing], { count: 2 }), /^is cut off or damaged: its list/],
  [
    "a list beyond the end",
    zip([drawing], { start: 0xfffffff0 }),
    /^is cut off or damaged: its list/,
  ],
  ["zip64", zip([drawing], { count: 0xffff }), /^is of the kind zip64/],
  ["zip64 by its place", zip([drawing], { start: 0xffffffff }), /^is of the kind zip64/],
  [
    "no folders of Omniglot",
    zip([{ path: "holiday/beach.png", content: png(cross) }]),
    /^holds no drawings of Omniglot: no alphabet/,
  ],
  [
    "the zip files in a zip file",
    zip([{ path: "omniglot-master/python/images_evaluation.zip", content: Buffer.alloc(9) }]),
    /^holds drawings in zip files of their own: unpack it, and bring omniglot-master\/python\/images_evaluation\.zip\.$/,
  ],
  ["encrypted", zip([{ ...drawing, says: { flags: 1 } }]), /0965_01\.png in it is encrypted/],
  ["another method", zip([{ ...drawing, says: { method: 14 } }]), /not read here \(method 14\)/],
  ["a bomb that says so", bomb({}), /in it would unpack to more than 13 kB/],
  ["a bomb that does not", bomb({ size: 200 }), /in it would unpack to more than 13 kB/],
  [
    "a bomb that was not packed",
    zip([{ path: PATH, content: Buffer.alloc(20_000), stored: true }]),
    /in it would unpack to more than 13 kB/,
  ],
  ["another size than it says", zip([{ ...drawing, says: { size: 7 } }]), /in it is damaged/],
  ["a place beyond the end", zip([{ ...drawing, says: { at: 0xfffffff0 } }]), /in it is damaged/],
  ["damaged", withDamage(zip([drawing])), /in it is damaged\. Fetch it again/],
  ["another checksum", zip([{ ...drawing, says: { checksum: 1 } }]), /in it is damaged/],
  ["no picture", zip([{ path: PATH, content: Buffer.from("text") }]), /in it is no PNG picture/],
  [
    "another size",
    zip([{ path: PATH, content: png(cross, { width: 28, height: 28 }) }]),
    /has 28 × 28 pixels, where Omniglot’s drawings have 105 × 105/,
  ],
  [
    "another height",
    zip([{ path: PATH, content: png(cross, { height: 28 }) }]),
    /has 105 × 28 pixels/,
  ],
  [
    "in colour",
    zip([{ path: PATH, content: png(cross, { depth: 8, colour: 2 }) }]),
    /is a PNG picture of another kind/,
  ],
  [
    "interlaced",
    zip([{ path: PATH, content: png(cross, { interlaced: 1 }) }]),
    /is a PNG picture of another kind/,
  ],
  ...[100, 110].map((rows): [string, Buffer, RegExp] => [
    `${rows} rows`,
    zip([{ path: PATH, content: png(cross, { rows }) }]),
    /in it is a damaged PNG picture/,
  ]),
  [
    "a filter that PNG does not have",
    zip([{ path: PATH, content: png(cross, { filter: () => 5 }) }]),
    /in it is a damaged PNG picture/,
  ],
  [
    "a broken picture",
    zip([{ path: PATH, content: png(cross).subarray(0, 60) }]),
    /in it is a damaged PNG picture/,
  ],
])("%s gets a sentence", (_, file, says) => {
  expect(() => drawingsOfZip(file)).toThrow(says);
});

test("a file far larger than Omniglot's is not even read", () => {
  expect(tooLarge(9_464_212)).toBeNull();
  expect(tooLarge(2_000_000_000)).toBe("has 2000 MB; Omniglot’s zip files have about 10 MB.");
});
