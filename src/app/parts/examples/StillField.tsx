import { StillField } from "../../../ui/StillField.tsx";

export const example = {
  name: "StillField",
  node: (
    <StillField kind="number" label="A share, before the page is live">
      0.5
    </StillField>
  ),
};
