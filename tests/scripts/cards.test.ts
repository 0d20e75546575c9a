import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { noteSources } from "../../scripts/checkout/note-sources.ts";
import { cardsOf } from "../../scripts/site/link-card.ts";
import { CARD } from "../../scripts/site/head.ts";
import { noteFiles } from "../../scripts/checkout/note-files.ts";
import { FRONT, sources } from "../fixtures/notes/sources.ts";

const FOLDER = "public/cards";
const cards = cardsOf(noteFiles(), await noteSources(process.cwd()));

test("every page and section has a card that was drawn of what it says now (else: npm run cards)", () => {
  const drawn: unknown = JSON.parse(readFileSync(`${FOLDER}/hashes.json`, "utf8"));
  expect(drawn).toEqual(Object.fromEntries(cards.map(({ name, hash }) => [name, hash])));
  const files = readdirSync(FOLDER, { encoding: "utf8", recursive: true }).filter((file) =>
    file.endsWith(".jpg"),
  );
  expect(files.toSorted()).toEqual(cards.map(({ name }) => `${name}.jpg`).toSorted());
});

test.each(cards.map(({ name }) => name))("%s.jpg has its size and is light", (name) => {
  const bytes = readFileSync(`${FOLDER}/${name}.jpg`);
  // The frame of a baseline JPEG (ITU-T T.81, B.2.2): its marker, length and precision, then height and width.
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0, 0, 17, 8]));
  expect(bytes.readUInt16BE(frame + 7)).toBe(CARD.width);
  expect(bytes.readUInt16BE(frame + 5)).toBe(CARD.height);
  expect(statSync(`${FOLDER}/${name}.jpg`).size).toBeLessThan(60_000);
});

test("a card is drawn anew when its title, authors or equation change", () => {
  const hash = (text: string): string => cardsOf({ toy: text }, sources)[1]!.hash;
  const equation = "card: eq-a\n---\n\n:::equation{#eq-a}\n$$\nX\n$$\n:::\n";
  const shown = FRONT.replace(/---\n\n$/, () => equation);
  const texts = [
    FRONT,
    FRONT.replace("A toy", "Another"),
    FRONT.replace(/paper: .*\n/, ""),
    shown,
    shown.replace("X", "Y"),
  ];
  expect(new Set(texts.map(hash)).size).toBe(texts.length);
  expect(hash(`${FRONT}More text.`)).toBe(hash(FRONT));
});
