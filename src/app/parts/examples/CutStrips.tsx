import { CutStrips } from "../../../ui/parts/CutStrips.tsx";

const cross = {
  shape: [7, 7],
  data: Float32Array.from({ length: 49 }, (_, i) => Number(i % 7 === 3 || (i / 7) >> 0 === 3)),
};

export const example = {
  name: "CutStrips",
  node: (
    <CutStrips
      label="Wholes"
      together={1}
      heads={["own", "others", "sum", "pieces"]}
      picture={cross}
      pictured="sign"
      strips={[
        { name: "5", first: [0.5, 0.2], rest: [0.2, 0.09, 0.01], end: "3.4", tone: "made" },
        {
          name: "100",
          first: [0.05],
          rest: Array<number>(99).fill(0.95 / 99),
          end: "92",
          tone: "real",
        },
      ]}
    />
  ),
};
