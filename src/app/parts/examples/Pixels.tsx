import type { Numbers } from "../../../ui/parts/stage-box.ts";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { digit } from "../made-pictures.ts";

/** A Gaussian filter a row, as in a filterbank. */
const filters: Numbers = {
  shape: [5, 28],
  data: Float32Array.from({ length: 5 * 28 }, (_, k) => {
    const [row, column] = [Math.floor(k / 28), k % 28];
    return 0.4 * Math.exp(-((column - 6 - 4 * row) ** 2) / 2);
  }),
};
const gradient: Numbers = {
  shape: [12, 12],
  data: Float32Array.from({ length: 144 }, (_, k) => {
    const [row, column] = [Math.floor(k / 12) - 5.5, (k % 12) - 5.5];
    return 0.02 * column * Math.exp(-(row ** 2 + column ** 2) / 12);
  }),
};

export const example = {
  name: "Pixels",
  node: (
    <>
      <Pixels label="A seven, 28 by 28" values={digit} scale="ink" width={168} />
      <Pixels label="Five filters" values={filters} scale="sequential" width={280} keyed="F" />
      <Pixels label="A gradient" values={gradient} scale="diverging" width={168} keyed="∂L/∂x" />
    </>
  ),
};
