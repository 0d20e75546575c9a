import { useState } from "react";
import { NumberField } from "../../../ui/NumberField.tsx";

const [MIN, MAX] = [0, 1];

function Share() {
  const [value, setValue] = useState(0.5);
  const parse = (text: string): { value: number; problem?: string } => {
    const typed = Number(text);
    const within = Math.min(MAX, Math.max(MIN, typed));
    if (within === typed) return { value: typed };
    return { value: within, problem: `${typed} is outside ${MIN} to ${MAX}, so it is ${within}.` };
  };
  return (
    <NumberField
      label="A share, 0 to 1"
      text={String(value)}
      unit="of all"
      parse={parse}
      onCommit={setValue}
    />
  );
}

export const example = { name: "NumberField", node: <Share /> };
