import { PanelCurves } from "../../../ui/parts/PanelCurves.tsx";

export const example = {
  name: "PanelCurves",
  node: (
    <PanelCurves
      label="Two ways"
      height="10rem"
      titles={["one way", "another"]}
      across={["10", "100", "1000"]}
      acrossName="things"
      looks={[{ look: "dashed", name: "bent" }]}
      looksBelow={0.5}
      up={[0, 0.5, 1].map((at) => ({ at, name: String(at) }))}
      curves={[
        { tone: "ink", look: "dotted", heights: [[0.95, 0.9, 0.85], []] },
        {
          tone: "made",
          look: "dashed",
          heights: [
            [0.8, 0.5, 0.3],
            [0.8, 0.8, 0.85],
          ],
        },
        {
          tone: "real",
          look: "strong",
          heights: [
            [0.9, 0.8, 0.6],
            [0.9, Number.NaN, 0.95],
          ],
        },
      ]}
    />
  ),
};
