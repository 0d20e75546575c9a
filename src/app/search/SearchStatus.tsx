import { useEffect, useState } from "react";
import type { Findings } from "./find.ts";

/** A voice is told once the typing rests, ms. */
const REST = 500;

interface SearchStatusProps {
  /** The index is not here yet. */
  readonly preparing: boolean;
  readonly findings: Findings | null;
  readonly notes: number;
}

/** How much was found, or that the index is still to come, and which keys lead on. */
export function SearchStatus({ preparing, findings, notes }: SearchStatusProps) {
  const text = preparing
    ? "The index is being prepared …"
    : findings
      ? sentence(findings, notes)
      : "";
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="search-foot">
      <p aria-hidden="true">{text}</p>
      <output className="sr-only">{spoken}</output>
      <p className="search-keys" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>↵</kbd> open <kbd>Esc</kbd> close
      </p>
    </div>
  );
}

function sentence({ count, how }: Findings, notes: number): string {
  if (count === 0) return "No results";
  const results = `${count} ${count === 1 ? "result" : "results"}`;
  const where = notes > 1 ? ` in ${notes} notes` : "";
  const words = {
    exact: "",
    alike: " for words like these",
    some: " with some of these words",
  }[how];
  return results + where + words;
}
