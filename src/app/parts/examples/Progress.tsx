import { Progress } from "../../../ui/Progress.tsx";

export const example = {
  name: "Progress",
  node: <Progress label="Steps" value={387} max={2000} />,
};
