/**
 * Compiles a list of launches to one WebAssembly function that makes them all: each from JavaScript would cost about as
 * much as the arithmetic of a small one.
 */
import { library, type Library } from "../kernels/launch.ts";
import { F32, I32, type Signatures } from "../kernels/signatures.ts";
import type { Call } from "./call.ts";
import { ARENA } from "./layout.ts";

/** Addresses and count in bytes. */
export interface Copy {
  readonly to: number;
  readonly from: number;
  readonly bytes: number;
}

/** A function that makes the calls, one after the other, and then the copies, in the arena that begins at `base`. */
export function program(calls: readonly Call[], copies: readonly Copy[]): (base: number) => void {
  const { functions, memory } = library();
  const names = [...new Set(calls.map(({ name }) => name))];
  const module = new WebAssembly.Module(moduleOf(names, calls, copies, library()));
  const own = Object.fromEntries(names.map((name) => [name, functions[name]!]));
  const { exports } = new WebAssembly.Instance(module, { env: { memory }, own });
  return exports.run as (base: number) => void;
}

const [CALL, LOCAL_GET, ADD, END] = [0x10, 0x20, 0x6a, 0x0b];
const MEMORY_COPY = [0xfc, 10, 0, 0];

/** The binary format (WebAssembly core specification, section 5): types, imports, functions, exports and code. */
function moduleOf(
  names: readonly string[],
  calls: readonly Call[],
  copies: readonly Copy[],
  { signatures }: Library,
): Uint8Array<ArrayBuffer> {
  const type = (parameters: readonly number[]): number[] => [0x60, ...vector(parameters), 0];
  const imported = names.map((name, i) => [...text("own"), ...text(name), 0, ...unsigned(i)]);
  const own = names.length;
  const types = [...names.map((name) => type(signatures.get(name)!)), type([I32])];
  const memory = [...text("env"), ...text("memory"), 2, 0, 0];
  const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const head = [
    magic,
    section(1, types),
    section(2, [memory, ...imported]),
    section(3, [unsigned(own)]),
    section(7, [[...text("run"), 0, ...unsigned(own)]]),
  ].flat();
  // The one section that may be long, and the one function in it.
  const code = codeOf(names, calls, copies, signatures);
  const size = unsigned(code.length);
  const count = unsigned(1);
  const lead = [10, ...unsigned(count.length + size.length + code.length), ...count, ...size];
  const module = new Uint8Array(head.length + lead.length + code.length);
  module.set(head);
  module.set(lead, head.length);
  module.set(code, head.length + lead.length);
  return module;
}

/** The body of the function: no locals of its own, the calls, the copies. */
function codeOf(
  names: readonly string[],
  calls: readonly Call[],
  copies: readonly Copy[],
  signatures: Signatures,
): number[] {
  const code = [0];
  const constant = (value: number, kind: number): void => {
    if (kind === F32) code.push(0x43, ...float(value));
    else if (value < ARENA) code.push(0x41, ...signed(value));
    else code.push(LOCAL_GET, 0, 0x41, ...signed(value - ARENA), ADD);
  };
  const indices = new Map(names.map((name, i) => [name, unsigned(i)]));
  for (const { name, args } of calls) {
    const kinds = signatures.get(name)!;
    for (const [i, value] of args.entries()) constant(value, kinds[i]!);
    code.push(CALL, ...indices.get(name)!);
  }
  for (const { to, from, bytes } of copies) {
    for (const value of [to, from, bytes]) constant(value, I32);
    code.push(...MEMORY_COPY);
  }
  code.push(END);
  return code;
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  return [id, ...vector([...unsigned(items.length), ...items.flat()])];
}

const vector = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];

const text = (ascii: string): number[] => vector([...ascii].map((letter) => letter.charCodeAt(0)));

/** Groups of seven bits, the lowest first. */
const unsigned = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];

/** As `unsigned`, in 32 bits of two's complement. */
function signed(value: number): number[] {
  const groups: number[] = [];
  let word = value | 0;
  for (; word < -64 || word >= 64; word >>= 7) groups.push((word & 127) | 128);
  groups.push(word & 127);
  return groups;
}

const float = (value: number): Uint8Array => new Uint8Array(Float32Array.of(value).buffer);
