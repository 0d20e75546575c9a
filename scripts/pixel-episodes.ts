/**
 * `node scripts/run.mjs pixel-episodes FOLDER`: names drawings of Omniglot by comparing raw pixels, no network. The numbers in the
 * Matching Networks note come from here. FOLDER holds the drawings in a form that data/omniglot.ts describes.
 */
import { SourceError } from "./data/fetch-source.ts";
import { namesOf, UsageError } from "./machine/usage.ts";
import { readDrawings } from "./studies/drawings.ts";
import { accuracies, RULES, type Task } from "./studies/pixel-rules.ts";

const SEED = 1;

const TASKS: readonly Task[] = [
  { way: 5, shot: 1, queries: 500_000 },
  { way: 5, shot: 5, queries: 500_000 },
  { way: 20, shot: 1, queries: 400_000 },
  { way: 20, shot: 5, queries: 400_000 },
  { way: 5, shot: 1, queries: 500_000, within: true },
  { way: 20, shot: 1, queries: 400_000, within: true },
];

export const USAGE = `Usage: node scripts/run.mjs pixel-episodes FOLDER

  FOLDER   holds Omniglot’s images_evaluation`;

export function main(args: string[]): void {
  try {
    study(args);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function study(args: string[]): void {
  const [folder, ...others] = namesOf(args);
  if (!folder || others.length > 0)
    throw new UsageError("Name one folder with Omniglot's drawings.");
  const drawings = readDrawings(folder);
  console.log("Omniglot, evaluation alphabets, 28×28 bits: accuracy in %, with its standard error");
  for (const task of TASKS) {
    const { way, shot, queries, within } = task;
    const where = within ? "within an alphabet" : "across alphabets";
    console.log(`\n${way}-way, ${shot}-shot, ${where}, ${queries.toLocaleString("en")} queries`);
    accuracies(drawings, task, SEED).forEach(({ mean, error }, r) => {
      const percent = `${(100 * mean).toFixed(1)} ± ${(100 * error).toFixed(2)}`;
      console.log(`  ${RULES[r]!.name.padEnd(18)} ${percent}`);
    });
  }
}
