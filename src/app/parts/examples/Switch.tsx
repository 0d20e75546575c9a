import { useState } from "react";
import { Switch } from "../../../ui/Switch.tsx";

function Turned() {
  const [on, setOn] = useState(true);
  return <Switch label="Show the critic" on={on} onChange={setOn} />;
}

export const example = { name: "Switch", node: <Turned /> };
