/** What commands are asked for. `run.mjs` says a UsageError and the command's USAGE, and ends with code 2. */
import { parseArgs, type ParseArgsConfig } from "node:util";

/** What is wrong with what was asked, as a sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** `parseArgs` of Node, with positionals. Throws UsageError for options that it does not know. */
export function parsed<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** What a command without options is given. Throws UsageError for what looks like one. */
export const namesOf = (args: readonly string[]): readonly string[] => parsed(args, {}).positionals;

/** Throws UsageError where `text` is no whole number from 1 to `most`; `what` is its name in the sentence. */
export function wholeNumber(what: string, text: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= 1 && number <= most))
    throw new UsageError(`${what} wants a whole number from 1 to ${most}, not “${text}”.`);
  return number;
}

/** Throws UsageError where one of the names is not known: `There is no demo “x”. There are: …` */
export function mustBeKnown(
  what: string,
  names: readonly string[],
  known: readonly string[],
): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no ${what} “${unknown}”. There are: ${known.join(", ")}.`);
}
