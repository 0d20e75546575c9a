import { Legend } from "../../../ui/Legend.tsx";

export const example = {
  name: "Legend",
  node: (
    <Legend
      items={[
        { label: "real", tone: "real", mark: "dot" },
        { label: "generated", tone: "made", mark: "ring" },
        { label: "estimate", symbol: <i>W</i>, tone: "third", mark: "line", value: "0.36" },
        { label: "exact", tone: "fourth", mark: "line", dash: 1, value: "0.41" },
      ]}
    />
  ),
};
