import { useRef, useState } from "react";
import type { Demo } from "../../contract/demo.ts";
import { deal, dealable, type Choice, type Dealt } from "../../omniglot/deal.ts";
import { Button } from "../../ui/Button.tsx";
import { formatCount } from "../../ui/format-number.ts";
import { ask } from "../reading/asked-settings.ts";
import { counted } from "./counted.ts";
import { HowFar } from "./HowFar.tsx";
import type { Bits, WholeHalf } from "./kept-drawings.ts";
import { useDroppedFiles } from "./use-dropped-files.ts";
import { useRealDrawings } from "./use-real-drawings.ts";
import "./real-drawings.css";

export interface RealDrawingsProps {
  readonly demo: Demo;
}

const SIDE = 28;

/** Takes Omniglot's zip files from the reader, keeps their drawings on the device, and deals episodes from them. */
export function RealDrawings(props: RealDrawingsProps) {
  const { bits, whole, reading, says, take, cancel, forget } = useRealDrawings();
  const dragged = useDroppedFiles(take);
  const panel = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  // For a button that goes when it is pressed, and would take the focus with it.
  const here = (act: () => void) => (): void => {
    panel.current?.focus();
    act();
  };
  return (
    <div ref={panel} tabIndex={-1} className="real-drawings">
      {bits === null && <Offer />}
      {bits && <Dealing {...props} bits={bits} whole={whole} />}
      {dragged && <p className="real-drawings-drop">Drop Omniglot’s zip files anywhere here.</p>}
      <p className="real-drawings-row">
        <Button onPress={() => chooser.current?.click()}>Choose zip files …</Button>
        {bits && (
          <Button inert={reading !== null} onPress={here(forget)}>
            Forget these drawings
          </Button>
        )}
      </p>
      {reading && <HowFar {...reading} onCancel={here(cancel)} />}
      <input
        ref={chooser}
        hidden
        type="file"
        multiple
        accept=".zip,application/zip"
        aria-label="Zip files of Omniglot"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen again.
          target.value = "";
          take(files);
        }}
      />
      <output>{says}</output>
    </div>
  );
}

const Offer = () => (
  <p>
    The signs above were drawn by simulated hands. Omniglot’s were drawn by people; they are not
    part of this page. If you have its files <code>images_evaluation.zip</code> or{" "}
    <code>images_background.zip</code>, from the folder python of{" "}
    <a href="https://github.com/brendenlake/omniglot">github.com/brendenlake/omniglot</a>, choose
    them here or drop them on the page. They are read on this device and sent nowhere; their
    drawings are kept on it.
  </p>
);

interface DealingProps extends RealDrawingsProps {
  readonly bits: Bits;
  readonly whole: readonly WholeHalf[];
}

function Dealing({ demo, bits, whole }: DealingProps) {
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
      <p>
        {`On this device: ${formatCount(drawings)} drawings of ${formatCount(characters)} characters of Omniglot, by people. ${formatCount(able)} of the characters can be dealt: no network here was trained on them, and ${deals.shots + 1} or more people drew each.`}{" "}
        <span>{whole.map(howWhole).join(" ")}</span>
      </p>
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
    </>
  );
}

const howWhole = ({ file, exact }: WholeHalf): string =>
  `The drawings of ${file} are complete, ${exact ? "and" : "but not"} bit for bit those that the shipped weights were trained and scored on.`;

const LETTERS = "ABCDE";

function inWords(dealt: Dealt | "none"): string {
  if (dealt === "none")
    return "There are too few drawings for that. Another of Omniglot’s zip files has more.";
  const names = dealt.names.map((name, i) => `${LETTERS[i]} is ${name}`).join(", ");
  return `Dealt: ${names}. The query is ${LETTERS[dealt.answer]}, by another hand. These drawings themselves stand in the page’s address, and in a link to this figure. The 100 others are still signs of Glyphs, which every reader has.`;
}
