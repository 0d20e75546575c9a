import { CursorCurves } from "../../../ui/parts/CursorCurves.tsx";

const EACH = 41;
const POWERS = [1, 2, 3];
const at = (x: number): number[] => POWERS.map((power) => Math.abs(x) ** power);
const columns = Array.from({ length: EACH }, (_, k) => at((2 * k) / (EACH - 1) - 1));
const data = Float32Array.from(POWERS.flatMap((_, row) => columns.map((each) => each[row]!)));

export const example = {
  name: "CursorCurves",
  node: (
    <CursorCurves
      height="168px"
      rows={at(0.5).map((value, i) => ({
        name: `|x|^${POWERS[i]!}`,
        value,
        text: value.toFixed(3),
        more: "at a half",
      }))}
      curves={{
        data,
        each: EACH,
        across: [-1, 1],
        ticks: { across: [], up: [] },
        top: 1,
        cursor: 0.5,
        says: "x = 0.5",
      }}
    />
  ),
};
