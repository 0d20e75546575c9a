/** What went wrong, as a sentence for who gave the command; null for what is a fault of ours and keeps its stack. */

const SAYS = {
  ENOSPC: "there is no room left on the device",
  EDQUOT: "there is no room left on the device",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "it lies on a file system that can only be read",
  ENOENT: "it is not there",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EEXIST: "something else stands there",
  EMFILE: "too many files are open",
  EADDRINUSE: "another program uses it",
  EIO: "the device reports an error",
};
/** What a call of the system did, for those that commands make. */
const DOES = {
  open: "opened",
  write: "written",
  mkdir: "made",
  rename: "put in its place",
  listen: "listened to",
  scandir: "read",
  read: "read",
  unlink: "removed",
  rm: "removed",
  copyfile: "copied",
};

/** `{ sentence, code }`: 2 where a request makes no sense, 1 where the machine did not let it happen. */
export function reasonOf(error) {
  if (!(error instanceof Error)) return null;
  if (error.name === "UsageError") return { sentence: error.message, code: 2 };
  // Vite's own, without a code.
  const [, port] = /^Port (\d+) is already in use/.exec(error.message) ?? [];
  if (port) return { sentence: portTaken(port), code: 1 };
  if (error.code === "EADDRINUSE") return { sentence: portTaken(error.port), code: 1 };
  if (typeof error.syscall !== "string" || !(error.code in SAYS)) return null;
  const what = error.dest ?? error.path ?? "A file";
  const sentence = `${what} could not be ${DOES[error.syscall] ?? "used"}: ${SAYS[error.code]} (${error.code}).`;
  return { sentence, code: 1 };
}

const portTaken = (port) =>
  `Port ${port} is taken by another program. Name another one, as in PORT=${Number(port) + 1}.`;

/** Says it and sets the code to end with; throws what has no such reason. */
export function endWith(error) {
  const reason = reasonOf(error);
  if (!reason) throw error;
  console.error(reason.sentence);
  process.exitCode = reason.code;
}
