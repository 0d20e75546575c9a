import { Fence } from "../../../ui/Fence.tsx";

function Broken(): never {
  throw new Error("An example of what breaks.");
}

export const example = {
  name: "Fence",
  node: (
    <Fence what="The example">
      <Broken />
    </Fence>
  ),
};
