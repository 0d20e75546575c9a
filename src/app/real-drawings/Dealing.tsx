import { useState } from "react";
import type { Demo } from "../../contract/demo.ts";
import { deal, dealable, type Choice, type Dealt } from "../../omniglot/deal.ts";
import { Button } from "../../ui/Button.tsx";
import { formatCount } from "../../ui/format-number.ts";
import { ask } from "../reading/asked-settings.ts";
import { counted } from "./counted.ts";
import type { Bits, WholeHalf } from "./kept-drawings.ts";

const SIDE = 28;

export interface DealingProps {
  readonly demo: Demo;
  readonly bits: Bits;
  readonly whole: readonly WholeHalf[];
}

/** Deals episodes from the reader's drawings to the figure, and says what there is to deal from. */
export function Dealing({ demo, bits, whole }: DealingProps) {
  const { id, params, deals } = demo;
  if (!deals) throw new Error(`${id} does not say what is dealt.`);
  const [dealt, setDealt] = useState<Dealt | "none" | null>(null);
  const { drawings, characters } = counted(bits);
  const press = (choice: Choice): void => {
    const next = deal(bits, choice, deals);
    setDealt(next ?? "none");
    if (!next) return;
    const written = (name: string, data: Float32Array): string =>
      params[name]!.format({ shape: [data.length / SIDE ** 2, SIDE, SIDE], data });
    const settings = {
      [deals.S]: written(deals.S, next.S),
      [deals.query]: written(deals.query, next.query),
    };
    void ask(id, { settings });
  };
  const able = dealable(bits, deals).length;
  return (
    <>
      <p className="real-drawings-row">
        <Button kind="primary" onPress={() => press("all")}>
          Deal five characters
        </Button>
        <Button onPress={() => press("one")}>Five of one alphabet</Button>
        <Button
          inert={dealt === null || dealt === "none"}
          onPress={() => dealt && dealt !== "none" && press(dealt.characters)}
        >
          The same by others
        </Button>
      </p>
      <output>{dealt ? inWords(dealt) : ""}</output>
      <p>
        {`On this device: ${formatCount(drawings)} drawings of ${formatCount(characters)} characters of Omniglot, by people. ${formatCount(able)} characters can be dealt: no network here was trained on them, and ${deals.shots + 1} or more people drew each.`}{" "}
        <span>{howWhole(whole)}</span>
      </p>
    </>
  );
}

/** A sentence on those that are just what the networks here saw, and one on those that are not. */
const howWhole = (whole: readonly WholeHalf[]): string =>
  [true, false]
    .map((exact) => {
      const files = whole.filter((half) => half.exact === exact).map(({ file }) => file);
      const are = files.length > 1 ? "are" : "is";
      return files.length === 0
        ? ""
        : `${files.join(" and ")} ${are} complete, ${exact ? "and" : "but not"} bit for bit what the shipped weights were trained and scored on.`;
    })
    .join(" ");

const LETTERS = "ABCDE";

function inWords(dealt: Dealt | "none"): string {
  if (dealt === "none")
    return "There are too few drawings for that. Another of Omniglot’s zip files has more.";
  const names = dealt.names.map((name, i) => `${LETTERS[i]} is ${name}`).join(", ");
  return `Dealt: ${names}. The query is ${LETTERS[dealt.answer]}, by another hand. These drawings themselves stand in the page’s address, and in a link to this figure. The 100 others are still signs of Glyphs.`;
}
