import { IntervalRows } from "../../../ui/parts/IntervalRows.tsx";

const mark = (name: string, at: number) =>
  ({ name, at, interval: [at - 0.05, at + 0.05] }) as const;

export const example = {
  name: "IntervalRows",
  node: (
    <IntervalRows
      label="Two rules"
      height="9rem"
      shown={0}
      ticks={[0, 0.5, 1].map((at) => ({ at, name: String(at) }))}
      heads={["how good, with 1 and 2", "says"]}
      unnamed="how good; larger: with 2"
      rows={[
        {
          name: "one",
          tone: "made",
          standard: true,
          marks: [mark("1", 0.5), mark("2", 0.7)],
          end: "A ✓",
          endStrong: true,
        },
        { name: "another", tone: "real", marks: [mark("1", 0.4), mark("2", 0.8)], end: "B ✗" },
      ]}
    />
  ),
};
