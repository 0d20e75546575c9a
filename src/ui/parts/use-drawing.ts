import { useEffect, useMemo, useRef, useState } from "react";
import type { Numbers } from "./stage-box.ts";
import { pictureAt, type Picture } from "./pixel-scale.ts";
import { samePicture, withPicture } from "./with-picture.ts";

/** Actions that can be taken back. */
const MOST = 50;

export interface Drawn {
  readonly values: Numbers;
  readonly index: number;
  onInput(values: Numbers): void;
  onCommit(values: Numbers): void;
}

interface History {
  readonly index: number;
  readonly past: readonly Picture[];
  readonly future: readonly Picture[];
}

/** What the reader made of the given picture. It is shown until another is given, and while the reader draws in any case. */
interface Own {
  readonly of: Picture;
  readonly picture: Picture;
  readonly busy: boolean;
}

export interface Drawing {
  readonly shown: Picture;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The picture as it is now, also between two frames. */
  now(): Picture;
  /** What follows, up to `end`, is one action. */
  begin(): void;
  show(picture: Picture): void;
  end(): void;
  /** Nothing shall have happened since `begin`; only Redo still knows. */
  giveBack(): void;
  /** An action of one picture. */
  replace(picture: Picture): void;
  undo(): void;
  redo(): void;
}

/** The picture that the reader changes, and how it was before each action. */
export function useDrawing(drawn: Drawn): Drawing {
  const { values, index } = drawn;
  const { shape, data } = values;
  const [, rows, columns] = shape;
  const given = useMemo(
    () => pictureAt({ shape: [1, rows!, columns!], data }, index),
    [data, rows, columns, index],
  );
  const [own, setOwn] = useState<Own | null>(null);
  const [kept, setKept] = useState<History>({ index, past: [], future: [] });
  const history = kept.index === index ? kept : { index, past: [], future: [] };
  const action = useRef<{ before: Picture; now: Picture } | null>(null);
  const latest = useRef(drawn);
  useEffect(() => {
    latest.current = drawn;
  });

  const shown = own && (own.busy || own.of === given) ? own.picture : given;
  const emit = (picture: Picture): Numbers =>
    withPicture(latest.current.values, latest.current.index, picture);

  const begin = (): void => {
    action.current ??= { before: shown, now: shown };
  };
  const show = (picture: Picture): void => {
    if (!action.current || samePicture(picture, action.current.now)) return;
    action.current.now = picture;
    setOwn({ of: given, picture, busy: true });
    latest.current.onInput(emit(picture));
  };
  const settle = (): { before: Picture; now: Picture } | null => {
    const done = action.current;
    action.current = null;
    setOwn((last) => last && { ...last, busy: false });
    return done && !samePicture(done.before, done.now) ? done : null;
  };
  const end = (): void => {
    const done = settle();
    if (!done) return;
    setKept({ index, past: [...history.past, done.before].slice(-MOST), future: [] });
    latest.current.onCommit(emit(done.now));
  };
  const giveBack = (): void => {
    const done = settle();
    if (!done) return;
    setKept({ ...history, future: [done.now] });
    setOwn({ of: given, picture: done.before, busy: false });
    latest.current.onInput(emit(done.before));
  };
  /** To the newest picture of one list, with the present one as the newest of the other. */
  const step = (from: readonly Picture[], onto: (rest: readonly Picture[]) => History): void => {
    const picture = from.at(-1);
    if (!picture || action.current) return;
    setKept(onto(from.slice(0, -1)));
    setOwn({ of: given, picture, busy: false });
    latest.current.onInput(emit(picture));
    latest.current.onCommit(emit(picture));
  };

  return {
    shown,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    now: () => action.current?.now ?? shown,
    begin,
    show,
    end,
    giveBack,
    replace(picture) {
      begin();
      show(picture);
      end();
    },
    undo: () => step(history.past, (past) => ({ index, past, future: [...history.future, shown] })),
    redo: () =>
      step(history.future, (future) => ({ index, past: [...history.past, shown], future })),
  };
}
