import { useCallback, useRef, useState, type PointerEvent } from "react";
import type { SphereReaderProps } from "./SphereReader.tsx";

// Most spheres are looked at, not turned.
const module = () => import("./SphereReader.tsx");

/** What the keys do, for who cannot see it done. */
export const SPHERE_KEYS =
  "Arrow keys turn it, with Shift by less. Page Down and Page Up go from point to point, Home to the first, Escape leaves the point.";

type Reading = Omit<SphereReaderProps, "early" | "pick" | "say">;

/** Reading a sphere's points and turning it, by code that comes with the reader's hand. */
export function useLateReader() {
  const [come, setCome] = useState<Awaited<ReturnType<typeof module>>>();
  const [picked, pick] = useState(-1);
  const [said, say] = useState("");
  const [read, setRead] = useState(false);
  const early = useRef<globalThis.PointerEvent | null>(null);
  const wake = useCallback((): void => {
    setRead(true);
    void module().then(setCome);
  }, []);
  const press = ({ nativeEvent }: PointerEvent): void => {
    if (!come) early.current = nativeEvent;
  };
  return {
    /** The point that is read, or -1. */
    picked,
    /** For who cannot see what keys have done. */
    said,
    /** Whether a hand is on it. */
    read,
    /** Of the element that is turned. */
    handlers: {
      onPointerEnter: wake,
      onFocus: wake,
      onPointerLeave: () => setRead(false),
      onBlur: () => setRead(false),
      onPointerDown: press,
      onPointerUp: press,
      onPointerCancel: () => {
        early.current = null;
      },
    },
    reader: (reading: Reading) =>
      come && <come.SphereReader {...reading} {...{ early, pick, say }} />,
  };
}
