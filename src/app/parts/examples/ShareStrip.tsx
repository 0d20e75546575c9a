import { ShareStrip } from "../../../ui/parts/ShareStrip.tsx";

export const example = {
  name: "ShareStrip",
  node: (
    <ShareStrip
      label="Votes"
      shares={[
        { name: "a", share: 0.4, tone: "made" },
        { name: "b", share: 0.25, tone: "made" },
        { name: "c", share: 0.35, tone: "third" },
      ]}
      groups={[
        { name: "P(A)", share: 0.65, tone: "made" },
        { name: "P(B)", share: 0.35, tone: "third" },
      ]}
      marks={[
        { name: "half", at: 0.5 },
        { name: "most", at: 0.9 },
      ]}
    />
  ),
};
