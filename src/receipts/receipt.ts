/**
 * A run in a link: how far it went, which settings changed after which step, and a digest of the numbers that it gave.
 * With the link's own settings and seed that is all there is to know to compute it again, and to see whether it comes out
 * the same. The text is for machines; a checksum tells a damaged or edited one before anything is computed.
 */
import { readBytes, writeBytes, type ByteReader, type ByteWriter } from "./bytes.ts";
import { fromText, toText } from "../contract/base64.ts";
import { endOf, type Demo } from "../contract/demo.ts";
import { DIGEST_DIGITS } from "./digest.ts";
import { fromWire, type Param, type Wire } from "../contract/params.ts";
import type { BackendName } from "../contract/protocol.ts";
import { MAX_LENGTH, writeSetup, type Shared } from "../contract/url.ts";

/** What is computed again at most: more than this many times the demo's own length is refused. */
const MAX_RUNS = 20;
const MAX_CHANGES = 1000;
/** Hexadecimal digits of a version of the code. */
const VERSION_DIGITS = 10;
const FORMAT = 1;
/** In this order since the first link. */
const BACKENDS: readonly BackendName[] = ["wasm", "cpu", "stock"];

/** Live parameters that act after `step` steps. */
export interface StepChange {
  readonly step: number;
  readonly params: Wire;
}

export interface Receipt {
  /** Version of the code that computed the run: `VERSION_DIGITS` hexadecimal digits. */
  readonly version: string;
  readonly backend: BackendName;
  /** The step at which it was taken. */
  readonly step: number;
  /** In order. */
  readonly changes: readonly StepChange[];
  /** Of all curves up to `step`. */
  readonly digest: string;
}

/** Where the run began; it stands in the link in the open. */
export interface Start {
  readonly seed: number;
  readonly params: Wire;
}

const liveNames = (demo: Demo): string[] =>
  Object.keys(demo.params)
    .filter((name) => demo.params[name]!.effect === "live")
    .toSorted();

export function writeReceipt(demo: Demo, start: Start, receipt: Receipt): string {
  const names = liveNames(demo);
  const out = writeBytes();
  out.byte(FORMAT);
  out.hex(receipt.version);
  out.byte(BACKENDS.indexOf(receipt.backend));
  out.whole(receipt.step);
  out.hex(receipt.digest);
  let before = 0;
  for (const { step, params } of receipt.changes) {
    const changed = Object.entries(params).filter(([name]) => names.includes(name));
    out.whole(step - before);
    out.whole(changed.length);
    for (const [name, text] of changed) {
      out.byte(names.indexOf(name));
      writeValue(out, demo.params[name]!, text);
    }
    before = step;
  }
  const payload = out.bytes();
  out.hex(checksum(demo, start, payload));
  return toText(out.bytes());
}

/** The receipt, or a sentence on why there is none. */
export function readReceipt(
  demo: Demo,
  start: Start,
  text: string,
): { readonly receipt: Receipt } | { readonly problem: string } {
  const read = readable(demo, start, text);
  return "receipt" in read
    ? read
    : { problem: `The run in this link cannot be replayed: ${read.reason}` };
}

/** What a link says of a run that its reader takes; or why no link does, as the end of a sentence. */
export function offeredReceipt(
  demo: Demo,
  start: Start,
  receipt: Receipt,
): { readonly shared: Shared } | { readonly reason: string } {
  const text = writeReceipt(demo, start, receipt);
  const { values } = fromWire(demo.params, start.params);
  const shared = { values, seed: start.seed, receipt: text };
  if (writeSetup(demo, shared).length > MAX_LENGTH) {
    const { length } = receipt.changes;
    return { reason: `its settings and ${length} live changes are too much for one.` };
  }
  const read = readable(demo, start, text);
  return "receipt" in read ? { shared } : read;
}

function readable(
  demo: Demo,
  start: Start,
  text: string,
): { readonly receipt: Receipt } | { readonly reason: string } {
  if (!demo.steps)
    return { reason: "this figure computes at once and has no run, so the record was left out." };
  let bytes: Uint8Array;
  try {
    bytes = fromText(text);
  } catch {
    return { reason: "its record is not text that we write." };
  }
  const payload = bytes.subarray(0, -4);
  if (payload[0] !== FORMAT)
    return { reason: "its record is in a form that this site does not know." };
  const seal = readBytes(bytes.subarray(-4)).hex(4);
  if (seal !== checksum(demo, start, payload)) {
    const reason = "the link was changed after it was made, so its record does not belong to it.";
    return { reason };
  }
  try {
    const receipt = readPayload(demo, readBytes(payload));
    const { step, changes } = receipt;
    const most = MAX_RUNS * endOf(demo);
    if (step > most)
      return { reason: `it is ${step} steps long; at most ${most} are computed again.` };
    if (changes.length > MAX_CHANGES)
      return { reason: `it has ${changes.length} live changes; at most ${MAX_CHANGES} are kept.` };
    return { receipt };
  } catch {
    return { reason: "its record is damaged." };
  }
}

function readPayload(demo: Demo, input: ByteReader): Receipt {
  const names = liveNames(demo);
  input.byte();
  const version = input.hex(VERSION_DIGITS / 2);
  const backend = BACKENDS[input.byte()];
  const step = input.whole();
  const digest = input.hex(DIGEST_DIGITS / 2);
  const changes: StepChange[] = [];
  let at = 0;
  while (!input.done()) {
    at += input.whole();
    const count = input.whole();
    if (at > step || count > names.length)
      throw new RangeError("A change that no run could have had.");
    const params = Array.from({ length: count }, (): [string, string] => {
      const name = names[input.byte()];
      if (name === undefined) throw new RangeError("An unknown setting.");
      return [name, readValue(input, demo.params[name]!)];
    });
    const once = Object.fromEntries(params);
    if (Object.keys(once).length < count)
      throw new RangeError("A setting that changed twice at once.");
    changes.push({ step: at, params: once });
  }
  if (backend === undefined) throw new RangeError("An unknown backend.");
  return { version, backend, step, changes, digest };
}

function writeValue(out: ByteWriter, { control }: Param<unknown>, text: string): void {
  switch (control.kind) {
    case "slider":
    case "dice":
      return out.real(Number(text));
    case "switch":
      return out.byte(text === "on" ? 1 : 0);
    case "choice":
      return out.byte(control.options.findIndex(({ value }) => value === text));
    case "drawings":
    case "points": {
      const bytes = fromText(text);
      out.whole(bytes.length);
      for (const byte of bytes) out.byte(byte);
    }
  }
}

function readValue(input: ByteReader, param: Param<unknown>): string {
  const text = valueText(input, param);
  if (text === undefined || param.parse(text).problem !== undefined)
    throw new RangeError("A value that the setting cannot have.");
  return text;
}

function valueText(input: ByteReader, { control }: Param<unknown>): string | undefined {
  switch (control.kind) {
    case "slider":
    case "dice":
      return String(input.real());
    case "switch":
      return ["off", "on"][input.byte()];
    case "choice":
      return control.options[input.byte()]?.value;
    case "drawings":
    case "points": {
      const bytes: number[] = [];
      // Byte by byte: the count may be of a damaged record, which ends where its bytes do.
      for (let left = input.whole(); left > 0; left--) bytes.push(input.byte());
      return toText(Uint8Array.from(bytes));
    }
  }
}

/** FNV-1a over the record and the start that it belongs to; against damage and hand-made edits, not against malice. */
function checksum(demo: Demo, { seed, params }: Start, payload: Uint8Array): string {
  const own = Object.keys(demo.params)
    .filter((name) => demo.params[name]!.effect !== "view")
    .toSorted()
    .map((name) => `${name}=${params[name] ?? ""}`);
  const start = new TextEncoder().encode([demo.id, seed, ...own].join("&"));
  let hash = 0x811c9dc5;
  for (const byte of [...start, ...payload]) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
