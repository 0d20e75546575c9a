/** The commit whose code is in the checkout. */
import { execFileSync } from "node:child_process";

const git = (...args: string[]): string =>
  execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

/** Its first seven digits, with a plus if one of `files` differs from it; null outside a repository. */
export function commitOf(files: readonly string[]): string | null {
  try {
    const commit = git("rev-parse", "HEAD").slice(0, 7);
    return git("status", "--porcelain", "--", ...files) === "" ? commit : `${commit}+`;
  } catch {
    return null;
  }
}
