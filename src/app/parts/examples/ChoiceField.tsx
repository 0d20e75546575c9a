import { useState } from "react";
import { ChoiceField } from "../../../ui/ChoiceField.tsx";

const options = ["GAN", "WGAN", "Least squares", "Hinge", "None"].map((label) => ({
  value: label,
  label,
}));

function Choice({ most }: { readonly most: number }) {
  const [value, setValue] = useState("WGAN");
  return (
    <ChoiceField
      label={`One of ${most}`}
      options={options.slice(0, most)}
      value={value}
      onChange={setValue}
    />
  );
}

export const example = {
  name: "ChoiceField",
  node: (
    <>
      <Choice most={2} />
      <Choice most={5} />
    </>
  ),
};
