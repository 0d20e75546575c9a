import type { ReactNode } from "react";
import type { Card, Score } from "../contract/weights.ts";
import { formatCount, formatNumber } from "../ui/format-number.ts";

export interface CardTableProps {
  readonly card: Card;
  /** Further entries. */
  readonly children?: ReactNode;
}

/** What a file of weights says of itself. */
export function CardTable({ card, children }: CardTableProps) {
  return (
    <dl>
      <Entry term="What">{card.title}</Entry>
      <Entry term="Made by">
        <code>{clipped(card.script)}</code> on {card.made}, code {card.version}
      </Entry>
      <Entry term="Training">
        {`${formatCount(card.steps)} steps, seed ${card.seed}, ${clipped(card.settings)}`}
      </Entry>
      {card.from && <Entry term="Began from">{card.from}</Entry>}
      <Entry term="Data">
        {card.data}
        {card.dataHash && <span>{`; SHA-256 of a sample: ${card.dataHash.slice(0, 16)}…`}</span>}
      </Entry>
      {Object.entries(card.scores).map(([name, score]) => (
        <Entry key={name} term={score.label}>
          {inWords(score)}
        </Entry>
      ))}
      {children}
    </dl>
  );
}

export function Entry({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A run may have changed a thousand times: the file says it all, the page how it began. */
const clipped = (text: string): string => (text.length > 2000 ? `${text.slice(0, 2000)} …` : text);

const inWords = ({ mean, interval, batches }: Score): string =>
  interval === undefined
    ? formatNumber(mean)
    : `${formatNumber(mean)} (95 % interval ${interval.map((x) => formatNumber(x)).join(" to ")}; mean of ${batches} batches)`;
