import { useState } from "react";
import { number } from "../../../contract/params.ts";
import { NumberField } from "../../../ui/NumberField.tsx";

const share = number({
  label: "A share",
  help: "",
  effect: "view",
  fallback: 0.5,
  min: 0,
  max: 1,
});

function Share() {
  const [value, setValue] = useState(share.fallback);
  return (
    <NumberField
      label="A share, 0 to 1"
      text={String(value)}
      unit="of all"
      parse={share.parse}
      onCommit={setValue}
    />
  );
}

export const example = { name: "NumberField", node: <Share /> };
