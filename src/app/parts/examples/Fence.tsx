import { Fence } from "../../../ui/Fence.tsx";

/** Where pages are served from nothing breaks yet. */
function Broken() {
  if (import.meta.env.SSR) return <p>The example</p>;
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
