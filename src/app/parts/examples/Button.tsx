import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";

function Pressed() {
  const [pressed, setPressed] = useState(true);
  return (
    <Button pressed={pressed} onPress={() => setPressed(!pressed)}>
      Stays pressed
    </Button>
  );
}

export const example = {
  name: "Button",
  node: (
    <div className="parts-row">
      <Button icon="run" kind="primary" onPress={() => {}}>
        Run
      </Button>
      <Button icon="step" onPress={() => {}}>
        Step
      </Button>
      <Button icon="reset" kind="quiet" onPress={() => {}}>
        Reset
      </Button>
      <Pressed />
      <Button inert onPress={() => {}}>
        Inert
      </Button>
    </div>
  ),
};
