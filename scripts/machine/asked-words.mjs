/** What commands are asked for that need no package. Node's own modules only. */

/** The arguments of this process, all among `known`; where they are not, or ask for help, says the usage and ends. */
export function wordsAsked(usage, known = []) {
  const words = process.argv.slice(2);
  const strange = words.find((word) => !known.includes(word));
  if (strange === undefined) return words;
  if (words.includes("--help")) console.log(usage);
  else console.error(`What is “${strange}” for?\n\n${usage}`);
  process.exit(words.includes("--help") ? 0 : 2);
}
