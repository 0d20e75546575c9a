import { Legend } from "../../../ui/Legend.tsx";

export const example = {
  name: "Legend",
  node: (
    <Legend
      items={[
        { label: "real", tone: "real", mark: "dot" },
        { label: "generated", tone: "made", mark: "ring" },
        { label: "estimate", tone: "third", mark: "line" },
        { label: "exact", tone: "fourth", mark: "line", dash: 1 },
      ]}
    />
  ),
};
