import { useRef, useState, type KeyboardEvent } from "react";
import { brushFor, drawLine, type Levels, type Tip } from "./brush.ts";
import type { Drawing } from "./use-drawing.ts";

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Pixels that an arrow goes with Shift. */
const FAR = 5;
const ERASE_KEYS = new Set(["Delete", "Backspace"]);

/** What the keys do, for who cannot see it done. */
export const INK_KEYS =
  "Arrow keys move over the picture, with Shift by five pixels. Space puts ink, held down it draws. Enter puts the pen down or lifts it. Delete erases. Control Z takes back.";

export interface InkCursor {
  readonly cursor: {
    readonly column: number;
    readonly row: number;
    /** The pen stays down while the cursor moves. */
    readonly down: boolean;
    /** Where it is and on what, to be spoken. */
    readonly said: string;
  };
  onKeyDown(event: KeyboardEvent): void;
  onKeyUp(event: KeyboardEvent): void;
  onBlur(): void;
}

/** Drawing by keys: a cursor goes over the pixels, and what is drawn until the key is let go is one action. */
export function useInkCursor(drawing: Drawing, levels: Levels, erasing: boolean): InkCursor {
  const { columns, rows } = drawing.shown;
  const [place, setPlace] = useState<readonly [number, number]>([columns >> 1, rows >> 1]);
  const [down, setDown] = useState(false);
  const [said, setSaid] = useState("");
  const held = useRef(false);
  const column = Math.min(columns - 1, place[0]);
  const row = Math.min(rows - 1, place[1]);
  const tip = (x: number, y: number): Tip => ({ x: x + 0.5, y: y + 0.5, pressure: 1 });

  /** Tells ink or paper there, as it is now. */
  const tell = (x: number, y: number): void => {
    const ink = drawing.now().data[y * columns + x]!;
    setSaid(`Row ${y + 1}, column ${x + 1}: ${ink === 0 ? "paper" : ink < 1 ? "grey" : "ink"}`);
  };
  const draw = (from: Tip, to: Tip, erases: boolean): void => {
    const picture = { ...drawing.now(), data: drawing.now().data.slice() };
    drawLine(picture, from, to, brushFor(picture, levels, erases));
    drawing.begin();
    drawing.show(picture);
  };
  const move = (x: number, y: number): void => {
    const next = [
      Math.min(columns - 1, Math.max(0, x)),
      Math.min(rows - 1, Math.max(0, y)),
    ] as const;
    setPlace(next);
    if (down || held.current) draw(tip(column, row), tip(...next), erasing);
    tell(...next);
  };
  const press = (erases: boolean): void => {
    draw(tip(column, row), tip(column, row), erases);
    tell(column, row);
  };
  const lift = (): void => {
    if (down) setSaid("Pen up");
    setDown(false);
    held.current = false;
    drawing.end();
  };
  /** True if the key is one of ours. */
  const act = ({ key, shiftKey, repeat }: KeyboardEvent): boolean => {
    const arrow = ARROWS[key];
    const far = shiftKey ? FAR : 1;
    if (arrow) move(column + far * arrow[0], row + far * arrow[1]);
    else if (key === " ") {
      held.current = true;
      if (!repeat) press(erasing);
    } else if (ERASE_KEYS.has(key)) press(true);
    else if (key === "Enter" && down) lift();
    else if (key === "Enter") {
      setDown(true);
      press(erasing);
    } else if (key === "Escape" && down) lift();
    else return false;
    return true;
  };

  return {
    cursor: { column, row, down, said },
    onKeyDown(event) {
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === "z" && !event.altKey) {
        lift();
        if (event.shiftKey) drawing.redo();
        else drawing.undo();
        event.preventDefault();
      } else if (!command && !event.altKey && act(event)) event.preventDefault();
    },
    onKeyUp({ key }) {
      if (key === " ") held.current = false;
      if (!down && !held.current) drawing.end();
    },
    onBlur: lift,
  };
}
