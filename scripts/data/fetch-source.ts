/** Fetches packages into `.cache/data`, checks them and unpacks them there. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./sources.ts";

const CACHE = ".cache/data";

/** A source that cannot be had, in a sentence. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

const folderOf = ({ name, version }: Source): string =>
  join(CACHE, `${name.replaceAll("/", "-").replace("@", "")}-${version}`);

/** The folder with the package's content; from the cache where it is there. Throws SourceError. */
export function fetchSource(source: Source): string {
  const folder = folderOf(source);
  if (existsSync(folder)) return folder;
  const { from, name, version, sha256 } = source;
  const place = `${folder}.part`;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  if (from === "npm") {
    run("npm", ["pack", `${name}@${version}`, "--silent"], place);
  } else {
    run("apt-get", ["download", "--quiet", "--quiet", `${name}=${version}`], place);
  }
  const [file] = readdirSync(place);
  const found = createHash("sha256")
    .update(readFileSync(join(place, file!)))
    .digest("hex");
  if (found !== sha256)
    throw new SourceError(`${name} ${version} has the SHA-256 ${found}, not ${sha256}.`);
  if (from === "npm") run("tar", ["xzf", file!, "--strip-components=1"], place);
  else run("dpkg-deb", ["-x", file!, "."], place);
  rmSync(join(place, file!));
  renameSync(place, folder);
  return folder;
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim();
  throw new SourceError(`“${program} ${args.join(" ")}” failed: ${reason}`);
}
