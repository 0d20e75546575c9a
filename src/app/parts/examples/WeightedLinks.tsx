import { useState } from "react";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { WeightedLinks } from "../../../ui/parts/WeightedLinks.tsx";

const BOX: Box = [
  [0, 4],
  [0, 3],
];
const SUPPORTS: Readonly<Record<string, Place>> = {
  A: [0.5, 0.5],
  B: [1, 2.5],
  C: [3.3, 2.2],
  D: [3.5, 0.6],
};

function Attention() {
  const [query, setQuery] = useState<Place>([1.8, 1.4]);
  const entries = Object.entries(SUPPORTS);
  const exps = entries.map(([, [x, y]]) => Math.exp(-((x - query[0]) ** 2 + (y - query[1]) ** 2)));
  const total = exps.reduce((sum, value) => sum + value, 0);
  return (
    <Stage label="A query and its supports" box={BOX} width={320}>
      <WeightedLinks
        label="Attention"
        anchors={{ ...SUPPORTS, query }}
        links={entries.map(([to], i) => ({ from: "query", to, weight: exps[i]! / total }))}
        numbersFrom={0.1}
      />
      <Names />
      <Grip label="Query" tone="made" at={query} onInput={setQuery} onCommit={setQuery} />
    </Stage>
  );
}

function Names() {
  const { x, y } = useStage();
  return (
    <Layer>
      {Object.entries(SUPPORTS).map(([name, at]) => (
        <text key={name} x={x(at[0])} y={y(at[1])} dy="0.34em" textAnchor="middle" fontWeight="600">
          {name}
        </text>
      ))}
    </Layer>
  );
}

export const example = { name: "WeightedLinks", node: <Attention /> };
