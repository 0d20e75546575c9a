import { MarkCard } from "./MarkCard.tsx";
import { useCell } from "./watched-value.ts";
import { NoticeBar } from "./NoticeBar.tsx";
import { places } from "./marked-page.ts";
import { Panel } from "./Panel.tsx";
import { card, panelOpen, selected } from "./opened.ts";
import { marks } from "./store.ts";
import { Toolbar } from "./Toolbar.tsx";

/** Everything that belongs to marks but the colours in the text. */
export function Highlights() {
  const selection = useCell(selected);
  const opened = useCell(card);
  const mark = useCell(marks).get(opened?.id ?? "");
  const place = useCell(places).get(opened?.id ?? "");
  const listed = useCell(panelOpen);
  return (
    <aside aria-label="Your highlights" className="mark-layer">
      {selection && !listed && <Toolbar selection={selection} />}
      {opened && mark && place && (
        <MarkCard key={mark.id} mark={mark} place={place} writing={opened.writing} />
      )}
      {listed ? <Panel /> : <NoticeBar />}
    </aside>
  );
}
