import { useState } from "react";
import { FilterWindow, type WindowChange } from "../../../ui/parts/FilterWindow.tsx";
import type { Numbers, Place } from "../../../ui/parts/stage-box.ts";
import { digit } from "../made-pictures.ts";

const N = 4;

/** A Gaussian a row, each summing to about one. */
const filtersAt = (points: readonly number[]): Numbers => ({
  shape: [N, 28],
  data: Float32Array.from({ length: N * 28 }, (_, k) => {
    const off = (k % 28) - points[Math.floor(k / 28)]!;
    return 0.4 * Math.exp((-off * off) / 2);
  }),
});

function Handled() {
  const [centre, setCentre] = useState<Place>([13.5, 10]);
  const [stride, setStride] = useState(4);
  const [across, down] = centre.map((g) =>
    Array.from({ length: N }, (_, i) => g + (i - (N - 1) / 2) * stride),
  ) as [number[], number[]];
  const set = (change: WindowChange): void => {
    if (change.centre) setCentre(change.centre);
    if (change.stride !== undefined) setStride(Math.max(0.25, change.stride));
  };
  return (
    <FilterWindow
      picture={digit}
      name="A seven"
      side={28}
      scale={4.5}
      room={{ before: 6.5, after: 2.5 }}
      centre={centre}
      stride={stride}
      points={N}
      FX={filtersAt(across)}
      FY={filtersAt(down)}
      filters={{ across, down, deviation: 1, tone: "made" }}
      onInput={set}
      onCommit={set}
    />
  );
}

export const example = { name: "FilterWindow", node: <Handled /> };
