import { CopyLink } from "../../../ui/CopyLink.tsx";

export const example = {
  name: "CopyLink",
  node: (
    <div>
      <CopyLink label="Copy link" link={() => location.href} />
    </div>
  ),
};
